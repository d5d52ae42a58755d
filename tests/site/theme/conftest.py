"""A small book in the theme, with a page for everything that the shell does."""

import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from resilience.site.theme.sections import FOOTER, HEADER

HERE = Path(__file__).parent
CONF = """
extensions = ["resilience.site.theme", "book_under_test"]
html_theme = "resilience"
html_title = "The <Book>"
html_copy_source = html_use_index = html_permalinks = False
"""


@dataclass(frozen=True)
class Book:
    """A built book: its folder and the warnings of the build."""

    site: Path
    warnings: str

    def page(self, docname: str) -> str:
        return (self.site / f"{docname}.html").read_text("utf-8")

    def head(self, docname: str) -> str:
        return self.page(docname).partition("</head>")[0]

    def tag(self, docname: str, pattern: str) -> str:
        """Return the one tag of a page that matches, with single spaces."""
        found = re.findall(pattern, self.page(docname), re.DOTALL)
        assert len(found) == 1, found
        return " ".join(found[0].split())


def write_sources(root: Path) -> None:
    """Write the sample pages, and a stub for each page that the shell links to."""
    (root / "conf.py").write_text(CONF, "utf-8")
    names = [entry.docname for entry in (*HEADER, *FOOTER)]
    stubs = {f"{name}.rst": f"{name}\n{'=' * len(name)}\n" for name in names}
    contents = "\n   ".join(names)
    stubs["index.rst"] = f"Home\n====\n\nThe home page.\n\n.. toctree::\n\n   {contents}\n"
    samples = {
        str(path.relative_to(HERE / "pages")): path.read_text("utf-8")
        for path in (HERE / "pages").rglob("*.rst")
    }
    for name, text in {**stubs, **samples}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")


def build(root: Path, **settings: object) -> Book:
    """Build the sources under `root`."""
    heard = io.StringIO()
    with patch_docutils(), docutils_namespace(), warnings.catch_warnings():
        app = Sphinx(
            root,
            root,
            root / "html",
            root / "doctrees",
            "html",
            confoverrides=settings,
            status=None,
            warning=heard,
            freshenv=True,
        )
        app.build()
    return Book(root / "html", heard.getvalue())


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("theme")
    write_sources(folder)
    return folder


@pytest.fixture(scope="session")
def book(root: Path) -> Iterator[Book]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(HERE / "extension"))
        yield build(root)
