"""Do the direction of a result, and what is said of its being clear, agree with its numbers?"""

import re
from collections.abc import Iterator
from enum import Enum

from resilience.checks.corpus import Corpus
from resilience.checks.document import Part
from resilience.checks.problem import Code, Problem, plainly
from resilience.records.study import Outcome
from resilience.records.vocabulary import Better, Clear, Direction, Metric

E221 = Code(
    "E221",
    "A direction against the estimate",
    "The direction is the side of the point estimate, be it clear of no effect or not.",
    "Correct the direction, `better` or the sign. "
    "Where the number is no difference between groups, leave `better` out and say so in `note`.",
    "direction: benefit\nbetter: lower\nmetric: SMD\nvalue: 0.4",
)
E222 = Code(
    "E222",
    "A direction against the interval",
    "An interval on one side of no effect says which way the result points.",
    E221.mend,
    "direction: benefit\nbetter: lower\nmetric: SMD\nci_low: 0.2\nci_high: 0.6",
)
W223 = Code(
    "W223",
    "Clear or not, against the interval",
    "A result is clear just where its interval leaves out the value of no effect.",
    "Correct `clear` or the limits. A limit exactly on no effect is not clear.",
    "clear: 'yes'\nmetric: OR\nci_low: 0.8\nci_high: 1.3",
)
W224 = Code(
    "W224",
    "A p-value against its interval",
    "A 95% interval leaves out the value of no effect just where p is below 0.05.",
    "Correct one of them; where both are as printed, say so in `note` and leave out the p-value.",
    "metric: MD\nci_low: 0.2\nci_high: 0.6\np: 0.4",
)
W225 = Code(
    "W225",
    "An interval without its better end",
    "Without `better` nobody can tell a wrong sign from a right one.",
    "Add `better: higher` or `better: lower`: which end of the number, as printed, is better for people. "
    "Where the number is no difference between groups, say so in `note`.",
    "metric: MD\nci_low: -2.5\nci_high: -0.5",
)


class _Side(Enum):
    """On which side of no effect a number or an interval lies."""

    ABOVE = "above"
    BELOW = "below"
    ON = "on"


_MEANING: dict[tuple[str, _Side], Direction] = {
    (Better.HIGHER, _Side.ABOVE): Direction.BENEFIT,
    (Better.HIGHER, _Side.BELOW): Direction.HARM,
    (Better.LOWER, _Side.ABOVE): Direction.HARM,
    (Better.LOWER, _Side.BELOW): Direction.BENEFIT,
    (Better.HIGHER, _Side.ON): Direction.NULL,
    (Better.LOWER, _Side.ON): Direction.NULL,
}
_METRICS: dict[str, Metric] = {metric.value: metric for metric in Metric}
_BOUND = re.compile(r"(<=?|>=?)(0?\.\d+)")
_LEVEL = 0.05
_RATIO = re.compile(r"^ratio\b|\b(?:odds|risk|rate|hazard) ratio\b", re.IGNORECASE)
"""Units by which a record says that a number is a ratio, where the source does not say of which kind."""
_GAINED = re.compile(r"\b(?:sav(?:ed|ings?)|gain(?:ed|s)?|net|change|difference|more|less)\b", re.IGNORECASE)
_PRICE = re.compile(r"\bcosts?\b|\breturn|\bper (?:pound|dollar|euro)\b|\bper [£$€]", re.IGNORECASE)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Compare directions, intervals and p-values with each other."""
    for part in corpus.parts(Outcome):
        effect = part.inside("effect")
        nothing = _no_effect(part, effect)
        if nothing is None:
            continue
        yield from _direction(part, effect, nothing)
        limits = _limits(effect)
        if limits:
            yield from _clear(part, limits, nothing)
            yield from _p_value(effect, limits, nothing)
            if not part.text("better") and not part.text("note"):
                yield part.problem(W225, "better", f"the interval {_shown(limits)} has no better end")


def _direction(part: Part, effect: Part, nothing: float) -> Iterator[Problem]:
    better, coded = part.text("better"), part.text("direction")
    value, limits = effect.number("value"), _limits(effect)
    if value is not None:
        meant = _MEANING.get((better, _side(value, value, nothing) or _Side.ON))
        if meant and coded and coded != meant:
            message = f"{coded} is coded, but {better} is better and the estimate is {plainly(value)}"
            yield part.problem(E221, "direction", message)
    elif limits and (side := _side(*limits, nothing)):
        meant = _MEANING.get((better, side))
        if meant and coded and coded != meant:
            message = f"{coded} is coded, but {better} is better and the interval is {_shown(limits)}"
            yield part.problem(E222, "direction", message)


def _clear(part: Part, limits: tuple[float, float], nothing: float) -> Iterator[Problem]:
    coded = part.text("clear")
    is_clear = _side(*limits, nothing) is not None
    if coded in (Clear.YES, Clear.NO) and (coded == Clear.YES) is not is_clear:
        message = f"clear: {coded} is coded, but the interval is {_shown(limits)}"
        yield part.problem(W223, "clear", message)


def _p_value(effect: Part, limits: tuple[float, float], nothing: float) -> Iterator[Problem]:
    below = _below_level(effect)
    if below is None or nothing in limits:
        return
    if below != (_side(*limits, nothing) is not None):
        yield effect.problem(W224, "p", f"p is {effect.data['p']}, but the interval is {_shown(limits)}")


def _no_effect(part: Part, effect: Part) -> float | None:
    """Give the value of no effect; None where there is none, or where the scale is not known."""
    metric = _METRICS.get(effect.text("metric"), Metric.OTHER)
    if metric is Metric.OTHER:
        return 1 if _RATIO.search(part.text("unit")) else None
    if metric is Metric.COUNT or (metric is Metric.MONEY and not _is_difference(part)):
        return None
    return 1 if metric.is_ratio else 0


def _is_difference(part: Part) -> bool:
    """Say whether a sum of money is one gained or lost, rather than a price or what a pound returns."""
    words = f"{part.text('measure')} {part.text('unit')}"
    return bool(_GAINED.search(words)) and not _PRICE.search(words)


def _limits(effect: Part) -> tuple[float, float] | None:
    low, high = effect.number("ci_low"), effect.number("ci_high")
    return None if low is None or high is None or low > high else (low, high)


def _side(low: float, high: float, nothing: float) -> _Side | None:
    """Say on which side of no effect a number or an interval lies; None where it holds no effect."""
    if low > nothing:
        return _Side.ABOVE
    return _Side.BELOW if high < nothing else None


def _below_level(effect: Part) -> bool | None:
    """Say whether p is below 0.05; None where that is open."""
    if (p := effect.number("p")) is not None:
        return p < _LEVEL if p != _LEVEL else None
    bound = _BOUND.fullmatch(effect.text("p"))
    if not bound:
        return None
    sign, limit = bound[1], float(bound[2])
    if sign.startswith("<"):
        return True if limit <= _LEVEL else None
    return False if limit >= _LEVEL else None


def _shown(limits: tuple[float, float]) -> str:
    return f"{plainly(limits[0])} to {plainly(limits[1])}"
