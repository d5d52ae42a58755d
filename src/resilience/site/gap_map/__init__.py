"""The gap map on a page: a table whose cells lead to their studies, and the same as a list for phones."""

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.typing import ExtensionMetadata

from ..shown import PIECES
from .node import NAME, GapMap, GapMapDirective, depart_map, shown_map, visit_map

STATIC = Path(__file__).parent / "static"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: the directive `gap-map`, its node, its style and script."""
    PIECES[NAME] = shown_map
    app.add_node(GapMap, html=(visit_map, depart_map))
    app.add_directive(NAME, GapMapDirective)
    app.connect("config-inited", _offer_static)
    app.connect("html-page-context", _load_where_needed)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _offer_static(app: Sphinx, config: Config) -> None:
    config.html_static_path.append(str(STATIC))


def _load_where_needed(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if doctree is not None and next(doctree.findall(GapMap), None):
        app.add_css_file("gap-map.css")
        app.add_js_file("gap-map.js", loading_method="defer")
