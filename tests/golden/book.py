"""The small book, built as the real one is, and the pages of it whose text is kept."""

import asyncio
import shutil
from concurrent.futures import ThreadPoolExecutor
from io import StringIO
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils
from tests.golden.plain import plain
from tests.site.conftest import CONFIG, linked_pages, write_home

from resilience.evidence import load

BOOK = Path(__file__).parents[1] / "book"
KEPT = Path(__file__).parent / "pages"
RECORDS = (
    "activities/fuel-poverty",
    "activities/affordable-housing",
    "activities/food-security",
    "activities/green-space",
    "activities/welfare-debt-advice",
    "activities/befriending",
    "outcomes/mental-health",
    "problems/mind",
    "problems/home",
    "studies/howel-2019-do-well",
    "studies/haighton-2019-do-well-nihr",
    "studies/bentley-2023-energy-poverty-australia",
    "policies/warm-homes-oldham-2013",
    "policies/knowsley-better-together-hardship-fund-2021",
    "policies/cheshire-west-befriending-2026",
    "pools/nature-depressive-mood-smd",
    "pools/energy-poverty-depression-or",
    "pools/womens-groups-neonatal-mortality",
    "councils/wirral-council",
    "councils/fife-council",
    "councils/blackpool-council",
    "councils/cumberland",
    "councils/aberdeen-city-council",
    "councils/cardiff-council",
    "neighbourhoods/central-southport",
    "neighbourhoods/claremont",
    "neighbourhoods/claremont-plan",
    "neighbourhoods/adamsdown-cardiff-council",
    "searches/2026-11-28-befriending",
)
PROSE = tuple(f"prose/{path.stem}" for path in sorted((BOOK / "prose").glob("*.md")))
"""Pages that show what prose can take from records: `tests/book/prose`."""
PAGES = (*RECORDS, *PROSE)


def build(folder: Path) -> Path:
    """Build the small book below a folder, and give the folder of its pages; a warning is an error."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return _build(folder)
    # A browser that is open in this process keeps a loop running, beside which no notebook could run.
    with ThreadPoolExecutor(1) as aside:
        return aside.submit(_build, folder).result()


def _build(folder: Path) -> Path:
    book = write_book(folder / "book")
    warnings = StringIO()
    with patch_docutils(str(book)), docutils_namespace():
        app = Sphinx(
            book, book, folder / "html", folder / "doctrees", "html",
            status=None, warning=warnings, warningiserror=True,
        )  # fmt: skip
        app.build()
    assert app.statuscode == 0, warnings.getvalue()
    return folder / "html"


def write_book(book: Path) -> Path:
    """Write all that a build of the small book needs into a folder, and give the folder."""
    for part in ("evidence", "prose"):
        shutil.copytree(BOOK / part, book / part)
    # Live parts say how much they fetch, which depends on what is installed.
    # Sphinx adds what extensions read to its own default, which later builds of this process would find.
    own = (
        "html_permalinks = False\nsuppress_warnings = ['live']\n"
        "source_suffix = {'.rst': 'restructuredtext'}\n"
    )
    (book / "conf.py").write_text(CONFIG + own, "utf-8")
    for name in {*linked_pages(), *_named(book)}:
        (book / name).parent.mkdir(parents=True, exist_ok=True)
        (book / f"{name}.md").write_text(f"---\norphan: true\n---\n# {name}\n", "utf-8")
    write_home(book, "There are {fact}`studies` studies.")
    return book


def _named(book: Path) -> set[str]:
    """Name the pages on which items of the reporting guideline are met, and those that the protocol names."""
    base = load(book)
    return {place.page for one in (*base.reporting.items, *base.protocol.steps) for place in one.where}


def text_of(site: Path, docname: str) -> str:
    """Give the text of a page of the built book."""
    return plain((site / f"{docname}.html").read_text("utf-8"), docname)


def kept(docname: str) -> Path:
    """Name the file that keeps the text of a page."""
    return KEPT / f"{docname.replace('/', '--')}.txt"
