"""A book of a few records that stand still, for tests that build it."""

import shutil
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
import yaml
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils
from tests.frozen import BOOK as FROZEN

from resilience.site.theme.sections import FOOTER, HEADER

REPOSITORY = Path(__file__).parents[2]
STUDIES = ("mead-2010-befriending-depression", "howel-2019-do-well", "nrp-2022-system-resilience-case-study")
POLICIES = ("liverpool-healthy-homes-programme-2009",)
PLACES = ("claremont",)
LINKED = (
    "book/activities/compare",
    "book/methods/rating",
    "book/methods/appraisal",
    "book/methods/coding",
    "book/methods/searches",
    "book/methods/protocol",
    "book/data",
    "book/programme/framework",
    "book/neighbourhoods/comparison-areas",
    "book/programme/evaluation",
    "book/programme/plan-evaluation",
    "book/contribute/neighbourhood",
)
"""Pages of prose that record pages link to."""
POOLS = ("befriending-depression-smd",)
CONFIG = """
extensions = ["myst_nb", "resilience.site"]
html_theme = "resilience"
root_doc = "index"
smartquotes = False
nitpicky = True
exclude_patterns = ["evidence/README.md", "evidence/**/README.md", "_build"]
myst_enable_extensions = ["colon_fence"]
"""
COMMAND = (sys.executable, "-m", "sphinx", "-b", "html", "-d", "_build/doctrees", ".", "_build/html")
"""Builds a book in a process of its own, in its folder."""

Build = Callable[..., Sphinx]


@pytest.fixture
def small_book(tmp_path: Path) -> Path:
    """Copy a few records of each kind into a book with one page of prose."""
    return write_small_book(tmp_path)


def write_small_book(tmp_path: Path) -> Path:
    """Write that book into a folder, and give the folder."""
    evidence = tmp_path / "evidence"
    shutil.copytree(FROZEN / "evidence", evidence)
    kept_records = {
        "studies": STUDIES, "policies": POLICIES, "neighbourhoods": PLACES, "pools": POOLS, "matches": (),
    }  # fmt: skip
    for folder, kept in kept_records.items():
        for path in (evidence / folder).glob("*.yml"):
            if path.stem not in kept:
                path.unlink()
    _keep_councils(evidence)
    (tmp_path / "conf.py").write_text(CONFIG)
    for name in linked_pages():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / f"{name}.md").write_text(f"# {name}\n")
    write_home(tmp_path, "There are {fact}`studies` studies.")
    return tmp_path


def linked_pages() -> list[str]:
    """Name the pages of prose that the shell and record pages link to."""
    return [*dict.fromkeys([*(entry.docname for entry in (*HEADER, *FOOTER)), *LINKED])]


def write_home(book: Path, text: str) -> None:
    """Write the home page: one line of text, and all pages that the shell links to."""
    listed = "\n".join(linked_pages())
    (book / "index.md").write_text(f"# Book\n\n{text}\n\n```{{toctree}}\n{listed}\n```\n")


@pytest.fixture
def build() -> Build:
    """Build a book as HTML and give the application, with the pages that it read and its warnings."""

    def run(book: Path, **overrides: object) -> Sphinx:
        read: list[str] = []
        warnings = StringIO()
        with patch_docutils(str(book)), docutils_namespace():
            app = Sphinx(
                book, book, book / "_build/html", book / "_build/doctrees", "html",
                confoverrides=overrides, status=None, warning=warnings, warningiserror=True,
            )  # fmt: skip
            app.connect("source-read", lambda _app, docname, _content: read.append(docname))
            app.build()
        app.pages_read = set(read)  # type: ignore[attr-defined]
        app.warnings = warnings.getvalue()  # type: ignore[attr-defined]
        return app

    return run


def _keep_councils(evidence: Path) -> None:
    wanted = set()
    for path in (evidence / "policies").glob("*.yml"):
        wanted.add(yaml.safe_load(path.read_text())["council"])
    for path in (evidence / "neighbourhoods").glob("*.yml"):
        wanted.update(yaml.safe_load(path.read_text())["councils"])
    councils = yaml.safe_load((evidence / "councils.yml").read_text())["councils"]
    kept = [council for council in councils if council["slug"] in wanted]
    (evidence / "councils.yml").write_text(yaml.safe_dump({"councils": kept}))
