"""The box on the Activities page: the reader's own words, and the activity types that they mean."""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from resilience.site.assets import load_with
from resilience.site.live import add_live_data, add_live_handler
from resilience.site.live.matching.box import (
    HANDLER,
    ActivityBox,
    ActivityBoxDirective,
    depart_box,
    visit_box,
)
from resilience.site.live.matching.facts import activities, lexicon

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
    load_with(app, ActivityBox, STATIC, "activity-box.css", "activity-box.js")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
