"""A change shows whatever its time and size; a new time alone is no change."""

import os
from pathlib import Path
from typing import Any

import pytest
from tests.site.conftest import Build, write_home
from tests.site.test_build import STUDY, change, page


def change_unseen(book: Path, path: str, old: str, new: str) -> None:
    """Change a file so that neither its size nor its time tells."""
    assert len(old) == len(new)
    before = (book / path).stat()
    change(book, path, old, new)
    os.utime(book / path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (book / path).stat().st_size == before.st_size


@pytest.mark.slow
def test_changes_show_that_neither_time_nor_size_tells(small_book: Path, build: Build) -> None:
    write_home(small_book, "A word.\n\n{fact}`studies` studies.")
    build(small_book)
    change_unseen(small_book, "index.md", "A word", "A talk")
    change_unseen(small_book, STUDY, "value: -0.27", "value: -0.29")
    app: Any = build(small_book)
    assert "A talk" in page(small_book, "index")
    assert "−0.29" in page(small_book, "studies/mead-2010-befriending-depression")
    assert {"index", "studies/mead-2010-befriending-depression", "activities/befriending"} <= app.pages_read
    words = [path.read_text("utf-8") for path in (small_book / "_build/html/_static/search").glob("t*.json")]
    assert any('"talk"' in text for text in words)
    assert build(small_book).pages_read == set()  # type: ignore[attr-defined]


@pytest.mark.slow
def test_a_clock_that_was_set_back_hides_nothing(small_book: Path, build: Build) -> None:
    for path in (*small_book.glob("*.md"), small_book / STUDY):
        os.utime(path, (4e9, 4e9))
    build(small_book)
    change(small_book, "index.md", "There are", "Here are")
    change(small_book, STUDY, "value: -0.27", "value: -0.29")
    for path in (small_book / "index.md", small_book / STUDY):
        os.utime(path, (1e9, 1e9))
    build(small_book)
    assert "Here are" in page(small_book, "index")
    assert "−0.29" in page(small_book, "studies/mead-2010-befriending-depression")
