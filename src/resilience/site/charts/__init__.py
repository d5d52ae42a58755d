"""Figures on pages: drawn as SVG while the book is built, interactive only where a reader asks for it.

A page shows a figure without any script: chart, sentence, table and a file of the numbers. `Make interactive`
loads the script for that from the book's own `_static`.
"""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from resilience.site.assets import load_with
from resilience.site.charts.draw import DrawFigures
from resilience.site.charts.files import write_script
from resilience.site.charts.node import FigureNode, figure_nodes
from resilience.site.charts.page import depart_figure, visit_figure

__all__ = ["figure_nodes"]

STATIC = Path(__file__).parent / "static"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: the node of a figure, how it is drawn, and the files that pages with figures load."""
    app.add_node(FigureNode, html=(visit_figure, depart_figure))
    app.add_transform(DrawFigures)
    load_with(app, FigureNode, STATIC, "figures.css", "figures.js")
    app.connect("build-finished", write_script)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
