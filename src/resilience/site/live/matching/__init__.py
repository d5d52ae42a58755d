"""The box on the Activities page: the reader's own words, and the activity types that they mean."""

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.typing import ExtensionMetadata

from .. import add_live_data, add_live_handler
from .box import HANDLER, ActivityBox, ActivityBoxDirective, depart_box, visit_box
from .facts import activities, lexicon

STATIC = Path(__file__).parent / "static"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: the directive `activity-box`, the function that it calls and the data of that."""
    app.setup_extension("resilience.site.live")
    add_live_data(app, "lexicon", lexicon)
    add_live_data(app, "activities", activities)
    add_live_handler(
        app, HANDLER, "resilience.site.live.matching.handler:match_text", ("lexicon", "activities")
    )
    app.add_node(ActivityBox, html=(visit_box, depart_box))
    app.add_directive("activity-box", ActivityBoxDirective)
    app.connect("config-inited", _offer_static)
    app.connect("html-page-context", _load_where_needed)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _offer_static(app: Sphinx, config: Config) -> None:
    config.html_static_path.append(str(STATIC))


def _load_where_needed(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if doctree is not None and next(doctree.findall(ActivityBox), None):
        app.add_css_file("activity-box.css")
        app.add_js_file("activity-box.js", loading_method="defer")
