"""A figure as HTML, and what it adds to the site besides its page: numbers as a file, and a script.

Where an interactive chart tells more than the picture, by many marks and fuller tooltips, it is offered.
"""

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from docutils import nodes
from markupsafe import Markup
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.writers.html5 import HTML5Translator

from resilience.figures.drawing import Spec, script, script_name
from resilience.figures.figure import Payload
from resilience.figures.table import FigureTable, shown, to_csv
from resilience.site.charts.node import FigureNode
from resilience.site.templates import templates_of

NUMBERS = "_static/figures"
SCRIPT = f"_static/{script_name()}"
TEMPLATES = templates_of("resilience.site.charts")
TEMPLATES.filters["shown"] = shown
TEMPLATES.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
MANY_ROWS = 12
"""With fewer rows the picture and its table are read at once: there is nothing to search by pointing."""


def visit_figure(self: HTML5Translator, node: FigureNode) -> None:
    """Write the figure, and its numbers beside the page."""
    builder = self.builder
    docname = builder.current_docname
    payload = node["payload"]
    numbers = write_numbers(builder.outdir, docname, node["number"], payload["table"])
    html = TEMPLATES.get_template("figure.html").render(
        payload,
        id=f"figure-{node['number']}",
        drawings=[Markup(drawing) for drawing in node["drawings"]],
        numbers=from_page(builder, docname, numbers),
        script=from_page(builder, docname, SCRIPT),
        interactive=is_worth_pointing(payload),
        specs={"wide": payload["wide"], "narrow": payload["narrow"]},
    )
    self.body.append(html)
    raise nodes.SkipNode


def is_worth_pointing(payload: Payload) -> bool:
    """Say whether a reader learns more by pointing at the marks of a figure than by looking at it."""
    return len(payload["table"]["rows"]) >= MANY_ROWS and tells_more(payload["wide"])


def tells_more(chart: Spec) -> bool:
    """Say whether the tooltips of a chart (Vega-Lite) hold a column that no text in it writes."""
    encodings = list(_encodings(chart))
    written = {_column(one["text"]) for one in encodings if "text" in one}
    told = {_column(tip) for one in encodings for tip in _listed(one.get("tooltip", []))}
    # The words of a row are written in lines: column `label_text` holds those of `label`.
    return any(not {column, f"{column}_text"} & written for column in told)


def _encodings(part: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if "encoding" in part:
        yield part["encoding"]
    for layer in part.get("layer", []):
        yield from _encodings(layer)


def _listed(tips: Any) -> list[Mapping[str, Any]]:
    return tips if isinstance(tips, list) else [tips]


def _column(channel: Mapping[str, Any]) -> str:
    return str(channel.get("field", ""))


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
