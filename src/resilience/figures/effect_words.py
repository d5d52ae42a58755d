"""What readers are told of effects: the sentence on results, and the words on their scale."""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from resilience.findings.scales import Family
from resilience.records.english import listing, number, one_or_more, spelled
from resilience.records.vocabulary import Clear, Direction, Estimand

SPELLED_AT_MOST = 10
"""Beyond so many results counts are written in digits."""
SIDES = {Direction.BENEFIT: "better", Direction.HARM: "worse"}
PHRASES = {side: (f"is {word}", f"are {word}") for side, word in SIDES.items()} | {
    side: (side.said_of_one, side.said_of_more) for side in Direction if side not in SIDES
}
"""A number on an axis is better or worse, where others only point there."""
AGAIN = (
    "is another estimate of an effect that is counted too",
    "are other estimates of effects that are counted too",
)
TURNED = (
    "was found for the opposite of the activity, and is turned over",
    "were found for the opposite of the activity, and are turned over",
)
Write = Callable[[int], str]


def sentence(frame: pd.DataFrame) -> str:
    """Say what results of one scale say together.

    Columns `work`, `direction`, `clear`, `estimand`, `is_reverse`.
    """
    write = number if len(frame) > SPELLED_AT_MOST else spelled
    again = int((frame["estimand"] == Estimand.REPEAT.value).sum())
    turned = int(frame["is_reverse"].sum())
    said = [f"{_sides(frame, write)}; {_clear(frame, write)}"]
    said += [
        f"{write(n)} {one_or_more(n, *phrases)}" for n, phrases in ((again, AGAIN), (turned, TURNED)) if n
    ]
    return " ".join(f"{part[:1].upper()}{part[1:]}." for part in said)


def _sides(frame: pd.DataFrame, write: Write) -> str:
    total = len(frame)
    found = [(n, one_or_more(n, *PHRASES[side])) for side in PHRASES if (n := _count(frame, side))]
    (first, said), *others = found
    start = f"{write(first)} of {write(total)} results" if others else _all(total, write)
    whose = " of one study" if total > 1 and frame["work"].nunique() == 1 else ""
    rest = [f"{write(n)} {phrase}" for n, phrase in others]
    return listing([f"{start}{whose} {said} with the activity", *rest])


def _all(total: int, write: Write) -> str:
    if total == 1:
        return "the one result"
    return "both results" if total == 2 else f"all {write(total)} results"


def _clear(frame: pd.DataFrame, write: Write) -> str:
    """Say how many are clear of no effect, and on which side where results lie on several."""
    clear = frame[frame["clear"] == Clear.YES.value]
    total = len(clear)
    if not total:
        who = "none is"
    elif total == len(frame):
        who = "it is" if total == 1 else "both are" if total == 2 else "all are"
    elif frame["direction"].nunique() == 1:
        who = f"{write(total)} {one_or_more(total, 'is', 'are')}"
    else:
        found = {side: _count(clear, direction) for direction, side in SIDES.items()}
        ones = listing([f"{write(n)} of the {side}" for side, n in found.items() if n])
        who = f"{ones or write(total)} {one_or_more(total, 'is', 'are')}"
    return f"{who} clear of no effect"


def _count(frame: pd.DataFrame, direction: Direction) -> int:
    return int((frame["direction"] == direction.value).sum())


class ScaleWords(NamedTuple):
    """The words on one scale."""

    short: str
    """As the end of a title."""
    axis: str
    reading: str = ""
    """A sentence; empty where the unit says it all."""


SCALE_WORDS = {
    Family.ODDS: ScaleWords(
        "how the odds compare",
        "Odds ratio",
        "An odds ratio of 0.5 is half the odds, one of 2 twice the odds.",
    ),
    Family.RISK: ScaleWords(
        "how the risks compare", "Risk ratio", "A risk ratio of 0.5 is half as many, one of 2 twice as many."
    ),
    Family.HAZARD: ScaleWords(
        "how soon it happens",
        "Hazard ratio",
        "With a hazard ratio of 0.5 it happens half as often at any one time, with one of 2 twice as often.",
    ),
    Family.RATE: ScaleWords(
        "how often it happens",
        "Rate ratio",
        "With a rate ratio of 0.5 it happens half as often, with one of 2 twice as often.",
    ),
    Family.STANDARD: ScaleWords(
        "in standard units",
        "Standard units",
        "By a rule of thumb 0.2 standard units are small, 0.5 medium and 0.8 large.",
    ),
}
"""Kinds of number that have no unit of their own."""


def scale_words(family: Family, unit: str) -> ScaleWords:
    """Give the words on a scale; `unit` names what a difference counts."""
    return SCALE_WORDS.get(family) or ScaleWords(unit, unit[:1].upper() + unit[1:])
