"""What figures add to the site besides their pages: numbers as files and a script."""

import posixpath
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from resilience.figures.drawing import script, script_name
from resilience.figures.table import FigureTable, to_csv

NUMBERS = "_static/figures"
SCRIPT = f"_static/{script_name()}"


def write_numbers(folder: Path, docname: str, number: int, table: FigureTable) -> str:
    """Write a figure's numbers as CSV; give the file's path in the site."""
    path = f"{NUMBERS}/{docname}-{number}.csv"
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    # The mark at the start tells spreadsheets that the file is UTF-8.
    file.write_text(to_csv(table), "utf-8-sig", newline="")
    return path


def from_page(builder: StandaloneHTMLBuilder, docname: str, path: str) -> str:
    """Give the address of a file in the site as seen from a page."""
    return posixpath.relpath(path, posixpath.dirname(builder.get_target_uri(docname)) or ".")


def write_script(app: Sphinx, failure: Exception | None) -> None:
    """Write the interactive charts' script if any page has a figure; its name says its version."""
    target = app.outdir / SCRIPT
    if failure or app.builder.format != "html" or target.exists():
        return
    if any("has_figures" in facts for facts in app.env.metadata.values()):
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(script(), "utf-8")
