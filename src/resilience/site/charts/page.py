"""A figure as HTML; every text goes through a template that escapes it."""

from markupsafe import Markup
from sphinx.writers.html5 import HTML5Translator

from resilience.figures.table import shown
from resilience.site.charts.files import SCRIPT, from_page, write_numbers
from resilience.site.charts.node import FigureNode
from resilience.site.templates import templates_of

TEMPLATES = templates_of("resilience.site.charts")
TEMPLATES.filters["shown"] = shown
TEMPLATES.policies["json.dumps_kwargs"] = {"separators": (",", ":")}


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
        specs={"wide": payload["wide"], "narrow": payload["narrow"]},
    )
    self.body.append(html)


def depart_figure(self: HTML5Translator, node: FigureNode) -> None:
    """Do nothing: a figure has no nodes inside."""
