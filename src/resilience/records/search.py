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
    words: tuple[Text, ...]


class OutcomeWords(Record):
    """What readers call an outcome."""

    outcome: OutcomeSlug
    words: tuple[Text, ...]


class NeighbourhoodWords(Record):
    """Other names by which readers look for a neighbourhood, such as the town that it is in."""

    neighbourhood: NeighbourhoodSlug
    words: tuple[Text, ...]


class CouncilWords(Record):
    """Other names by which readers look for a council: its towns, who went before it or came after."""

    council: CouncilSlug
    words: tuple[Text, ...]


class PageWords(Record):
    """What readers call what a page of prose holds."""

    page: Text
    """The page, as its path without an ending, such as `book/neighbourhoods/choose`."""
    stands: Stands
    """`tool` first among pages of prose, `page` in the middle, `last` for those who look after the book."""
    words: tuple[Text, ...]


class SearchWords(Record):
    """The whole of `search.yml`."""

    activities: tuple[ActivityWords, ...] = ()
    outcomes: tuple[OutcomeWords, ...] = ()
    neighbourhoods: tuple[NeighbourhoodWords, ...] = ()
    councils: tuple[CouncilWords, ...] = ()
    pages: tuple[PageWords, ...] = ()
