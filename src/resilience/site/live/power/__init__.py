"""`plan-evaluation`: how small a change an evaluation can see, for the reader's own numbers."""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from resilience.site.assets import load_with
from resilience.site.live import add_live_handler
from resilience.site.live.power.form import (
    HANDLER,
    NAME,
    PlanDirective,
    PlanForm,
    depart_form,
    start_of,
    visit_form,
)
from resilience.site.shown import PIECES

STATIC = Path(__file__).parent / "static"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: the directive, the function that it calls, its style and script."""
    app.setup_extension("resilience.site.live")
    PIECES[NAME] = start_of
    add_live_handler(app, HANDLER, "resilience.site.live.power.handler:plan")
    app.add_node(PlanForm, html=(visit_form, depart_form))
    app.add_directive(NAME, PlanDirective)
    load_with(app, PlanForm, STATIC, "plan.css", "plan.js")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
