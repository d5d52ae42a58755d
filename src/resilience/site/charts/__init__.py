"""Figures on pages: drawn as SVG while the book is built, interactive only where a reader asks for it.

A page shows a figure without any script: chart, sentence, table and a file of the numbers. `Interactive`
loads the script for that from the book's own `_static`; it stands where pointing at marks tells more than
the picture (`figure_page`).
"""

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from resilience.site.assets import load_where
from resilience.site.charts.figure_drawings import DrawFigures
from resilience.site.charts.figure_page import visit_figure, write_script
from resilience.site.charts.node import FigureNode, figure_nodes

__all__ = ["figure_nodes"]

STATIC = Path(__file__).parent / "static"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: the node of a figure, how it is drawn, and the files that pages with figures load."""
    app.add_node(FigureNode, html=(visit_figure, None))
    app.add_transform(DrawFigures)
    load_where(app, STATIC, _files)
    app.connect("build-finished", write_script)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _files(doctree: nodes.document) -> tuple[str, ...]:
    return ("figures.css", "figures.js") if next(doctree.findall(FigureNode), None) else ()
