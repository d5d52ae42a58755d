"""Does the direction of a result agree with its numbers?"""

from collections.abc import Iterator
from typing import TypeGuard

from ..records.study import Outcome
from ..records.vocabulary import Better, Direction, Metric
from .corpus import Corpus
from .document import Part
from .problem import Code, Problem

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

_MEANING: dict[tuple[str, bool], Direction] = {
    (Better.HIGHER, True): Direction.BENEFIT,
    (Better.HIGHER, False): Direction.HARM,
    (Better.LOWER, True): Direction.HARM,
    (Better.LOWER, False): Direction.BENEFIT,
}
_METRICS: dict[str, Metric] = {metric.value: metric for metric in Metric}


def check(corpus: Corpus) -> Iterator[Problem]:
    """Compare directions with intervals."""
    for part in corpus.parts(Outcome):
        raised = _raised(part.data.get("effect"))
        direction, better = part.text("direction"), part.text("better")
        if raised is None:
            continue
        if direction == Direction.NO_DIFFERENCE:
            yield part.problem(E221, "direction", f"the interval {_interval(part)} shows a difference")
        elif direction in (Direction.BENEFIT, Direction.HARM):
            meaning = _MEANING.get((better, raised), direction)
            if direction != meaning:
                message = (
                    f"{direction} is coded, but {better} is better and the interval is {_interval(part)}"
                )
                yield part.problem(E222, "direction", message)


def _raised(effect: object) -> bool | None:
    """Say whether the measure clearly rose; None where it may not have changed or no scale is known."""
    if not isinstance(effect, dict):
        return None
    metric = _METRICS.get(str(effect.get("metric")), Metric.OTHER)
    low, high = effect.get("ci_low"), effect.get("ci_high")
    if metric is Metric.OTHER or not _is_number(low) or not _is_number(high) or low > high:
        return None
    nothing = 1 if metric.is_ratio else 0
    if low > nothing:
        return True
    return False if high < nothing else None


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _interval(part: Part) -> str:
    effect = part.data["effect"]
    return f"{effect['ci_low']:g} to {effect['ci_high']:g}"
