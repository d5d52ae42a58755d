"""The places of a nation that are most like one."""

from resilience.records.place import Place
from resilience.site.pages.common import Pages

Alike = list[str | float]
"""Code, name, name of the council, distance."""


def alike_of(pages: Pages, place: Place) -> list[Alike]:
    """Give up to five places, the one most like it first."""
    return []
