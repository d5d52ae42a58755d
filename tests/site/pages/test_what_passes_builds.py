"""What the check lets through can be shown: every page is laid out, rated, matched and given away."""

import random
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.frozen import BOOK

from resilience.checks import check
from resilience.datapackage import sheets
from resilience.datapackage.write import csv_of
from resilience.evidence import load
from resilience.evidence.yaml_reader import parse
from resilience.site.downloads.record_files import record_files
from resilience.site.pages.catalogue import docnames, page_of
from resilience.site.pages.common import Pages

TODAY = date(2026, 12, 31)
RECORDS = sorted(path.relative_to(BOOK) for path in (BOOK / "evidence").rglob("*.yml"))
DULL = ["Tai chi", "Zumba", "Cinio", "Grŵp cinio cymunedol", "bairns", "2012", "x", "None", "no one", "0·5"]
HOSTILE = [
    "<script>alert(1)</script>", "{{ slot }}", "{% raw %}", "[a](javascript:b)", "`code`", "|a|b|", "=1+1",
    "$x$", "(x)=", ":::{note}", "a" * 300, "&amp;", "\\", "'", '"', "#", "a\nb", "🏘️", "ﷺ", "../../x", "- a",
]  # fmt: skip
NUMBERS = [0, 1, -1, 0.5, 1e6, 1800, 2100]
TEXTS = st.sampled_from([*DULL, *HOSTILE]) | st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn"]), min_size=1, max_size=30
)
VALUES = st.lists(TEXTS | st.sampled_from(NUMBERS), min_size=1, max_size=4)

pytestmark = [pytest.mark.slow]


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the path to each text and number in a record."""
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield from places(value, (*path, key))
    elif isinstance(data, str | int | float):
        yield path


def replaced(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    """Put a value where a path leads."""
    target = data
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    return data


def show_all(root: Path) -> None:
    """Make everything that a build and the commands make of an evidence folder."""
    pages = Pages(load(root))
    for docname, _ in docnames(pages.base):
        page_of(pages, docname)
    assert pages.suggestions.queue is not None
    assert all(csv_of(sheet) for sheet in sheets(pages))
    assert list(record_files(pages))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("book")
    shutil.copytree(BOOK / "evidence", root / "evidence")
    return root


def test_the_small_book_passes_and_is_shown(root: Path) -> None:
    assert [problem for problem in check(root / "evidence", TODAY) if problem.code.startswith("E")] == []
    show_all(root)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(RECORDS), st.randoms(use_true_random=False), VALUES)
def test_green_means_that_it_is_shown(
    root: Path, name: Path, chance: random.Random, values: list[Any]
) -> None:
    path = root / name
    before = path.read_text("utf-8")
    data = parse(before)
    for value in values:
        if found := sorted(places(data), key=str):
            data = replaced(data, chance.choice(found), value)
    modeline = before.partition("\n")[0]
    path.write_text(f"{modeline}\n{yaml.safe_dump(data, allow_unicode=True, sort_keys=False)}", "utf-8")
    try:
        if not any(problem.code.startswith("E") for problem in check(root / "evidence", TODAY)):
            show_all(root)
    finally:
        path.write_text(before, "utf-8")
