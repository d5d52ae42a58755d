"""`comparison-areas`: the wards most like a place, on figures that the reader chooses."""

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.typing import ExtensionMetadata

from ...shown import PIECES
from .. import add_live_data, add_live_handler
from .form import HANDLER, NAME, AreasDirective, AreasForm, areas_data, depart_form, visit_form, wards_data

STATIC = Path(__file__).parent / "static"
IMPORTS = ("resilience.places.wards", "resilience.places.comparison")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: the directive, the function that it calls with its data, its style and script."""
    app.setup_extension("resilience.site.live")
    PIECES[NAME] = areas_data
    add_live_data(app, "wards", wards_data)
    add_live_handler(app, HANDLER, "resilience.site.live.areas.handler:find_areas", ("wards",), IMPORTS)
    app.add_node(AreasForm, html=(visit_form, depart_form))
    app.add_directive(NAME, AreasDirective)
    app.connect("config-inited", _offer_static)
    app.connect("html-page-context", _load_where_needed)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _offer_static(app: Sphinx, config: Config) -> None:
    config.html_static_path.append(str(STATIC))


def _load_where_needed(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if doctree is not None and next(doctree.findall(AreasForm), None):
        app.add_css_file("areas.css")
        app.add_js_file("areas.js", loading_method="defer")
