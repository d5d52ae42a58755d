"""Random tries: in how many of them an activity is in the top.

Weights, levels of evidence, links to figures and gaps are all drawn: stochastic multicriteria acceptability
analysis (Lahdelma R, Salminen P. SMAA-2. Oper Res 2001;49:444-454), here with weights around those of the
group and the ranks of the top taken together. Standard library only, for it runs in the reader's browser.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import fsum
from random import Random
from typing import NamedTuple

from resilience.appraisal.options import BEST, WORST, Figures, Judged, Known, Rules

SEED = 2026
"""The same tries in every run."""


class Step(NamedTuple):
    """What is known on one step from worst to best, an entry for each activity; None is a gap."""

    cells: Sequence[Known | None]
    usual: Sequence[float]
    """Values of other activities, one of which stands in for a gap in a try."""

    @classmethod
    def of(cls, cells: Sequence[Known | None]) -> "Step":
        """Let the activities on the table say what is usual."""
        return cls(cells, [cell.span.mid for cell in cells if cell is not None])


def in_top(
    steps: Mapping[str, Step], weights: Mapping[str, float], top: int, rules: Rules
) -> list[tuple[float, float, float]]:
    """Give for each activity how many of 100 tries it is in the top.

    Three times: as drawn, and with what is not known of it at its worst, and at its best.
    """
    known = tuple(
        (name, Step(tuple(map(_fixed, step.cells)), tuple(step.usual))) for name, step in steps.items()
    )
    return list(_in_top(known, tuple(weights.items()), top, _Tried.by(rules)))


def _fixed(cell: Known | None) -> Known | None:
    """Give a cell without the lists that JSON makes of what it holds."""
    if isinstance(cell, Judged):
        return Judged(tuple((low, high) for low, high in cell.bands))
    return None if cell is None else Figures(tuple(cell.values))


class _Tried(NamedTuple):
    """The rules of a try."""

    tries: int
    weight_factor: float
    link_doubt: float

    @classmethod
    def by(cls, rules: Rules) -> "_Tried":
        return cls(rules.tries, rules.weight_factor, rules.link_doubt)


# The same steps come again: where a group takes a choice back, and in another state of the records.
@lru_cache(maxsize=64)
def _in_top(
    known: tuple[tuple[str, Step], ...], weighed: tuple[tuple[str, float], ...], top: int, rules: _Tried
) -> tuple[tuple[float, float, float], ...]:
    steps, weights = dict(known), dict(weighed)
    random = Random(SEED)
    number = len(next(iter(steps.values())).cells)
    tables = _tables(steps)
    counts = [[0, 0, 0] for _ in range(number)]
    for _ in range(rules.tries):
        table = random.randrange(tables)
        scores = [[0.0, 0.0, 0.0] for _ in range(number)]
        for name, step in steps.items():
            weight = weights[name] * rules.weight_factor ** random.uniform(-1, 1)
            for score, cell in zip(scores, step.cells, strict=True):
                value = _drawn(cell, table, step.usual, rules.link_doubt, random)
                score[0] += weight * value
                score[1] += weight * (WORST if cell is None else value)
                score[2] += weight * (BEST if cell is None else value)
        _count(counts, scores, top)
    share = 100 / rules.tries
    return tuple((share * drawn, share * worst, share * best) for drawn, worst, best in counts)


def _count(counts: list[list[int]], scores: list[list[float]], top: int) -> None:
    drawn = sorted(score[0] for score in scores)
    for count, score in zip(counts, scores, strict=True):
        for which, value in enumerate(score):
            above = len(drawn) - bisect_right(drawn, value) - (score[0] > value)
            count[which] += above < top


def _tables(steps: Mapping[str, Step]) -> int:
    bands = (len(cell.bands) for step in steps.values() for cell in step.cells if isinstance(cell, Judged))
    return max(bands, default=1)


def _drawn(
    cell: Known | None, table: int, usual: Sequence[float], link_doubt: float, random: Random
) -> float:
    """Draw a value; where nothing tells it, what another activity has stands in."""
    stand_in = random.choice(usual)
    if isinstance(cell, Judged):
        low, high = cell.bands[min(table, len(cell.bands) - 1)]
        return random.uniform(low, high)
    if isinstance(cell, Figures):
        trusted = [value for value in cell.values if 100 * random.random() >= link_doubt]
        return fsum(trusted) / len(trusted) if trusted else stand_in
    return stand_in
