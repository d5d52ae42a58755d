"""After a build that was killed, at whatever point, the next one gives what a clean one gives."""

import signal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from benchmarks.forked import build as build_apart
from sphinx.errors import ConfigError, SphinxParallelError
from tests.site.conftest import CONFIG, Build, write_small_book

from resilience.site.unfinished import MARK, forget_pages

KILLED = """
import os
seen = []
def setup(app):
    def kill(*_):
        seen.append(1)
        if len(seen) == int(os.environ["KILL_AFTER"]):
            # With the processes that it started.
            os.killpg(0, 9)
    if "KILL_AT" in os.environ:
        app.connect(os.environ["KILL_AT"], kill, priority=int(os.environ["KILL_PRIORITY"]))
"""
STUDY = "evidence/studies/mead-2010-befriending-depression.yml"


def run(book: Path, **settings: str) -> int:
    """Build in a process of its own, which an event may kill."""
    return build_apart(book, book / "build.log", **settings)


def files(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small book once; each test leaves it as it found it."""
    book = write_small_book(tmp_path_factory.mktemp("killed"))
    (book / "conf.py").write_text(CONFIG + KILLED)
    assert run(book) == 0
    return book


@pytest.fixture(scope="module")
def clean(book: Path) -> dict[str, bytes]:
    """Give the pages as a clean build writes them."""
    return files(book / "_build/html")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("event", "after", "priority"),
    [
        pytest.param("env-before-read-docs", 1, 900, id="before reading"),
        pytest.param("source-read", 5, 500, id="while reading"),
        pytest.param("env-updated", 1, 900, id="after reading"),
        pytest.param("html-page-context", 5, 500, id="while writing"),
        pytest.param("build-finished", 1, 0, id="before the last files"),
        pytest.param("build-finished", 1, 800, id="after the last files"),
    ],
)
def test_a_change_that_was_undone_is_nowhere_after_a_kill(
    book: Path, clean: dict[str, bytes], event: str, after: int, priority: int
) -> None:
    study, taxonomy = book / STUDY, book / "evidence/taxonomy.yml"
    before = {path: path.read_text() for path in (study, taxonomy)}
    new = book / "evidence/studies/angelini-2019-winter-fuel-payment.yml"
    new.write_text(before[study])
    taxonomy.write_text(before[taxonomy].replace("label: Befriending", "label: BefriendingX"))
    assert taxonomy.read_text() != before[taxonomy]
    killed = run(book, KILL_AT=event, KILL_AFTER=str(after), KILL_PRIORITY=str(priority))
    assert killed == -signal.SIGKILL
    assert files(book / "_build/html") == clean, "What is published was touched."
    new.unlink()
    taxonomy.write_text(before[taxonomy])
    assert run(book) == 0
    assert differing(files(book / "_build/html"), clean) == []
    assert not (book / "_build" / MARK).exists()


def differing(found: dict[str, bytes], expected: dict[str, bytes]) -> list[str]:
    return sorted(name for name in {*found, *expected} if found.get(name) != expected.get(name))


@pytest.mark.slow
def test_after_an_error_the_mark_stays(
    small_book: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr("resilience.site.record_parser.RecordParser.parse", fail)
        with pytest.raises((ZeroDivisionError, SphinxParallelError)):
            build(small_book)
    assert (small_book / "_build" / MARK).exists()
    app: Any = build(small_book)
    assert app.statuscode == 0
    assert not (small_book / "_build" / MARK).exists()


def test_a_folder_that_holds_the_book_is_never_deleted(tmp_path: Path) -> None:
    (tmp_path / "index.md").touch()
    with pytest.raises(ConfigError, match="holds the book itself"):
        forget_pages(SimpleNamespace(srcdir=tmp_path, doctreedir=tmp_path))  # type: ignore[arg-type]
    assert (tmp_path / "index.md").exists()
