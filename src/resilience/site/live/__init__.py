"""Python in the reader's browser: what pages may call there, and the files that they load for it.

A page calls a handler by its name (`live.call("match", {...})` in static/live.js). The first call starts a
worker (worker.js), which loads Pyodide, the zip of our own modules (bundle.py) and the data that the handler
needs, and asks the bridge (browser/bridge.py) for an answer. Nothing is fetched before that call.
"""

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.typing import ExtensionMetadata

from resilience.site.live.build import CORE, LIVE, download_of, write_live_files
from resilience.site.live.registry import add_live_data, add_live_handler

__all__ = ["LIVE", "add_live_data", "add_live_handler", "download_of"]

STATIC = Path(__file__).parent / "static"
BEFORE_OTHER_SCRIPTS = 400


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: the files below `_static/live` and the script that live pages load."""
    app.add_config_value("resilience_live_core", CORE, "", str)
    app.connect("config-inited", _offer_static)
    app.connect("env-updated", write_live_files)
    app.connect("html-page-context", _load_where_needed, priority=BEFORE_OTHER_SCRIPTS)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _offer_static(app: Sphinx, config: Config) -> None:
    config.html_static_path.append(str(STATIC))


def _load_where_needed(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if LIVE in app.env.metadata.get(pagename, {}):
        app.add_js_file("live.js", loading_method="defer")
