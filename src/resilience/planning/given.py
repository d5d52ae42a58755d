"""What every step is given: the facts on record, the walk, the place, and the places of its nation."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from resilience.appraisal.asked import NOWHERE, Asked, ranking_of
from resilience.appraisal.ranking import CannotRank, Ranking
from resilience.places.comparison import Choice, Comparison, compare
from resilience.places.nation import NationTable, Weighted, apart
from resilience.planning.walk import MAHALANOBIS, Walk


@dataclass(frozen=True)
class Standing:
    """How a place stands, as the file of its council has it (`from_records/council_file`).

    The file of a neighbourhood of the programme has the same form and one place.
    """

    file: Mapping[str, Any]
    place: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Name the place."""
        return str(self.place["name"])

    @property
    def nation(self) -> str:
        """Name the nation."""
        return str(self.file["nation"])

    @property
    def better(self) -> dict[str, float | None]:
        """Give the share of the nation's places that are better off, of 100, by figure."""
        return dict(zip(self.file["figures"], self.place["better"], strict=True))

    @property
    def known(self) -> dict[str, float]:
        """Give the same without figures that are not known."""
        return {key: share for key, share in self.better.items() if share is not None}


class Compared(NamedTuple):
    """The place held against the others of its nation, as the group asks for it."""

    table: NationTable
    place: Weighted
    choice: Choice
    found: Comparison


class Near(NamedTuple):
    """A place that is much like the group's own."""

    link: str
    name: str
    council: str
    distance: float


@dataclass(frozen=True)
class Given:
    """What a step is given; a part that is not known is None."""

    facts: Mapping[str, Any]
    """By the name of what reads it: `common`, and a key for each step that needs facts of its own."""
    walk: Walk
    standing: Standing | None = None
    table: NationTable | None = None
    """All places of the nation, needed to compare."""

    @property
    def nation(self) -> str:
        """Name the nation of the place; NOWHERE without one."""
        return self.standing.nation if self.standing else NOWHERE

    @cached_property
    def ranked(self) -> tuple[Ranking | None, str]:
        """The activities ranked as the group asks, worked out once; without a ranking, why there is none."""
        walk = self.walk
        asked = Asked(
            outcomes=walk.outcomes,
            nation=self.nation,
            better=self.standing.better if self.standing else {},
            most=walk.most,
            weights=walk.weights,
            out=walk.out,
            own=walk.own,
        )
        try:
            return ranking_of(self.facts["choosing"], asked), ""
        except CannotRank as reason:
            return None, str(reason)

    @cached_property
    def compared(self) -> Compared | None:
        """The place compared as the walk says, worked out once; None without a place or a table.

        Raises CannotMatch with the reason where no comparison can be made.
        """
        if self.standing is None or self.table is None:
            return None
        walk, table = self.walk, self.table
        place = table.neighbourhoods.get(walk.place) or {str(self.standing.place["code"]): 1.0}
        choice = Choice(walk.figures or apart(table.figures), walk.within, walk.distance == MAHALANOBIS)
        return Compared(table, place, choice, compare(table, place, choice))

    @property
    def nearest(self) -> list[Near]:
        """Give the places most like it; without a table those by the usual figures, as its file has them.

        None are given without a place. Raises CannotMatch as `compared` does.
        """
        if self.compared:
            table, matches = self.compared.table, self.compared.found.matches
            return [
                Near(
                    table.link_of(one.code), table.name_of(one.code), table.council_of(one.code), one.distance
                )
                for one in matches
            ]
        alike = self.standing.place["alike"] if self.standing else []
        return [Near(f"{council}.{code}", name, of, far) for code, name, of, far, council in alike]
