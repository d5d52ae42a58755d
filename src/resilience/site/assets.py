"""Styles and scripts that only some pages load."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

Wanted = Callable[[nodes.document], Iterable[str]]
"""Names the files that a page loads, from what stands on it."""


def load_where(app: Sphinx, static: Path, wanted: Wanted) -> None:
    """Offer a folder of static files, and load on each page those styles and scripts that it wants."""

    def offer(app: Sphinx, config: Config) -> None:
        config.html_static_path.append(str(static))

    def load(
        app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
    ) -> None:
        for name in wanted(doctree) if doctree is not None else ():
            if name.endswith(".css"):
                app.add_css_file(name)
            else:
                app.add_js_file(name, loading_method="defer")

    app.connect("config-inited", offer)
    app.connect("html-page-context", load)
