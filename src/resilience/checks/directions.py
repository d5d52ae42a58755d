"""Does the direction of a result agree with its numbers?"""

import re
from collections.abc import Iterator
from enum import Enum

from ..records.study import Outcome
from ..records.vocabulary import Better, Direction, Metric
from .corpus import Corpus
from .document import Part
from .problem import Code, Problem
from .sentences import plainly

E221 = Code(
    "E221",
    "No difference, though the interval says otherwise",
    "An interval without the value of no effect shows a difference.",
    "Choose benefit or harm, or correct the limits.",
    "direction: no-difference\nmetric: OR\nci_low: 1.2\nci_high: 1.9",
)
E222 = Code(
    "E222",
    "A direction against a clear effect",
    "`better` and an interval that leaves out no effect say together which way the result points.",
    "Correct the direction, `better` or the sign. The effect of a harmful exposure is coded harm.",
    "direction: benefit\nbetter: lower\nmetric: SMD\nci_low: 0.2\nci_high: 0.6",
)
W223 = Code(
    "W223",
    "Benefit or harm, though the interval says neither",
    "An interval that runs past the value of no effect on both sides shows no difference for sure.",
    "Choose no-difference or unclear, or correct the limits.",
    "direction: benefit\nmetric: OR\nci_low: 0.8\nci_high: 1.3",
)
W224 = Code(
    "W224",
    "A p-value against its interval",
    "A 95% interval leaves out the value of no effect just where p is below 0.05.",
    "Correct one of them; where both are as printed, say so in `note` and leave out the p-value.",
    "metric: MD\nci_low: 0.2\nci_high: 0.6\np: 0.4",
)


class _Change(Enum):
    """What an interval says of the measure."""

    UP = "up"
    DOWN = "down"
    EITHER = "either"


_MEANING: dict[tuple[str, _Change], Direction] = {
    (Better.HIGHER, _Change.UP): Direction.BENEFIT,
    (Better.HIGHER, _Change.DOWN): Direction.HARM,
    (Better.LOWER, _Change.UP): Direction.HARM,
    (Better.LOWER, _Change.DOWN): Direction.BENEFIT,
}
_METRICS: dict[str, Metric] = {metric.value: metric for metric in Metric}
_BOUND = re.compile(r"(<=?|>=?)(0?\.\d+)")
_LEVEL = 0.05


def check(corpus: Corpus) -> Iterator[Problem]:
    """Compare directions, intervals and p-values with each other."""
    for part in corpus.parts(Outcome):
        effect = part.inside("effect")
        if change := _change(effect):
            yield from _direction(part, change, _shown(effect))
            yield from _p_value(effect, change)


def _direction(part: Part, change: _Change, shown: str) -> Iterator[Problem]:
    direction, better = part.text("direction"), part.text("better")
    points = direction in (Direction.BENEFIT, Direction.HARM)
    if direction == Direction.NO_DIFFERENCE and change is not _Change.EITHER:
        yield part.problem(E221, "direction", f"the interval {shown} shows a difference")
    elif points and change is _Change.EITHER:
        yield part.problem(W223, "direction", f"{direction} is coded, but the interval is {shown}")
    elif points and _MEANING.get((better, change), direction) != direction:
        message = f"{direction} is coded, but {better} is better and the interval is {shown}"
        yield part.problem(E222, "direction", message)


def _p_value(effect: Part, change: _Change) -> Iterator[Problem]:
    below = _below_level(effect)
    if below is not None and below != (change is not _Change.EITHER):
        yield effect.problem(W224, "p", f"p is {effect.data['p']}, but the interval is {_shown(effect)}")


def _change(effect: Part) -> _Change | None:
    """Say what the interval shows; None where a limit touches no effect, or the scale is not known."""
    metric = _METRICS.get(effect.text("metric"), Metric.OTHER)
    low, high = effect.number("ci_low"), effect.number("ci_high")
    if metric is Metric.OTHER or low is None or high is None or low > high:
        return None
    nothing = 1 if metric.is_ratio else 0
    if low > nothing:
        return _Change.UP
    if high < nothing:
        return _Change.DOWN
    return _Change.EITHER if low < nothing < high else None


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


def _shown(effect: Part) -> str:
    return f"{plainly(effect.number('ci_low'))} to {plainly(effect.number('ci_high'))}"
