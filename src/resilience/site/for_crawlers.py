"""What search engines read first: the list of all pages (https://www.sitemaps.org/protocol.html), robots.txt.

Both need whole addresses, so that a build that knows none writes neither.
"""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote
from xml.sax.saxutils import escape

from sphinx.application import Sphinx

from resilience.site.pages.catalogue import is_unsearched

SITEMAP, ROBOTS = "sitemap.xml", "robots.txt"


def write_for_crawlers(app: Sphinx, exception: Exception | None) -> None:
    """Write both files, or remove those of an earlier build that knew the address of the site."""
    if exception is not None or app.builder.format != "html":
        return
    sitemap, robots = Path(app.outdir) / SITEMAP, Path(app.outdir) / ROBOTS
    site = app.config.html_baseurl
    if not site:
        sitemap.unlink(missing_ok=True)
        robots.unlink(missing_ok=True)
        return
    sitemap.write_text(sitemap_of(site, app.env.all_docs), "utf-8")
    robots.write_text(robots_of(site), "utf-8")


def sitemap_of(site: str, docnames: Iterable[str]) -> str:
    """List the addresses of pages that are for readers who search, in order."""
    pages = (f"{site}{quote(name)}.html" for name in sorted(docnames) if not is_unsearched(name))
    listed = "\n".join(f"<url><loc>{escape(page)}</loc></url>" for page in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{listed}\n</urlset>\n"
    )


def robots_of(site: str) -> str:
    """Let everybody read everything, and say where the list of pages is."""
    return f"User-agent: *\nDisallow:\n\nSitemap: {site}{SITEMAP}\n"
