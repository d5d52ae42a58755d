"""Where the repository stands, and the links to it by which readers mend what they read."""

import re
from collections.abc import Mapping
from urllib.parse import quote, urlencode

from resilience.site.pages.catalogue import kind_of

_SERVER = re.compile(r"https://[A-Za-z0-9.-]+(?::\d{1,5})?", re.ASCII)
_NAME = re.compile(r"[A-Za-z0-9._-]+/[A-Za-z0-9._-]+", re.ASCII)
FORM = "correction.yml"
"""The issue form by which a record is corrected."""


def address_in(environment: Mapping[str, str]) -> str:
    """Give the address that GitHub Actions sets by itself; nothing where it is not set or is none.

    https://docs.github.com/en/actions/reference/workflows-and-actions/variables
    """
    server, name = environment.get("GITHUB_SERVER_URL", ""), environment.get("GITHUB_REPOSITORY", "")
    return f"{server}/{name}" if _SERVER.fullmatch(server) and _NAME.fullmatch(name) else ""


def correction_link(repository: str, docname: str) -> str:
    """Give the address of the form for a record page, with the record filled in."""
    record = f"{docname.partition('/')[0]}/{kind_of(docname)[1]}"
    filled = {"template": FORM, "title": f"Correction: {record}", "record": record}
    return f"{repository}/issues/new?{urlencode(filled, quote_via=quote)}"
