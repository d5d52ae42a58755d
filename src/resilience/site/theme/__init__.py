"""The look of the book: a Sphinx theme with its own page shell, one style sheet and a few small scripts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.typing import ExtensionMetadata

from resilience.site.assets import load_where
from resilience.site.theme.context import add_shell
from resilience.site.theme.folds import FoldSections, fold_files
from resilience.site.theme.page_assets import keep_own_assets, render_palette
from resilience.site.theme.sections import check_sections
from resilience.site.theme.table_regions import (
    TableRegion,
    WrapTables,
    depart_region,
    visit_region,
)

THEME = "resilience"
AFTER_ALL_OTHERS = 950


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the theme, its scripts and what its templates need to know about a page."""
    app.add_html_theme(THEME, Path(__file__).parent)
    app.add_js_file("theme.js")
    app.add_js_file("book.js", loading_method="defer")
    app.add_node(TableRegion, html=(visit_region, depart_region))
    app.add_post_transform(WrapTables)
    app.add_post_transform(FoldSections)
    app.connect("config-inited", render_palette)
    app.connect("builder-inited", _drop_sphinx_index)
    app.connect("html-collect-pages", _extra_pages)
    app.connect("env-check-consistency", check_sections)
    app.connect("html-page-context", add_shell)
    load_where(app, None, fold_files)
    app.connect("html-page-context", keep_own_assets, priority=AFTER_ALL_OTHERS)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _drop_sphinx_index(app: Sphinx) -> None:
    if isinstance(app.builder, StandaloneHTMLBuilder):
        app.builder.search = False


def _extra_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    yield "search", {}, "search.html"
    yield "404", {}, "404.html"
