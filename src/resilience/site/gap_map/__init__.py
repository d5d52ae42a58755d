"""The gap map on a page: a table whose cells lead to their studies, and the same as a list for phones."""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from resilience.site.assets import load_with
from resilience.site.gap_map.node import NAME, GapMap, GapMapDirective, depart_map, shown_map, visit_map
from resilience.site.shown import PIECES

STATIC = Path(__file__).parent / "static"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: the directive `gap-map`, its node, its style and script."""
    PIECES[NAME] = shown_map
    app.add_node(GapMap, html=(visit_map, depart_map))
    app.add_directive(NAME, GapMapDirective)
    load_with(app, GapMap, STATIC, "gap-map.css", "gap-map.js")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
