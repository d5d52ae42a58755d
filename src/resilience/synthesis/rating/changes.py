"""What would raise a level and what would lower it, found by asking the rules themselves."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from resilience.synthesis.rating.facts import (
    BETTER,
    EARLY,
    HARM,
    MIXED,
    NO_DIFFERENCE,
    NONE,
    NULL,
    PROMISING,
    STRONG,
    TRIAL,
    UNCLEAR,
    YES,
    Rules,
    Vote,
)
from resilience.synthesis.rating.facts import NO as NOT_CLEAR
from resilience.synthesis.rating.rate import rate

HEIGHT = {HARM: 0, NO_DIFFERENCE: 1, NONE: 2, UNCLEAR: 2, MIXED: 2, EARLY: 3, PROMISING: 4, STRONG: 5}
"""Levels in the order in which more that says better moves them."""
MOST_TRIED = 12
"""How many more trials are tried."""


class Change(NamedTuple):
    """Something that would change the level, in words, and the level then."""

    sentence: str
    level: str


def changes(votes: Sequence[Vote], rules: Rules) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Give what would raise the level and what would lower it, each the smallest step of its kind."""
    level = rate(votes, rules).level
    up = [_read_in_full(votes, rules, level), _first(votes, rules, level, BETTER)]
    down = [_first(votes, rules, level, NULL)]
    return tuple(change for change in up if change), tuple(change for change in down if change)


def _read_in_full(votes: Sequence[Vote], rules: Rules, level: str) -> Change | None:
    after = rate([replace(vote, abstract_only=False) for vote in votes], rules).level
    if HEIGHT[after] <= HEIGHT[level]:
        return None
    return Change("All of them read in full, if they say what their abstracts say", after)


def _first(votes: Sequence[Vote], rules: Rules, level: str, direction: str) -> Change | None:
    """Add trials one by one until the level changes; none where a few do not change it."""
    for number in range(1, MOST_TRIED + 1):
        after = rate([*votes, *trials(number, direction)], rules).level
        rise = HEIGHT[after] - HEIGHT[level]
        if (rise > 0) if direction == BETTER else (rise < 0):
            return Change(_words(number, direction), after)
    return None


def _words(number: int, direction: str) -> str:
    found = "something better" if direction == BETTER else "no difference"
    if number == 1:
        return f"One more trial in the UK, read in full, that finds {found}"
    return f"{number} more trials in the UK, read in full, that find {found}"


def trials(number: int, direction: str) -> list[Vote]:
    """Make up trials in the UK, read in full, each by a team of its own."""
    return [
        Vote(
            f"~{place}",
            TRIAL,
            direction,
            clear=YES if direction == BETTER else NOT_CLEAR,
            reports=(f"~{place}",),
            similar=True,
            abstract_only=False,
            team=frozenset({f"~{place}"}),
        )
        for place in range(number)
    ]
