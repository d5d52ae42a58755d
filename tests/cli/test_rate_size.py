"""`resilience rate` prints how big beside how sure, and hands both to programs."""

import json

import pytest
from click.testing import CliRunner
from tests.frozen import BOOK

from resilience.cli import main


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(BOOK)


def printed(*words: str) -> str:
    result = CliRunner().invoke(main, ["rate", *words], catch_exceptions=False)
    assert result.exit_code == 0
    return result.output


def test_each_cell_of_the_trace_says_how_big_below_how_sure() -> None:
    lines = printed("social-isolation").splitlines()
    sizes = [place for place, line in enumerate(lines) if line.startswith("How big: ")]
    heads = [place for place, line in enumerate(lines) if "main aim): " in line or ": Helps" in line]
    assert sizes
    assert {place - 1 for place in sizes} & set(heads)
    assert all("No size is given" in lines[place] or " From " in lines[place] for place in sizes)


def test_programs_get_the_size_and_what_it_rests_on() -> None:
    rated = json.loads(printed("--json"))
    cells = [cell for one in rated for cell in one["outcomes"].values()]
    for cell in cells:
        size = cell["size"]
        assert size["how_sure"]
        assert (size["size"] is None) is (size["why_not"] is not None)
        assert size["size"] is None or (size["study"] and size["rests_on"] and size["measure"])
    assert any(cell["size"]["size"] for cell in cells)
