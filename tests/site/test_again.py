"""After a build with warnings the pages that warned are read again, and after one that was killed all are."""

import logging
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from docutils import nodes
from tests.site.conftest import Build, write_home

from resilience.site.again import ALL, FILE, Warned
from resilience.site.record_parser import RecordParser


@pytest.mark.slow
def test_a_page_that_warned_is_read_again_until_it_is_mended(small_book: Path, build: Build) -> None:
    write_home(small_book, "There are {fact}`stories` stories.")
    first: Any = build(small_book)
    for _ in range(2):
        again: Any = build(small_book)
        assert (again.statuscode, again.pages_read) == (1, {"index"})
        assert again.warnings == first.warnings
    write_home(small_book, "There are {fact}`studies` studies.")
    mended: Any = build(small_book)
    assert (mended.statuscode, mended.pages_read) == (0, {"index"})
    quiet: Any = build(small_book)
    assert quiet.pages_read == set()


@pytest.mark.slow
def test_after_a_build_that_was_killed_all_pages_are_read(
    small_book: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    first: Any = build(small_book)
    (small_book / "evidence/studies/howel-2019-do-well.yml").touch()
    with monkeypatch.context() as patch:
        patch.setattr(RecordParser, "parse", _killed)
        with pytest.raises(KeyboardInterrupt):
            build(small_book)
    again: Any = build(small_book)
    assert again.pages_read == first.pages_read
    (small_book / "_build/doctrees" / FILE).write_text("[not whole")
    assert build(small_book).pages_read == first.pages_read  # type: ignore[attr-defined]


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


PATHS = {
    "index": "/book/index.md",
    "activities/a": "/book/taxonomy.yml",
    "activities/b": "/book/taxonomy.yml",
}


def noted(location: object, **extra: str) -> list[str] | str:
    env = SimpleNamespace(found_docs=set(PATHS), doc2path=PATHS.__getitem__)
    warned = Warned(SimpleNamespace(env=env, config=SimpleNamespace(suppress_warnings=["image"])))  # type: ignore[arg-type]
    warned.handle(logging.makeLogRecord({"levelno": logging.WARNING, "location": location, **extra}))
    return warned.pages()


def placed(source: str, line: int) -> nodes.Node:
    node = nodes.paragraph()
    node.source, node.line = source, line
    return node


@pytest.mark.parametrize(
    ("location", "pages"),
    [
        pytest.param("index", ["index"], id="a page"),
        pytest.param(("index", 3), ["index"], id="a line of a page"),
        pytest.param("/book/index.md:3", ["index"], id="a line of a file"),
        pytest.param("/book/index.md", ["index"], id="a file"),
        pytest.param(
            "/book/taxonomy.yml:3", ["activities/a", "activities/b"], id="a file with several pages"
        ),
        pytest.param(placed("/book/index.md", 3), ["index"], id="a node"),
        pytest.param("/book/_toc.yml:3", ALL, id="a file that is no page"),
        pytest.param((None, None), ALL, id="no page"),
        pytest.param(None, ALL, id="nowhere"),
    ],
)
def test_where_a_warning_comes_from(location: object, pages: list[str] | str) -> None:
    assert noted(location) == pages


def test_a_warning_that_is_not_wanted_counts_for_nothing() -> None:
    assert noted("index", type="image") == []
