"""What was studied and what was not: activity types by groups of outcomes, each cell with its evaluations.

After evidence and gap maps as 3ie makes them: Snilstveit B and others. Evidence and gap maps: a tool for
promoting evidence informed policy and strategic research agendas. J Clin Epidemiol 2016;79:120-129.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from resilience.evidence import EvidenceBase
from resilience.findings.joins import Joins
from resilience.findings.votes import Votes, columns_of
from resilience.rating import Vote
from resilience.records.search_log import Sought
from resilience.records.study import Study
from resilience.records.vocabulary import Direction, Tier

NO_TYPE = ""
"""Stands where a type does, for studies of none of the listed activities."""


@dataclass(frozen=True)
class CellStudy:
    """An evaluation or review as it stands in one cell: the vote that it has there."""

    reports: tuple[str, ...]
    """Keys of the studies that report it."""
    direction: Direction
    """Which way its results point, turned over where the opposite of the activity was studied."""
    tier: Tier
    in_uk: bool
    says_equity: bool
    of_exposure: bool
    """Whether it is of something that people live with; such studies vote on no activity."""


@dataclass(frozen=True)
class Cell:
    """An activity type, or `NO_TYPE`, and a group of outcomes."""

    type: str
    outcome: str
    """The slug of a group of outcomes, or of an outcome that is in no group."""
    seen: tuple[CellStudy, ...]
    """All that measured the outcome."""
    looked_for: bool
    """Whether anyone looked for studies of the type."""

    @property
    def studies(self) -> tuple[CellStudy, ...]:
        """Those of an activity that tell a direction."""
        return tuple(one for one in self._told if not one.of_exposure)

    @property
    def exposures(self) -> tuple[CellStudy, ...]:
        """Those of what people live with that tell a direction; no activity is judged by them."""
        return tuple(one for one in self._told if one.of_exposure)

    @property
    def not_told(self) -> tuple[CellStudy, ...]:
        """Those that name no side; they count for nothing."""
        return tuple(one for one in self.seen if not one.direction.is_told)

    @property
    def _told(self) -> Iterator[CellStudy]:
        return (one for one in self.seen if one.direction.is_told)


@dataclass(frozen=True)
class WorthFilling:
    """A main aim of an activity that councils have, with the study that is missing most."""

    type: str
    outcome: str
    councils: int
    measured: bool
    """Whether any study of the activity measured it; then none of them compares, and none is a review."""


COMPARING = (Tier.TRIAL, Tier.CONTROLLED, Tier.REVIEW)


def worth_filling(
    base: EvidenceBase, cells: Mapping[str, tuple[Cell, ...]], councils: Mapping[str, int], most: int = 5
) -> list[WorthFilling]:
    """Give the gaps most worth filling, one an activity: main aims that no study measured come first.

    After them come those of which no study compares. The more councils (by type) do the activity, the higher.
    """
    found = [
        WorthFilling(slug, cell.outcome, councils[slug], bool(cell.studies))
        for slug, row in cells.items()
        for cell in row
        if councils.get(slug) and cell.outcome in base.types[slug].main_outcomes
        if not any(one.tier in COMPARING for one in cell.studies)
    ]
    found.sort(key=lambda gap: (gap.measured, -gap.councils))
    once = {gap.type: gap for gap in reversed(found)}
    return [gap for gap in found if once[gap.type] is gap][:most]


def directions_of(studies: Iterable[CellStudy]) -> Counter[Direction]:
    """Count evaluations by direction."""
    return Counter(study.direction for study in studies)


def tiers_in(studies: Iterable[CellStudy]) -> Counter[Tier]:
    """Count evaluations by what their comparison can show."""
    return Counter(study.tier for study in studies)


def gap_map(base: EvidenceBase, joins: Joins) -> Mapping[str, tuple[Cell, ...]]:
    """Give the cells of each activity type, in the order of the columns, and last those of `NO_TYPE`."""
    votes = Votes(base)
    elsewhere = [study for study in base.studies.values() if is_elsewhere(study)]
    rows = {
        slug: tuple(
            _cells(base, votes, slug, joins.studies_by_type.get(slug, []), was_looked_for(joins, slug))
        )
        for slug in base.types
    }
    return rows | {NO_TYPE: tuple(_cells(base, votes, NO_TYPE, elsewhere, looked_for=False))}


def is_elsewhere(study: Study) -> bool:
    """Say whether a study is of none of the listed activities: without a type, or off the topic of each."""
    return all(study.is_off_topic(slug) for slug in study.types)


def was_looked_for(joins: Joins, slug: str) -> bool:
    """Say whether studies of a type were looked for.

    Until logs of searches were kept there was no list of what was looked for. A type that has a log, a study,
    a lead or a note on a gap was looked for; of the others nothing is known.
    """
    kinds = (joins.studies_by_type, joins.leads_by_type, joins.gaps_about)
    return (Sought.STUDIES, slug) in joins.searches_by_type or any(kind.get(slug) for kind in kinds)


def _cells(base: EvidenceBase, votes: Votes, slug: str, studies: list[Study], looked_for: bool) -> list[Cell]:
    of_activity, of_exposure = votes.of(slug, studies), votes.of_exposures(slug, studies)
    return [
        Cell(
            slug,
            column,
            (
                *(_cell_study(base, vote, of_exposure=False) for vote in of_activity.get(column, [])),
                *(_cell_study(base, vote, of_exposure=True) for vote in of_exposure.get(column, [])),
            ),
            looked_for,
        )
        for column in columns_of(base)
    ]


def _cell_study(base: EvidenceBase, vote: Vote, *, of_exposure: bool) -> CellStudy:
    studies = [base.studies[key] for key in vote.reports]
    return CellStudy(
        vote.reports,
        vote.direction,
        vote.tier,
        any(study.in_uk for study in studies),
        any(study.inequality for study in studies),
        of_exposure,
    )
