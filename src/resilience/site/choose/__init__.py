"""`choose-next`: what a neighbourhood could do next, ranked at once by a group's own weights."""

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util.typing import ExtensionMetadata

from ..shown import PIECES
from .data import choice_data
from .node import NAME, ChooseDirective, ChooseNext, depart_choose, visit_choose

STATIC = Path(__file__).parent / "static"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: the directive, its node, its style and script."""
    PIECES[NAME] = choice_data
    app.add_node(ChooseNext, html=(visit_choose, depart_choose))
    app.add_directive(NAME, ChooseDirective)
    app.connect("config-inited", _offer_static)
    app.connect("html-page-context", _load_where_needed)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _offer_static(app: Sphinx, config: Config) -> None:
    config.html_static_path.append(str(STATIC))


def _load_where_needed(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if doctree is not None and next(doctree.findall(ChooseNext), None):
        app.add_css_file("choose.css")
        app.add_js_file("choose-ranking.js", loading_method="defer")
        app.add_js_file("choose.js", loading_method="defer")
