"""Words by which readers look for a page, beside those that its record has."""

from enum import StrEnum

from resilience.records.base import Record, Text
from resilience.records.slugs import CouncilSlug, NeighbourhoodSlug, OutcomeSlug, TypeSlug


class Stands(StrEnum):
    """Where a page of prose stands among what a search finds."""

    TOOL = "tool"
    PAGE = "page"
    LAST = "last"


class ActivityWords(Record):
    """What readers call an activity type."""

    type: TypeSlug
    """The activity type."""
    words: tuple[Text, ...]
    """How readers may look for it."""


class OutcomeWords(Record):
    """What readers call an outcome."""

    outcome: OutcomeSlug
    """The group of outcomes."""
    words: tuple[Text, ...]
    """How readers may look for it."""


class NeighbourhoodWords(Record):
    """Other names by which readers look for a neighbourhood, such as the town that it is in."""

    neighbourhood: NeighbourhoodSlug
    """The neighbourhood."""
    words: tuple[Text, ...]
    """Other names of the place and of places in it."""


class CouncilWords(Record):
    """Other names by which readers look for a council: its towns, who went before it or came after."""

    council: CouncilSlug
    """The council."""
    words: tuple[Text, ...]
    """Other names of the council and its area."""


class PageWords(Record):
    """What readers call what a page of prose holds."""

    page: Text
    """The page, as its path without an ending, such as `book/neighbourhoods/choose`."""
    stands: Stands
    """`tool` first among pages of prose, `page` in the middle, `last` for those who look after the book."""
    words: tuple[Text, ...]
    """How readers may look for it."""


class SearchWords(Record):
    """The whole of `search.yml`."""

    activities: tuple[ActivityWords, ...] = ()
    outcomes: tuple[OutcomeWords, ...] = ()
    neighbourhoods: tuple[NeighbourhoodWords, ...] = ()
    councils: tuple[CouncilWords, ...] = ()
    pages: tuple[PageWords, ...] = ()
