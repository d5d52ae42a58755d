"""How much each place needs each kind of activity."""

from resilience.records.place import Place
from resilience.records.vocabulary import Nation
from resilience.site.pages.common import Pages


def types_of(pages: Pages, nation: Nation) -> list[str]:
    """Give the activity types for which a figure of a nation says what is needed."""
    return []


def needs_of(pages: Pages, place: Place) -> list[int | None]:
    """Give the need of a place for each of these types, of 100; None where it is not known."""
    return [None for _ in types_of(pages, place.nation)]
