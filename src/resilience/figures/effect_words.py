"""The sentence on effects of an activity: how many are better or worse with it, and how many are clear."""

from collections.abc import Callable

import pandas as pd

from resilience.figures.words import listing, number, one_or_more, spelled
from resilience.records.vocabulary import Clear, Direction, Estimand

SPELLED_AT_MOST = 10
"""Beyond so many results counts are written in digits."""
PHRASES = {
    Direction.BENEFIT: ("is better", "are better"),
    Direction.HARM: ("is worse", "are worse"),
    Direction.NULL: ("shows no difference", "show no difference"),
    Direction.MIXED: ("is mixed", "are mixed"),
    Direction.NOT_TOLD: ("names no side", "name no side"),
}
SIDES = {Direction.BENEFIT: "better", Direction.HARM: "worse"}
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
