"""What the rest of the site tells the theme about a page."""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx


def setup(app: Sphinx) -> None:
    app.add_css_file("https://fonts.example.org/a.css")
    app.add_js_file("https://cdn.example.org/a.js")
    app.add_css_file("sphinx-design.min.css")
    app.connect("html-page-context", describe, priority=400)


def describe(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if pagename.startswith("studies/"):
        context |= {
            "record_kind": "Study",
            "domains": ["economic-systems"],
            "repository_url": "https://example.org/r",
            "correction_url": 'https://example.org/r/issues/new?a=1&b="2',
        }
