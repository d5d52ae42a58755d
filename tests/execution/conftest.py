"""A small book with notebooks, built by Sphinx as the real one is."""

import gc
import io
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from jupyter_cache import get_cache
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sqlalchemy.exc import DatabaseError

SETTINGS = {
    "extensions": ["myst_nb", "resilience.execution"],
    "nb_execution_mode": "cache",
    "exclude_patterns": ["_build"],
    "html_theme": "basic",
    "resilience_package": "src/town",
    "resilience_common_inputs": [],
}

# A book that answers `evidence.<name>` with the number in a file, as the real one does from its view.
ANSWERS = """
from pathlib import Path

def answer(app, name):
    room, _, file = name.partition(".")
    if room != "evidence":
        raise LookupError(f"no room {room}")
    return {"n": int((Path(app.srcdir) / f"evidence/{file}.txt").read_text().split()[0])}

def setup(app):
    app.connect("notebook-asks", answer)
"""


@dataclass(frozen=True)
class Built:
    """What came of a build: what was said, and the notebooks whose results are new in the cache."""

    log: str
    warnings: str
    ran: list[str]
    read: set[str]
    dependencies: dict[str, set[str]]


@contextmanager
def _mystnb_leaves_its_cache_open() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "unclosed database", ResourceWarning)
        yield
        gc.collect()


class Book:
    """A book in a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.cache = root / "_build/.jupyter_cache"

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def notebook(self, name: str, *cells: str, reads: Sequence[str] = (), asks: Sequence[str] = ()) -> None:
        code = "\n\n".join(f"```{{code-cell}}\n{cell}\n```" for cell in cells)
        front = f"file_format: mystnb\nreads: {[*reads]}\n" + f"asks: {[*asks]}\n" * bool(asks)
        self.write(f"{name}.md", f"---\n{front}---\n# {name}\n\n{code}\n")

    def build(self, parallel: int = 0, **settings: Any) -> Built:
        before = self._records()
        log, said, read = io.StringIO(), io.StringIO(), set()
        folders = (self.root, self.root, self.root / "_build/html", self.root / "_build/.doctrees")
        with patch_docutils(), docutils_namespace(), _mystnb_leaves_its_cache_open():
            app = Sphinx(*folders, "html", settings, log, said, parallel=parallel)
            app.connect("env-before-read-docs", lambda app, env, names: read.update(names))
            app.build()
            depends = {name: {str(path) for path in paths} for name, paths in app.env.dependencies.items()}
            del app
        ran = [name for record, name in self._records().items() if record not in before]
        return Built(log.getvalue(), said.getvalue(), sorted(ran), read, depends)

    def page(self, name: str) -> str:
        return (self.root / f"_build/html/{name}.html").read_text("utf-8")

    def _records(self) -> dict[int, str]:
        if not self.cache.exists():
            return {}
        cache = get_cache(str(self.cache))
        # Of a database that a test has broken nothing can be said.
        records = {}
        with suppress(DatabaseError, RuntimeError):
            records = {record.pk: Path(record.uri).stem for record in cache.list_cache_records()}
        cache.db.dispose()
        return records


@pytest.fixture
def new_book(tmp_path: Path) -> Callable[[str], Book]:
    """Make empty books by name."""

    def new(name: str) -> Book:
        book = Book(tmp_path / name)
        book.write("conf.py", "".join(f"{name} = {value!r}\n" for name, value in SETTINGS.items()) + ANSWERS)
        book.write("index.md", "# A book\n\n```{toctree}\n:glob:\n*\n```\n")
        book.write("src/town/__init__.py", "")
        return book

    return new


@pytest.fixture
def book(new_book: Callable[[str], Book]) -> Book:
    """Make one empty book."""
    return new_book("book")
