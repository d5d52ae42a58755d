"""Styles and scripts that only pages with a node of some kind load."""

from functools import partial
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config


def load_with(app: Sphinx, node: type[nodes.Node], static: Path, style: str, *scripts: str) -> None:
    """Offer a folder of static files, and load a style and scripts of it on pages that hold a node."""
    app.connect("config-inited", partial(_offer, static))
    app.connect("html-page-context", partial(_load, node, style, scripts))


def _offer(static: Path, app: Sphinx, config: Config) -> None:
    config.html_static_path.append(str(static))


def _load(
    node: type[nodes.Node],
    style: str,
    scripts: tuple[str, ...],
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    if doctree is not None and next(doctree.findall(node), None):
        app.add_css_file(style)
        for script in scripts:
            app.add_js_file(script, loading_method="defer")
