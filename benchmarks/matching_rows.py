"""Rows of the table of accuracy: measured from answers, and as they are printed."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from resilience.evidence.learnt import Answer
from resilience.evidence.measured import Measured
from resilience.learning import accuracy
from resilience.records.vocabulary import CodedBy
from resilience.synthesis.shares import Share

RUNS = 1000
"""Samples of the texts, drawn with replacement, that give an interval: Efron (1979), Ann. Statist. 7(1)."""


class Asked(NamedTuple):
    """What texts were asked: the set, the kind, who typed them, and how many before any was left out."""

    texts: str
    corpus: str
    by: CodedBy
    coded: int


def row(way: str, asked: Asked, said: Sequence[Answer], named: Sequence[Collection[str]]) -> Measured:
    """Measure some answers; `named` are the types that a coder named, text by text."""
    low, high = interval(lambda places: accuracy.micro_f1([said[place] for place in places]), len(said))
    any_low, any_high = interval(
        lambda places: accuracy.any_f1([said[place] for place in places], [named[place] for place in places]),
        len(said),
    )
    false_types, first_three = accuracy.false_types(said), accuracy.in_first_three(said)
    auto, second = accuracy.auto_right(said), accuracy.second_right(said, named)
    return Measured(
        way=way,
        texts=asked.texts,
        corpus=asked.corpus,
        by=asked.by,
        coded=asked.coded,
        n=len(said),
        micro_f1=accuracy.micro_f1(said),
        micro_f1_low=low,
        micro_f1_high=high,
        any_f1=accuracy.any_f1(said, named),
        any_f1_low=any_low,
        any_f1_high=any_high,
        macro_f1=accuracy.macro_f1(said),
        untyped=false_types.n,
        false_types=false_types.right,
        typed=first_three.n,
        first_three=first_three.right,
        auto_of_typed=accuracy.auto_cover(said).right,
        auto=auto.n,
        auto_right=auto.right,
        seconds=second.n,
        seconds_right=second.right,
        measured=date.today(),
    )


def interval(measure: Callable[[Sequence[int]], float], n: int) -> tuple[float, float]:
    """Give the 95% interval of a measure over samples of `n` texts, told by their places."""
    source = np.random.default_rng(1)
    drawn = [measure(source.integers(0, n, n).tolist()) for _ in range(RUNS)]
    low, high = np.quantile(drawn, [0.025, 0.975])
    return float(low), float(high)


def printed(one: Measured) -> dict[str, object]:
    """Give a row as it is printed."""
    return {
        "learnt": f"this matcher, {one.way}" if one.auto else one.way,
        "corpus": one.corpus,
        "n": one.n,
        "micro F1": f"{one.micro_f1:.3f} ({one.micro_f1_low:.3f}-{one.micro_f1_high:.3f})",
        "any type named": f"{one.any_f1:.3f} ({one.any_f1_low:.3f}-{one.any_f1_high:.3f})",
        "macro F1": f"{one.macro_f1:.3f}",
        "false types": share(Share(one.false_types, one.untyped)),
        "first three": share(Share(one.first_three, one.typed)),
        "auto right": share(Share(one.auto_right, one.auto)),
        "auto cover": share(Share(one.auto_of_typed, one.typed)),
        "second right": share(Share(one.seconds_right, one.seconds)),
    }


def share(found: Share) -> str:
    """Give a share in a hundred with its 95% interval, and of how many."""
    if not found.interval or found.value is None:
        return "-"
    return f"{found.value:.1f} ({found.interval[0]:.1f}-{found.interval[1]:.1f}) of {found.n}"
