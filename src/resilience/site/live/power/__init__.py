"""`plan-evaluation`: how small a change an evaluation can see, for the reader's own numbers."""

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.typing import ExtensionMetadata

from ...shown import PIECES
from .. import add_live_handler
from .form import HANDLER, NAME, PlanDirective, PlanForm, depart_form, start_of, visit_form

STATIC = Path(__file__).parent / "static"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: the directive, the function that it calls, its style and script."""
    app.setup_extension("resilience.site.live")
    PIECES[NAME] = start_of
    add_live_handler(app, HANDLER, "resilience.site.live.power.handler:plan")
    app.add_node(PlanForm, html=(visit_form, depart_form))
    app.add_directive(NAME, PlanDirective)
    app.connect("config-inited", _offer_static)
    app.connect("html-page-context", _load_where_needed)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _offer_static(app: Sphinx, config: Config) -> None:
    config.html_static_path.append(str(STATIC))


def _load_where_needed(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if doctree is not None and next(doctree.findall(PlanForm), None):
        app.add_css_file("plan.css")
        app.add_js_file("plan.js", loading_method="defer")
