"""Cautions that keep a rating from going higher, and the studies that they rest on."""

from collections.abc import Sequence
from functools import reduce
from typing import NamedTuple

from .facts import EARLY, PROMISING, STRONG, StudyFacts

LADDER = (EARLY, PROMISING, STRONG)
"""Levels that say that an activity may help, the lowest first."""


class Caution(NamedTuple):
    """A caution: whether it holds, a sentence, and the studies that it rests on."""

    name: str
    holds: bool
    sentence: str
    keys: tuple[str, ...]


def cautions(studies: Sequence[StudyFacts]) -> list[Caution]:
    """Look for each caution in the studies that decide a level."""
    return [_abstract_only(studies), _weak(studies), _single_team(studies), _no_similar_place(studies)]


def _abstract_only(studies: Sequence[StudyFacts]) -> Caution:
    keys = tuple(study.key for study in studies if study.abstract_only)
    say = f"Read as an abstract only: {len(keys)} of {len(studies)} studies."
    return Caution("abstract_only", 2 * len(keys) > len(studies), say, keys)


def _weak(studies: Sequence[StudyFacts]) -> Caution:
    weak = tuple(study.key for study in studies if study.weak)
    holds = 2 * len(weak) > len(studies)
    say = f"Weak by their own account: {len(weak)} of {len(studies)} studies."
    return Caution("weak_by_own_account", holds, say, weak)


def _single_team(studies: Sequence[StudyFacts]) -> Caution:
    teams = [study.team for study in studies]
    unknown = sum(not team for team in teams)
    shared = reduce(frozenset.intersection, teams) if teams else frozenset()
    keys = tuple(study.key for study in studies)
    if len(studies) > 1 and shared:
        return Caution("single_team", True, "All these studies share an author.", keys)
    say = "No author has a part in all of these studies."
    if len(studies) == 1:
        say = "There is one study, so the number of teams says nothing."
    elif unknown:
        say = f"Authors not seen for {unknown} of {len(studies)} studies; no single team shows."
    return Caution("single_team", False, say, ())


def _no_similar_place(studies: Sequence[StudyFacts]) -> Caution:
    similar = tuple(study.key for study in studies if study.similar)
    if similar:
        say = f"Done in the UK or a place like it: {len(similar)} of {len(studies)} studies."
        return Caution("no_similar_place", False, say, similar)
    say = "None of these studies is known to be from the UK or a place like it."
    return Caution("no_similar_place", True, say, tuple(study.key for study in studies))


def lower(level: str, cap: str) -> str:
    """Give the lower of a level and a cap.

    A cap at early goes for every level, as evidence that is not about a place like this settles nothing; a
    higher cap goes for levels that say that an activity helps.
    """
    if cap == EARLY:
        return EARLY
    return min(level, cap, key=LADDER.index) if level in LADDER else level
