"""`choose-next`: what a neighbourhood could do next, ranked at once by a group's own weights."""

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from resilience.site.assets import load_with
from resilience.site.choose.data import choice_data
from resilience.site.choose.node import NAME, ChooseDirective, ChooseNext, depart_choose, visit_choose
from resilience.site.shown import PIECES

STATIC = Path(__file__).parent / "static"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: the directive, its node, its style and script."""
    PIECES[NAME] = choice_data
    app.add_node(ChooseNext, html=(visit_choose, depart_choose))
    app.add_directive(NAME, ChooseDirective)
    load_with(app, ChooseNext, STATIC, "choose.css", "choose-ranking.js", "choose.js")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
