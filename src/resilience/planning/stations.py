"""The six steps by name: what they are called, and on which page of the book each is answered."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Station:
    """A step as readers see it."""

    title: str
    page: str
    """Its page of the book, with the place on it where it shares one."""


STATIONS: Mapping[str, Station] = {
    "place": Station("Your place", "book/neighbourhoods/place"),
    "change": Station("What to change", "book/neighbourhoods/choose#change"),
    "options": Station("Options", "book/neighbourhoods/choose#options"),
    "adapt": Station("Adapt", "book/plan/adapt"),
    "evaluate": Station("Evaluate", "book/programme/plan-evaluation"),
    "share": Station("Share", "book/plan/share"),
}
"""In the order of the path."""
