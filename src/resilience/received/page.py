"""The record that somebody names by the address of its page, or by folder and name."""

import re
from collections.abc import Iterable

from resilience.checks.problem import meant
from resilience.received.fault import quoted
from resilience.records.english import folded

_PAGE = re.compile(r"(?:^|/)([a-z]+)/([a-z0-9]+(?:-[a-z0-9]+)*)(?:\.html)?/?(?:[?#].*)?$", re.ASCII)


def page_named(said: str) -> tuple[str, str] | None:
    """Give folder and name of a record's page; None where the words are of no page."""
    found = _PAGE.search(said.strip())
    return (found[1], found[2]) if found else None


def not_known(said: str, known: Iterable[str], says: str) -> str:
    """Say that a name is unknown, with the nearest that is known."""
    hint = meant(folded(said), known)
    return f"{quoted(said)} {says} {quoted(hint)}" if hint else f"{quoted(said)} {says}"
