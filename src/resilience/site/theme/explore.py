"""Tables that readers can sort and narrow down: the script is loaded where there is one."""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

EXPLORE = "explore"


def load_explore(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Load the script on pages with such a table."""
    if doctree is not None and any(EXPLORE in box["classes"] for box in doctree.findall(nodes.container)):
        app.add_js_file("explore.js", loading_method="defer")
