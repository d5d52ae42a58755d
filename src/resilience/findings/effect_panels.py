"""Effects of an activity sorted into panels that can be drawn, and those that can't, each with the reason."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median_low
from typing import NamedTuple

from resilience.evidence import EvidenceBase
from resilience.findings.scales import Family, Interval, Scale, on_axis, scale_of
from resilience.findings.votes import columns_of
from resilience.records.study import Outcome, Study

FEWEST = 2
WIDEST = 50
"""How many times the median interval an interval may be wide; beyond it, it squeezes all others to dots."""

ALONE = "nothing else here is on its scale"
WIDE = f"its interval is more than {WIDEST} times as wide as others, which it would squeeze to dots"


class Drawn(NamedTuple):
    """A result that is drawn."""

    study: Study
    outcome: Outcome
    effect: Interval


class Panel(NamedTuple):
    """Results that stand on one axis."""

    scale: Scale
    results: tuple[Drawn, ...]


class NotDrawn(NamedTuple):
    """A result with a number that is in no panel, and as a clause why."""

    study: Study
    outcome: Outcome
    why: str


class SortedEffects(NamedTuple):
    """All results with a number: in panels, or not drawn."""

    panels: tuple[Panel, ...]
    rest: tuple[NotDrawn, ...]


def effect_panels(base: EvidenceBase, found: Iterable[tuple[Study, Outcome]]) -> SortedEffects:
    """Sort results that speak to one activity; panels come in the order of groups of outcomes."""
    by_scale: dict[Scale, list[Drawn]] = defaultdict(list)
    rest: list[NotDrawn] = []
    for study, outcome in found:
        if outcome.effect is None or outcome.effect.value is None:
            continue
        scale = scale_of(base, outcome)
        effect = on_axis(outcome, scale)
        if isinstance(effect, str):
            rest.append(NotDrawn(study, outcome, effect))
        else:
            by_scale[scale].append(Drawn(study, outcome, effect))
    columns = list(columns_of(base))
    panels: list[Panel] = []
    for scale in sorted(by_scale, key=lambda scale: _place(scale, columns)):
        drawn, wide = without_wide(by_scale[scale], scale.family.is_ratio)
        rest += [NotDrawn(one.study, one.outcome, WIDE) for one in wide]
        if len(drawn) < FEWEST:
            rest += [NotDrawn(one.study, one.outcome, ALONE) for one in drawn]
        else:
            panels.append(Panel(scale, tuple(drawn)))
    return SortedEffects(tuple(panels), tuple(rest))


def without_wide(results: Sequence[Drawn], is_ratio: bool) -> tuple[list[Drawn], list[Drawn]]:
    """Take off the widest intervals until none is too wide for the rest; both lists keep their order.

    The lower of two middle widths stands for the median, so that one of two can be too wide.
    """
    kept = sorted(results, key=lambda one: width(one.effect, is_ratio))
    widths = [width(one.effect, is_ratio) for one in kept]
    while widths and widths[-1] > WIDEST * median_low(widths):
        widths.pop()
        kept.pop()
    return [one for one in results if one in kept], [one for one in results if one not in kept]


def width(effect: Interval, is_ratio: bool) -> float:
    """Give the width of an interval as it is drawn: of ratios, on a logarithmic axis."""
    return math.log(effect.high / effect.low) if is_ratio else effect.high - effect.low


def _place(scale: Scale, columns: Sequence[str]) -> tuple[int, int, str]:
    return columns.index(scale.column), list(Family).index(scale.family), scale.unit
