"""Which effects may stand on one axis: numbers of one kind and unit, on one group of outcomes."""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from resilience.evidence import EvidenceBase
from resilience.findings.votes import column_of
from resilience.records.scale import Scale as PointScale
from resilience.records.study import Effect, Outcome
from resilience.records.vocabulary import Better, Direction, Metric


class Family(StrEnum):
    """A kind of number."""

    ODDS = "odds"
    RISK = "risk"
    HAZARD = "hazard"
    RATE = "rate"
    STANDARD = "standard"
    DIFFERENCE = "difference"
    PER_CENT = "per-cent"
    POINTS = "points"

    @property
    def is_ratio(self) -> bool:
        """Say whether no effect is 1 rather than 0."""
        return self in (Family.ODDS, Family.RISK, Family.HAZARD, Family.RATE)


class Scale(NamedTuple):
    """What effects share that may stand on one axis."""

    column: str
    """A group of outcomes, or an outcome that is in none."""
    family: Family
    unit: str
    """In words; empty where the kind of number says it all."""


class Interval(NamedTuple):
    """An effect with its 95% interval, as its source prints them."""

    value: float
    low: float
    high: float


ALIKE = {
    Metric.OR: Family.ODDS,
    Metric.RR: Family.RISK,
    Metric.HR: Family.HAZARD,
    Metric.RATE_RATIO: Family.RATE,
    Metric.SMD: Family.STANDARD,
}
"""Metrics that need no unit."""

SHARED_UNIT = re.compile(r"(percentage points|per cent(?: change| reduction| difference)?)\b(?!.* per )")
"""Units that say the same of whatever they are of, unless they are for each step of a dose."""

SHARE = "per cent of "

NO_UNIT = "its unit is not on record"
NO_BETTER = "which way is better is not on record"
NO_INTERVAL = "no interval was seen"
IS_SHARE = "it is a share, which says nothing of a difference"
IS_COUNT = "it is a count, which says nothing of a difference"
NO_RATIO = "a limit of 0 has no place on a scale of ratios"
DISAGREES = "its number and the side that was found do not agree; the record is to be looked at"


def scale_of(base: EvidenceBase, outcome: Outcome) -> Scale:
    """Give the scale of a result; its unit is empty where it has none on record."""
    metric = outcome.effect.metric if outcome.effect and outcome.effect.metric else Metric.OTHER
    column = column_of(base, outcome.category)
    if metric in ALIKE:
        return Scale(column, ALIKE[metric], "")
    unit = shared_unit(outcome.unit or "")
    if metric is Metric.PERCENTAGE_POINT:
        return Scale(column, Family.POINTS, unit or "percentage points")
    if metric is Metric.PERCENT_CHANGE:
        return Scale(column, Family.PER_CENT, unit if unit.startswith("per cent") else "per cent")
    return Scale(column, Family.PER_CENT if unit.startswith("per cent") else Family.DIFFERENCE, unit)


def shared_unit(unit: str) -> str:
    """Leave out of a unit what a change in per cent is of: it is in the result's own words."""
    found = SHARED_UNIT.match(unit)
    return found[1] if found and not unit.startswith(SHARE) else unit


def on_axis(outcome: Outcome, scale: Scale) -> Interval | str:
    """Give the effect of a result as it can stand on an axis, or say as a clause why it can't."""
    if scale.family in (Family.DIFFERENCE, Family.PER_CENT) and not scale.unit:
        return NO_UNIT
    if outcome.effect and outcome.effect.metric is Metric.COUNT:
        return IS_COUNT
    if scale.unit.startswith(SHARE):
        return IS_SHARE
    if outcome.better is None:
        return NO_BETTER
    found = _interval(outcome.effect)
    if found is None:
        return NO_INTERVAL
    if scale.family.is_ratio and min(found) <= 0:
        return NO_RATIO
    return found if _agrees(outcome, found.value, scale) else DISAGREES


def _interval(effect: Effect | None) -> Interval | None:
    if effect is None or effect.value is None or effect.interval is None:
        return None
    return Interval(effect.value, *effect.interval)


def _agrees(outcome: Outcome, value: float, scale: Scale) -> bool:
    """Say whether the number lies on the side that the direction names."""
    no_effect = 1 if scale.family.is_ratio else 0
    is_better = value > no_effect if outcome.better is Better.HIGHER else value < no_effect
    if outcome.direction is Direction.BENEFIT:
        return is_better
    return not is_better and value != no_effect if outcome.direction is Direction.HARM else True


def scale_named(scales: Iterable[PointScale], outcome: Outcome) -> PointScale | None:
    """Give the scale that a result names; of several the one with the longest words, None where none fits."""
    return scale_in(scales, f"{outcome.unit or ''} | {outcome.measure}")


def scale_in(scales: Iterable[PointScale], text: str) -> PointScale | None:
    """Give the scale that a text names, in the same way."""
    found = [(len(words), scale) for scale in scales for words in scale.words if _names(words, text)]
    return max(found, key=lambda pair: (pair[0], pair[1].slug), default=(0, None))[1]


def _names(words: str, text: str) -> bool:
    # A name within a longer one, such as WEMWBS within SWEMWBS, is another scale's.
    return _name_of(words).search(text) is not None


@cache
def _name_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
