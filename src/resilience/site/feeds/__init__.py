"""Feeds of what changed: one for the whole book, and one beside each page of a record."""

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.typing import ExtensionMetadata

from resilience.site.beside_pages import write_beside
from resilience.site.evidence_of import pages_of
from resilience.site.feeds.atom import ALL, CHANGES, feed_of, feed_of_all
from resilience.site.pages.catalogue import docnames, is_first_page
from resilience.site.pages.record_links import LINKS
from resilience.site.states import made_from, note_made_from, state_of_build

ENDING = ".atom"
FEEDS = "feeds"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Join Sphinx: write the feeds while the book is built, and link to them from the heads of pages."""
    app.connect("env-updated", _write)
    app.connect("html-page-context", _link)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def has_feed(docname: str) -> bool:
    """Tell whether a page of a record has a feed of its own."""
    return docname.partition("/")[0] in LINKS and is_first_page(docname)


def _link(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give the templates the addresses of feeds: whole ones where the address of the site is known."""
    site = app.config.html_baseurl

    def address(name: str) -> str:
        return f"{site}{name}" if site else str(context["pathto"](name, resource=True))

    context["feed_of_all"] = address(f"{ALL}{ENDING}")
    own = pagename if has_feed(pagename) else ALL if pagename == CHANGES else None
    context["feed"] = address(f"{own}{ENDING}") if own else None


def _write(app: Sphinx, env: BuildEnvironment) -> list[str]:
    if app.builder.format != "html":
        return []
    pages, folder, site = pages_of(env), Path(app.outdir), app.config.html_baseurl
    state = f"{state_of_build(app)} {pages.history.newest} {pages.history.why_not} {site}"
    if (folder / f"{ALL}{ENDING}").exists() and made_from(app, FEEDS) == state:
        return []
    texts = {ALL: feed_of_all(pages, site)}
    texts |= {name: feed_of(pages, name, site) for name, _ in docnames(pages.base) if has_feed(name)}
    write_beside(folder, LINKS, ENDING, {name: text.encode() for name, text in texts.items()})
    note_made_from(app, FEEDS, state)
    return []
