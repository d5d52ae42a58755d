"""Live meta-analysis on the pages of sets: other studies, another method, the reader's own code."""

from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from resilience.site.assets import load_with
from resilience.site.live import LIVE, add_live_data, add_live_handler
from resilience.site.live.pooling.part import depart_part, visit_part
from resilience.site.live.pooling.sets import live_sets
from resilience.site.pages.docutils_tree import LivePart

STATIC = Path(__file__).parent / "static"
HANDLER = "resilience.site.live.pooling.handler"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: the part of a page, the functions that it calls and their data."""
    app.setup_extension("resilience.site.live")
    add_live_data(app, "pools", live_sets)
    add_live_handler(app, "pool", f"{HANDLER}:pool_again", ("pools",))
    add_live_handler(app, "run", f"{HANDLER}:run_code", ("pools",))
    app.add_node(LivePart, html=(visit_part, depart_part))
    load_with(app, LivePart, STATIC, "pool.css", "pool-plots.js", "pool.js")
    app.connect("doctree-read", _note_live)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _note_live(app: Sphinx, doctree: nodes.document) -> None:
    if next(doctree.findall(LivePart), None):
        app.env.metadata[app.env.current_document.docname][LIVE] = True
