"""What was studied and what was not: activity types by outcomes, each cell with its studies.

After evidence and gap maps as 3ie makes them: Snilstveit B and others. Evidence and gap maps: a tool for
promoting evidence informed policy and strategic research agendas. J Clin Epidemiol 2016;79:120-129.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..evidence import EvidenceBase
from ..evidence.joins import Joins
from ..records.study import Study
from ..records.vocabulary import Direction, Tier
from ..synthesis.directions import direction_of_study
from .study_facts import tiers_of

NO_TYPE = ""
"""Stands where a type does, for studies of none of the listed activities."""


@dataclass(frozen=True)
class CellStudy:
    """A study as it stands in one cell."""

    key: str
    direction: Direction
    """Which way its results on this outcome point."""
    tier: Tier
    in_uk: bool
    says_equity: bool
    of_exposure: bool
    """Whether it is of an exposure, such as a cold home; harm then means that the exposure harms."""


@dataclass(frozen=True)
class Cell:
    """An activity type, or `NO_TYPE`, and an outcome."""

    type: str
    outcome: str
    seen: tuple[CellStudy, ...]
    """All studies that measured the outcome."""
    looked_for: bool
    """Whether anyone looked for studies of the type."""

    @property
    def studies(self) -> tuple[CellStudy, ...]:
        """Those of an activity, with a result that points one way."""
        return tuple(one for one in self._clear if not one.of_exposure)

    @property
    def exposures(self) -> tuple[CellStudy, ...]:
        """Those of an exposure, with a result that points one way; no activity is judged by them."""
        return tuple(one for one in self._clear if one.of_exposure)

    @property
    def unclear(self) -> tuple[CellStudy, ...]:
        """Those of which no such result was seen; they count for nothing."""
        return tuple(one for one in self.seen if one.direction is Direction.UNCLEAR)

    @property
    def _clear(self) -> Iterator[CellStudy]:
        return (one for one in self.seen if one.direction is not Direction.UNCLEAR)


def directions_of(studies: Iterable[CellStudy]) -> Counter[Direction]:
    """Count studies by direction."""
    return Counter(study.direction for study in studies)


def tiers_in(studies: Iterable[CellStudy]) -> Counter[Tier]:
    """Count studies by what their design can show."""
    return Counter(study.tier for study in studies)


def gap_map(base: EvidenceBase, joins: Joins) -> Mapping[str, tuple[Cell, ...]]:
    """Give the cells of each activity type, in the order of the outcomes, and last those of `NO_TYPE`."""
    untyped = [study for study in base.studies.values() if not study.types]
    rows = {
        slug: tuple(_cells(base, slug, joins.studies_by_type.get(slug, []), was_looked_for(joins, slug)))
        for slug in base.types
    }
    return rows | {NO_TYPE: tuple(_cells(base, NO_TYPE, untyped, looked_for=False))}


def was_looked_for(joins: Joins, slug: str) -> bool:
    """Say whether studies of a type were looked for.

    The gathering kept no list of what it looked for. A type that has a study, a lead or a note on a gap was
    looked for; of the others nothing is known.
    """
    found = joins.studies_by_type.get(slug) or joins.leads_by_type.get(slug) or joins.gaps_about.get(slug)
    return bool(found)


def _cells(base: EvidenceBase, slug: str, studies: list[Study], looked_for: bool) -> list[Cell]:
    by_outcome: dict[str, list[CellStudy]] = defaultdict(list)
    tiers = tiers_of(base.rating)
    for study in studies:
        directions: dict[str, list[Direction]] = defaultdict(list)
        for one in study.outcomes:
            directions[one.category].append(one.direction)
        for outcome, pointing in directions.items():
            by_outcome[outcome].append(_cell_study(study, pointing, tiers[study.design]))
    return [Cell(slug, outcome, tuple(by_outcome[outcome]), looked_for) for outcome in base.outcomes]


def _cell_study(study: Study, directions: list[Direction], tier: Tier) -> CellStudy:
    found = direction_of_study(directions)
    direction = next(one for one in Direction if one == found)
    return CellStudy(study.key, direction, tier, study.in_uk, bool(study.inequality), study.of_exposure)
