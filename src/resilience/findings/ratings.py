"""The evidence for each activity type, rated by the published rules, one group of outcomes at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from resilience.evidence import EvidenceBase
from resilience.findings.experience import Experience, experience_of
from resilience.findings.joins import Joins
from resilience.findings.votes import LeftOut, Votes, why_left_out
from resilience.rating import Change, Rating, Rules, Vote, changes, rate
from resilience.records.rating import RatingRules, RuleTable
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType, OutcomeGroup
from resilience.records.vocabulary import Design, Level

COST_OUTCOME = "cost-effectiveness"
WITHOUT_CAPS = "without-caps"


class Reading(NamedTuple):
    """The level of a cell under another table, or with a cap switched off."""

    slug: str
    label: str
    level: Level


@dataclass(frozen=True)
class RatedCell:
    """What the evidence says of one activity and one group of outcomes, and why."""

    type: ActivityType
    group: OutcomeGroup
    is_main: bool
    """Whether the activity is done for this group of outcomes."""
    rating: Rating
    votes: tuple[Vote, ...]
    rules: Rules
    others: tuple[tuple[str, str, Rules], ...]
    """Other tables: slug, label, rules."""
    trials_tried: int

    @property
    def level(self) -> Level:
        """Give the level that the rules gave."""
        return self.rating.level

    @cached_property
    def changes(self) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
        """Say what would raise the level and what would lower it."""
        return changes(self.votes, self.rules, self.trials_tried)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """Give the level under the other tables, and with each cap switched off."""
        return tuple(
            Reading(slug, label, rate(self.votes, rules).level) for slug, label, rules in self.others
        )


@dataclass(frozen=True)
class RatedType:
    """The cells of an activity type, and what stands beside them; nothing is blended."""

    type: ActivityType
    table: RuleTable
    cells: dict[str, RatedCell]
    """By group of outcomes: the main ones first, then the others in their order."""
    left_out: tuple[LeftOut, ...]
    exposures: tuple[Study, ...]
    """Studies of what people live with: they say what goes together, and vote on nothing."""
    equity: tuple[Study, ...]
    """Studies that say whether results differ between better-off and worse-off people."""
    costs: tuple[Study, ...]
    """Economic evaluations, and studies with a result on cost and value."""
    experience: Experience

    @property
    def main(self) -> tuple[RatedCell, ...]:
        """Give the cells of the groups that the activity is done for."""
        return tuple(cell for cell in self.cells.values() if cell.is_main)

    @property
    def studied(self) -> tuple[RatedCell, ...]:
        """Give the cells that a study looked at."""
        return tuple(cell for cell in self.cells.values() if cell.level is not Level.NONE)


class Ratings:
    """The ratings of one evidence base; each is made when it is first asked for."""

    def __init__(self, base: EvidenceBase, joins: Joins) -> None:
        """Take the evidence base and its joins."""
        self._base = base
        self._joins = joins
        self._votes = Votes(base)
        self._made: dict[tuple[str, str], RatedType] = {}

    def of(self, slug: str, table: str | None = None) -> RatedType:
        """Rate the evidence for a type by one of the tables, the first where none is named.

        Raises KeyError where there is no such type or table.
        """
        tables = {one.slug: one for one in self._base.rating.tables}
        chosen = tables[table] if table else self._base.rating.tables[0]
        key = (slug, chosen.slug)
        if key not in self._made:
            self._made[key] = self._rate(self._base.types[slug], chosen)
        return self._made[key]

    def all(self, table: str | None = None) -> dict[str, RatedType]:
        """Rate every type, by slug, in the order of the code frame."""
        return {slug: self.of(slug, table) for slug in self._base.types}

    def _rate(self, type_: ActivityType, table: RuleTable) -> RatedType:
        studies = self._joins.studies_by_type.get(type_.slug, [])
        left_out = [
            LeftOut(study, why)
            for study in (*studies, *self._joins.withdrawn_by_type.get(type_.slug, []))
            if (why := why_left_out(study, type_.slug)) is not None
        ]
        return RatedType(
            type=type_,
            table=table,
            cells=self._cells(type_, table, studies),
            left_out=tuple(left_out),
            exposures=tuple(study for study in studies if study.of_exposure),
            equity=tuple(study for study in studies if study.inequality),
            costs=tuple(study for study in studies if _is_on_cost(study)),
            experience=experience_of(self._base, self._joins, type_.slug),
        )

    def _cells(self, type_: ActivityType, table: RuleTable, studies: Iterable[Study]) -> dict[str, RatedCell]:
        votes = self._votes.of(type_.slug, studies)
        rules = Rules.of(self._base.rating, table)
        others = tuple(other_rules(table, self._base.rating))
        groups = self._base.outcome_groups
        order = [*type_.main_outcomes, *(slug for slug in groups if slug not in type_.main_outcomes)]
        cells = {}
        for slug in order:
            cells[slug] = RatedCell(
                type=type_,
                group=groups[slug],
                is_main=slug in type_.main_outcomes,
                rating=rate(votes.get(slug, []), rules),
                votes=tuple(votes.get(slug, [])),
                rules=rules,
                others=others,
                trials_tried=self._base.rating.trials_tried,
            )
        return cells


def other_rules(table: RuleTable, rules: RatingRules) -> Iterable[tuple[str, str, Rules]]:
    """Give the other tables, then this one with each cap switched off in turn, and with none on."""
    for other in rules.tables:
        if other is not table:
            yield other.slug, other.label, Rules.of(rules, other)
    own = Rules.of(rules, table)
    for cap in rules.caps:
        yield f"without-{cap.slug}", f"Without the cap on {cap.label}", own.without(cap.slug)
    yield WITHOUT_CAPS, "Without any cap", own.without(*own.caps)


def _is_on_cost(study: Study) -> bool:
    on_cost = any(outcome.category == COST_OUTCOME for outcome in study.outcomes)
    return study.design is Design.ECONOMIC_EVALUATION or on_cost
