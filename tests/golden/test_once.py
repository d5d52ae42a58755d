"""While a whole book is built, what follows from the evidence is computed once."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.golden.book import build

from resilience.findings import joins, view
from resilience.tables.delimited import DelimitedTable


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, object]]:
    """Count what a build types, opens and maps; it works alone, so that nothing goes uncounted."""
    found: Counter[tuple[str, object]] = Counter()

    def count(module: Any, name: str, what: Callable[..., object]) -> None:
        real = getattr(module, name)

        def counting(*args: Any, **kwargs: Any) -> Any:
            if (seen := what(*args, **kwargs)) is not None:
                found[name, seen] += 1
            return real(*args, **kwargs)

        monkeypatch.setattr(module, name, counting)

    count(joins, "typed_of", lambda base, slug, text: (slug, text.text, text.coded))
    count(view, "gap_map", lambda *_: "the gap map")
    real_open = DelimitedTable.open

    def opening(path: Path, *args: Any) -> DelimitedTable:
        found["open", path] += 1
        return real_open(path, *args)

    monkeypatch.setattr(DelimitedTable, "open", opening)
    monkeypatch.setattr("resilience.execution.use_all_cores", lambda app, config: None)
    return found


@pytest.mark.slow
def test_each_text_is_typed_once_each_table_opened_once_and_the_gap_map_made_once(
    tmp_path: Path, counted: Counter[tuple[str, object]]
) -> None:
    build(tmp_path)
    kinds = {name for name, _ in counted}
    assert kinds == {"typed_of", "gap_map", "open"}
    assert {what: n for what, n in counted.items() if n > 1} == {}
