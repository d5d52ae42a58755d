"""What every record page says, in a digest each, so that two states of the evidence can be compared."""

import hashlib

from resilience.changes.state import PageFound
from resilience.site.pages.catalogue import docnames, page_of
from resilience.site.pages.common import Pages


def digests(pages: Pages) -> dict[str, PageFound]:
    """Lay out all record pages, and digest each by its docname."""
    found = {}
    for docname, _ in docnames(pages.base):
        page = page_of(pages, docname)
        found[docname] = PageFound(page.title, hashlib.sha256(repr(page).encode()).hexdigest()[:16])
    return found
