"""What would raise a rating and what would lower it, found by asking the rules themselves."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from .facts import (
    BENEFIT,
    EARLY,
    MIXED,
    NO_DIFFERENCE,
    NONE,
    NOT_SUPPORTED,
    PROMISING,
    STRONG,
    TRIAL,
    Rules,
    StudyFacts,
)
from .rate import rate

HEIGHT = {NOT_SUPPORTED: 0, NONE: 1, EARLY: 2, MIXED: 2, PROMISING: 3, STRONG: 4}
MOST_TRIED = 6
WITH_BENEFIT = "in the UK, read in full, that finds benefit"
WITHOUT = "in the UK, read in full, that finds no difference"


class Change(NamedTuple):
    """Something that would change the level, in words, and the level then."""

    sentence: str
    level: str


def changes(studies: Sequence[StudyFacts], rules: Rules) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Give what would raise the level and what would lower it, each the smallest step of its kind."""
    level = rate(studies, rules).level
    read = [replace(study, abstract_only=False) for study in studies]
    up = [_read_in_full(read, rules, level), _first(studies, rules, level, BENEFIT, WITH_BENEFIT)]
    if not any(up):
        up.append(_first(read, rules, level, BENEFIT, f"{WITH_BENEFIT}, and all other studies read in full"))
    down = [_first(studies, rules, level, NO_DIFFERENCE, WITHOUT)]
    return tuple(change for change in up if change), tuple(change for change in down if change)


def _read_in_full(read: Sequence[StudyFacts], rules: Rules, level: str) -> Change | None:
    after = rate(read, rules).level
    if HEIGHT[after] <= HEIGHT[level]:
        return None
    return Change("All studies read in full, if they say what their abstracts say", after)


def _first(
    studies: Sequence[StudyFacts], rules: Rules, level: str, direction: str, words: str
) -> Change | None:
    """Add trials one by one until the level changes; none where a few do not change it."""
    for number in range(1, MOST_TRIED + 1):
        after = rate([*studies, *_trials(number, direction)], rules).level
        rise = HEIGHT[after] - HEIGHT[level]
        if (rise > 0) if direction == BENEFIT else (rise < 0):
            one = "One more trial" if number == 1 else f"{number} more trials"
            return Change(f"{one} {words if number == 1 else words.replace('finds', 'find')}", after)
    return None


def _trials(number: int, direction: str) -> list[StudyFacts]:
    return [
        StudyFacts(
            f"~{place}", TRIAL, direction, similar=True, abstract_only=False, team=frozenset({f"~{place}"})
        )
        for place in range(number)
    ]
