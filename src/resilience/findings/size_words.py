"""The size of one result in words, or the reason why it has none and what can be said instead."""

import re
from collections.abc import Callable
from typing import NamedTuple

from resilience.findings.size_numbers import money, people, prices, printed, span, without_it
from resilience.records.scale import Scale
from resilience.records.study import Outcome
from resilience.records.vocabulary import Better, Direction, Labelled, Metric
from resilience.synthesis import CannotPool, Estimate, absolute_change, pairs_in_100, size_word
from resilience.synthesis.size import RARE

STATISTICS = re.compile(
    r"eta squared|\bt statistic|\bslope\b|within-group|of (\S+ )?(interventions|studies|reviews)\b"
)
"""Units of numbers that are no sizes: test statistics, changes in one group alone, counts of studies."""
_PER_CENT_CHANGE = re.compile(r"per cent change\b")
_RATIOS = {
    Metric.OR: "the odds of it were {} times those without the activity {}; odds are not chances",
    Metric.RR: "the chance of it was {} times that without the activity {}",
    Metric.HR: "at any time it came {} times as fast as without the activity {}",
    Metric.RATE_RATIO: "it happened {} times as often as without the activity {}",
}


class NoSize(Labelled):
    """Why no size is shown."""

    NOT_STUDIED = "not-studied", "no study on record looked at it"
    NO_COMPARISON = "no-comparison", "nothing on record can tell what changed what"
    NO_NUMBER = "no-number", "no number was seen"
    OTHER_REVIEW = "other-review", "the numbers seen are in reviews that do not lead the votes"
    PART_ONLY = "part-only", "the numbers seen are only of a part of the people or of those who took part"
    OPPOSITE = (
        "opposite",
        "only the opposite was measured, and what taking away does is not the size of what giving does",
    )
    NO_RISK = "no-risk", "the risk without the activity is not on record"
    COMMON_RATE = "common-rate", "a ratio of rates gives no number of people where many are concerned"
    NO_UNIT = "no-unit", "its unit is not known"
    NOT_A_SIZE = "not-a-size", "the number is a statistic or a count of studies, not how much changed"
    NO_SIDE = "no-side", "which end of the number is better is not told"
    OTHER_NUMBER = "other-number", "the number points another way than its result, so it says something else"
    ODD = "odd", "the numbers on record do not fit together"


class Said(NamedTuple):
    """A size in words; or why there is none, and what can be said instead."""

    size: str = ""
    why_not: NoSize | None = None
    instead: str = ""
    short: str = ""
    """The size in as few words as stand on the first line of a page; empty where it has no shorter form."""


def said(outcome: Outcome, scale: Scale | None = None) -> Said:
    """Put the size of a result that has a number into words; `scale` is the one that it counts points of."""
    effect = outcome.effect
    if effect is None or effect.value is None:
        return Said(why_not=NoSize.NO_NUMBER)
    try:
        estimate = Estimate(effect.value, effect.ci_low, effect.ci_high)
    except CannotPool:
        return Said(why_not=NoSize.ODD)
    if _points_elsewhere(outcome, estimate, scale):
        return Said(why_not=NoSize.OTHER_NUMBER)
    if outcome.unit and STATISTICS.search(outcome.unit):
        return Said(why_not=NoSize.NOT_A_SIZE)
    return _WAYS.get(effect.metric or Metric.OTHER, _as_printed)(outcome, estimate, scale)


def _points_elsewhere(outcome: Outcome, estimate: Estimate, scale: Scale | None) -> bool:
    """Say whether a number and the direction of its result contradict each other.

    Where the record does not tell which end is better, the scale does, but only for this doubt.
    """
    metric = outcome.effect.metric if outcome.effect else None
    if metric in (None, Metric.OTHER) or outcome.direction not in (Direction.BENEFIT, Direction.HARM):
        return False
    beyond = estimate.value - (1 if metric and metric.is_ratio else 0)
    side = _side(beyond, outcome.better or (scale.better if scale else None))
    return side is not None and side is not outcome.direction


def _side(beyond: float, better: Better | None) -> Direction | None:
    if not beyond or better is None:
        return None
    return Direction.BENEFIT if (beyond > 0) is (better is Better.HIGHER) else Direction.HARM


def _judged(beyond: float, better: Better | None) -> str:
    """Say whether more of it is better or worse, where that is told."""
    side = _side(beyond, better)
    if side is None:
        return ""
    return ", which is better" if side is Direction.BENEFIT else ", which is worse"


def _ratio(outcome: Outcome, estimate: Estimate, _: Scale | None) -> Said:
    metric = outcome.effect.metric if outcome.effect else None
    if metric is None:
        return Said(why_not=NoSize.NO_UNIT)
    relative = _RATIOS[metric].format(printed(estimate.value), span(estimate, "", ""))
    risk = outcome.comparator_risk
    if risk is None:
        return Said(why_not=NoSize.NO_RISK, instead=relative)
    share = risk.value / risk.per
    if metric is Metric.RATE_RATIO and share > RARE:
        return Said(why_not=NoSize.COMMON_RATE, instead=relative)
    try:
        change = absolute_change(metric, estimate, share)
    except CannotPool:
        return Said(why_not=NoSize.ODD, instead=relative)
    counted = people(change, risk.per, about=True)
    return Said(f"{counted}{_judged(change.value, outcome.better)}; {without_it(risk)}")


def _percentage_points(outcome: Outcome, estimate: Estimate, _: Scale | None) -> Said:
    counted = people(estimate.through(lambda points: points / 100), 100, about=False)
    risk = f"; {without_it(outcome.comparator_risk)}" if outcome.comparator_risk else ""
    return Said(f"{counted}{_judged(estimate.value, outcome.better)}{risk}")


def _pairs(outcome: Outcome, estimate: Estimate, _: Scale | None) -> Said:
    if outcome.better is None:
        return Said(why_not=NoSize.NO_SIDE)
    towards = estimate if outcome.better is Better.HIGHER else estimate.turned()
    pairs = pairs_in_100(towards)
    ends = (
        f"{round(pairs.low)} to {round(pairs.high)}"
        if pairs.low is not None and pairs.high is not None
        else "interval not seen"
    )
    worse = " for the worse" if towards.value < 0 else ""
    word = f"a {size_word(towards.value)} effect{worse}"
    return Said(
        "of 100 pairs of one person with the activity and one without, the first is better off in about "
        f"{round(pairs.value)} ({ends}; 50 is no difference), {word}",
        short=f"{word}, better off in about {round(pairs.value)} of 100 pairs ({ends})",
    )


def _difference(outcome: Outcome, estimate: Estimate, scale: Scale | None) -> Said:
    if not outcome.unit:
        return Said(why_not=NoSize.NO_UNIT)
    in_money = money(outcome.unit)
    shown, rest = in_money or (printed, f" {outcome.unit}")
    ends = span(estimate, "lower", "higher", shown)
    side = "lower" if estimate.value < 0 else "higher"
    amount = f"{side} by {shown(abs(estimate.value))}{rest}" if estimate.value else f"no difference in{rest}"
    base = f"; {prices(outcome)}" if in_money else _beside(scale, estimate.value)
    told = f"{amount} {ends}{_judged(estimate.value, outcome.better)}"
    return Said(f"{told}{base}", short="" if in_money else told)


UNNAMED_RATIO = "ratio (kind not named)"
"""The unit of a ratio of which the source does not say whether it is of odds, risks or rates."""
UNNAMED = "the source does not say what kind of ratio it is"


def _beside(scale: Scale | None, value: float) -> str:
    """Say from where to where the scale goes, and how the value compares with a change that matters."""
    if scale is None:
        return ""
    ends = scale.range
    if ends and abs(value) > ends.high - ends.low:
        return ""
    said_ends = f"; the scale goes from {printed(ends.low)} to {printed(ends.high)}" if ends else ""
    least = scale.smallest_change
    if least is None:
        return said_ends
    compared = "less than" if abs(value) < least.value else "at least"
    return f"{said_ends}; that is {compared} the smallest change that matters, {printed(least.value)}"


def _as_printed(outcome: Outcome, estimate: Estimate, _: Scale | None) -> Said:
    """Give a number of a kind of its own as it stands, since it need not be a difference."""
    if not outcome.unit:
        return Said(why_not=NoSize.NO_UNIT)
    # No share is below none, so a per cent below none is a change.
    if _PER_CENT_CHANGE.match(outcome.unit) or (outcome.unit == "per cent" and estimate.value < 0):
        side = "down" if estimate.value < 0 else "up"
        amount = f"{side} by {printed(abs(estimate.value))} per cent {span(estimate, 'down', 'up')}"
        return Said(f"{amount}{_judged(estimate.value, outcome.better)}")
    in_money = money(outcome.unit)
    shown, rest = in_money or (printed, f" {outcome.unit}")
    seen = estimate.low is not None and estimate.high is not None
    ends = f"({shown(estimate.low or 0)} to {shown(estimate.high or 0)})" if seen else "(interval not seen)"
    base = f"; {prices(outcome)}" if in_money else ""
    better = f"; {outcome.better.label.lower()}" if outcome.better else ""
    if outcome.unit.startswith(UNNAMED_RATIO):
        return Said(f"{printed(estimate.value)} times that without the activity {ends}{better}; {UNNAMED}")
    return Said(f"{shown(estimate.value)}{rest} {ends}{base}{better}")


_WAYS: dict[Metric, Callable[[Outcome, Estimate, Scale | None], Said]] = {
    Metric.OR: _ratio,
    Metric.RR: _ratio,
    Metric.HR: _ratio,
    Metric.RATE_RATIO: _ratio,
    Metric.SMD: _pairs,
    Metric.MD: _difference,
    Metric.BETA: _difference,
    Metric.PERCENTAGE_POINT: _percentage_points,
    Metric.OTHER: _as_printed,
}
