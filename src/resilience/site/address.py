"""Where the repository and the book stand on the web: as settings say, else as GitHub Actions says of itself.

A fork that publishes its own book so has its own addresses, and nobody has to set any.
"""

import os
import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from sphinx.application import Sphinx
from sphinx.config import Config

from resilience.site.repository import address_in

ON_GITHUB = re.compile(r"https://github\.com/([^/]+)/([^/]+)")
PAGES_HOST = "github.io"


class Addresses(NamedTuple):
    """Addresses on the web; an empty one is not known."""

    repository: str
    """Without a slash at its end."""
    site: str
    """With a slash at its end."""


def settle(app: Sphinx, config: Config) -> None:
    """Give a build its addresses, before anything is made with them."""
    found = addresses(config.resilience_repository, config.resilience_site or config.html_baseurl, os.environ)
    config.resilience_repository, config.html_baseurl = found


def addresses(repository: str, site: str, variables: Mapping[str, str]) -> Addresses:
    """Fill in what no setting gives: the repository that Actions runs for, and its GitHub Pages."""
    repository = (repository or address_in(variables)).rstrip("/")
    site = (site or _pages_of(repository)).rstrip("/")
    return Addresses(repository, f"{site}/" if site else "")


def _pages_of(repository: str) -> str:
    """Give the address of a repository's GitHub Pages; other servers have theirs elsewhere."""
    found = ON_GITHUB.fullmatch(repository)
    if not found:
        return ""
    host = f"{found[1].lower()}.{PAGES_HOST}"
    return f"https://{host}" if found[2].lower() == host else f"https://{host}/{found[2]}"


def path_of(address: str) -> str:
    """Give the path of an address within its host: `/name/` for the book of a project."""
    return urlsplit(address).path
