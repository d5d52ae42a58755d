"""What every page loads: the theme's style sheet and scripts, and none that an extension adds besides."""

from pathlib import PurePosixPath
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from resilience.figures.palette import DOMAIN_COLOURS, custom_properties
from resilience.records.vocabulary import Direction, Level

# The style sheet covers what these would style, and nothing on a page calls these scripts.
NOT_NEEDED = (
    "pygments.css",
    "mystnb.*.css",
    "sphinx-design.min.css",
    "design-tabs.js",
    "doctools.js",
    "documentation_options.js",
    "sphinx_highlight.js",
    "translations.js",
)


def render_palette(app: Sphinx, config: Config) -> None:
    """Hand to the style sheet the palette as CSS, and what has a class of its own."""
    config.html_context["palette"] = custom_properties()
    config.html_context["classes"] = {
        "domains": tuple(DOMAIN_COLOURS),
        "directions": tuple(Direction),
        "levels": tuple(Level),
    }


def keep_own_assets(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Drop style sheets and scripts that come from another site or are not needed."""
    for kind in ("css_files", "script_files"):
        context[kind] = [asset for asset in context[kind] if _is_kept(str(asset.filename or ""))]


def _is_kept(filename: str) -> bool:
    name = PurePosixPath(filename)
    return "://" not in filename and not any(name.match(pattern) for pattern in NOT_NEEDED)
