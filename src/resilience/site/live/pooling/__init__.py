"""Live meta-analysis on the pages of sets: other studies, another method, the reader's own code."""

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.typing import ExtensionMetadata

from ...pages.docutils_tree import LivePart
from .. import LIVE, add_live_data, add_live_handler
from .part import depart_part, visit_part
from .sets import live_sets

STATIC = Path(__file__).parent / "static"
HANDLER = "resilience.site.live.pooling.handler"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: the part of a page, the functions that it calls and their data."""
    app.setup_extension("resilience.site.live")
    add_live_data(app, "pools", live_sets)
    add_live_handler(app, "pool", f"{HANDLER}:pool_again", ("pools",))
    add_live_handler(app, "run", f"{HANDLER}:run_code", ("pools",))
    app.add_node(LivePart, html=(visit_part, depart_part))
    app.connect("config-inited", _offer_static)
    app.connect("doctree-read", _note_live)
    app.connect("html-page-context", _load_where_needed)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _offer_static(app: Sphinx, config: Config) -> None:
    config.html_static_path.append(str(STATIC))


def _note_live(app: Sphinx, doctree: nodes.document) -> None:
    if next(doctree.findall(LivePart), None):
        app.env.metadata[app.env.current_document.docname][LIVE] = True


def _load_where_needed(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if doctree is not None and next(doctree.findall(LivePart), None):
        app.add_css_file("pool.css")
        app.add_js_file("pool-plots.js", loading_method="defer")
        app.add_js_file("pool.js", loading_method="defer")
