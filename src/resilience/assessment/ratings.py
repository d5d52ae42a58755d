"""The evidence for each activity type, rated by the published rules, with what stands beside the rating."""

from dataclasses import dataclass
from typing import NamedTuple

from ..evidence import EvidenceBase
from ..evidence.joins import Joins
from ..records.rating import RuleTable
from ..records.study import Study
from ..records.taxonomy import ActivityType
from ..records.vocabulary import Design, Level
from ..synthesis.rating import Change, Rating, Rules, StudyFacts, Thresholds, changes, rate
from .experience import Experience, experience_of
from .study_facts import LeftOut, facts_of

COST_OUTCOME = "cost-effectiveness"


class Reading(NamedTuple):
    """The level under one table."""

    table: RuleTable
    level: Level


@dataclass(frozen=True)
class RatedType:
    """How good the evidence for an activity type is, why, and what stands beside it; nothing is blended."""

    type: ActivityType
    table: RuleTable
    level: Level
    rating: Rating
    counted: tuple[StudyFacts, ...]
    left_out: tuple[LeftOut, ...]
    raised_by: tuple[Change, ...]
    lowered_by: tuple[Change, ...]
    other_tables: tuple[Reading, ...]
    exposures: tuple[Study, ...]
    """Studies of an exposure: they say what goes together, and count for nothing in the level."""
    equity: tuple[Study, ...]
    """Studies that say whether results differ between better-off and worse-off people."""
    costs: tuple[Study, ...]
    """Economic evaluations, and studies with a result on cost and value."""
    experience: Experience


class Ratings:
    """The ratings of one evidence base; each is made when it is first asked for."""

    def __init__(self, base: EvidenceBase, joins: Joins | None = None) -> None:
        """Take the evidence base, and its joins where somebody has made them."""
        self._base = base
        self._joins = joins or Joins(base)
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
        counted, left_out = facts_of(self._base, studies)
        rating = rate(counted, rules_of(table))
        raised_by, lowered_by = changes(counted, rules_of(table))
        return RatedType(
            type=type_,
            table=table,
            level=Level(rating.level),
            rating=rating,
            counted=tuple(counted),
            left_out=tuple(left_out),
            raised_by=raised_by,
            lowered_by=lowered_by,
            other_tables=tuple(
                Reading(other, Level(rate(counted, rules_of(other)).level))
                for other in self._base.rating.tables
                if other is not table
            ),
            exposures=tuple(study for study in studies if study.of_exposure),
            equity=tuple(study for study in studies if study.inequality),
            costs=tuple(study for study in studies if _is_on_cost(study)),
            experience=experience_of(self._base, self._joins, type_.slug),
        )


def rules_of(table: RuleTable) -> Rules:
    """Give a table as the rules that synthesis works with."""
    return Rules(
        strong=Thresholds(table.strong.studies, table.strong.benefit, table.strong.trials),
        promising=Thresholds(table.promising.studies, table.promising.benefit),
        not_supported=Thresholds(table.not_supported.studies, table.not_supported.no_benefit),
        caps={str(cap): str(level) for cap, level in table.caps.items()},
    )


def _is_on_cost(study: Study) -> bool:
    on_cost = any(outcome.category == COST_OUTCOME for outcome in study.outcomes)
    return study.design is Design.ECONOMIC_EVALUATION or on_cost
