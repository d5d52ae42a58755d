"""`comparison-areas`: the wards most like a place, on figures that the reader chooses."""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from resilience.site.assets import load_with
from resilience.site.live import add_live_data, add_live_handler
from resilience.site.live.areas.form import (
    HANDLER,
    NAME,
    AreasDirective,
    AreasForm,
    areas_data,
    depart_form,
    visit_form,
    wards_data,
)
from resilience.site.shown import PIECES

STATIC = Path(__file__).parent / "static"
IMPORTS = (
    "resilience.records.area",
    "resilience.places.measures",
    "resilience.places.wards",
    "resilience.places.comparison",
)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: the directive, the function that it calls with its data, its style and script."""
    app.setup_extension("resilience.site.live")
    PIECES[NAME] = areas_data
    add_live_data(app, "wards", wards_data)
    add_live_handler(app, HANDLER, "resilience.site.live.areas.handler:find_areas", ("wards",), IMPORTS)
    app.add_node(AreasForm, html=(visit_form, depart_form))
    app.add_directive(NAME, AreasDirective)
    load_with(app, AreasForm, STATIC, "areas.css", "areas.js")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
