"""Kept results are looked at when they are used: what was cut or edited runs again, and one line says so."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.execution.conftest import Book

Harm = Callable[[Path], object]


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _edit(path: Path) -> None:
    path.write_text(path.read_text("utf-8").replace("value 42", "value 987654"), "utf-8")


def read_again(book: "Book") -> str:
    """Build so that all pages are read; give what was said."""
    shutil.rmtree(book.root / "_build/.doctrees")
    built = book.build()
    assert built.warnings == ""
    assert "value 42" in book.page("one")
    return built.log


@pytest.mark.parametrize(
    ("name", "harm"),
    [
        pytest.param("base.ipynb", _edit, id="edited"),
        pytest.param("base.ipynb", _cut, id="cut"),
        pytest.param("base.ipynb", Path.unlink, id="gone"),
        pytest.param("base.sha256", Path.unlink, id="without a digest"),
        pytest.param("base.sha256", _cut, id="with half a digest"),
    ],
)
def test_results_that_are_not_as_they_were_written_are_made_anew(book: "Book", name: str, harm: Harm) -> None:
    book.notebook("one", "print('value', 42)")
    book.build()
    assert "ran one" not in read_again(book)
    (path,) = book.cache.glob(f"executed/*/{name}")
    harm(path)
    log = read_again(book)
    assert log.count("base.ipynb is not what was written") == 1
    assert "ran one" not in read_again(book)


@pytest.mark.parametrize(
    "harm", [_cut, lambda path: path.write_bytes(b""), lambda path: path.write_text("no")]
)
def test_a_database_that_cannot_be_read_is_set_aside(book: "Book", harm: Harm) -> None:
    book.notebook("one", "print('value', 42)")
    for _ in range(2):
        book.build()
        harm(book.cache / "global.db")
        log = read_again(book)
        assert log.count("They are set aside in .jupyter_cache.broken") == 1
        assert "ran one" in log
        assert "ran one" not in read_again(book)


def test_results_of_another_notebook_are_never_taken(book: "Book") -> None:
    book.notebook("one", "print('value', 42)")
    book.notebook("two", "print('value', 43)")
    book.build()
    one, two = (
        path.parent for text in ("value 42", "value 43")
        for path in book.cache.glob("executed/*/base.ipynb") if text in path.read_text("utf-8")
    )  # fmt: skip
    for name in ("base.ipynb", "base.sha256"):
        shutil.copy(two / name, one / name)
    assert "is not what was written" in read_again(book)
