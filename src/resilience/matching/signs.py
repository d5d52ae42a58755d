"""The signs in a text: its words, their first letters, pairs of neighbours, ideas, terms of types."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from resilience.matching.normalise import LINKING, root, words
from resilience.matching.phrasebook import Phrasebook, spans

FIRST_LETTERS = 4
# How much one sign weighs beside another before anything is learnt; found by cross-validation.
WORD, START, PAIR, IDEA, LONG_IDEA = 1.0, 1.3, 0.7, 1.2, 1.56
AIM = 0.7
"""How much what a text aims at weighs beside what is done, by the code frame's rule for two topics."""
OPENS_AIM = frozenset(("to", "so", "for"))
DONE = 2
"""Words that say what is done, before which no aim begins."""


class Reading(NamedTuple):
    """The words of a text and their roots; what a decoy holds has the root `""`."""

    words: tuple[str, ...]
    roots: tuple[str, ...]


class Sign(NamedTuple):
    """One sign, how much it weighs, and the words from `start` up to `end` that show it."""

    name: str
    value: float
    start: int
    end: int


def read(text: str, book: Phrasebook) -> Reading:
    """Read a text: split what others write in two words, and empty what only looks like a sign."""
    found = [part for word in words(text) for part in book.joined.get(word, (word,))]
    roots = tuple(root(word) for word in found)
    decoys = spans(roots, book.decoys)
    if decoys:
        terms = spans(roots, book.terms)
        for decoy in decoys:
            touched = [term for term in terms if term.start < decoy.end and decoy.start < term.end]
            start = min([decoy.start, *(term.start for term in touched)])
            end = max([decoy.end, *(term.end for term in touched)])
            roots = (*roots[:start], *[""] * (end - start), *roots[end:])
    return Reading(tuple(found), roots)


def spoken(reading: Reading) -> list[str]:
    """Give the words whose letters count: all that do more than hold a sentence together, but no decoys."""
    return [
        word for word, cut in zip(reading.words, reading.roots, strict=True) if cut and word not in LINKING
    ]


def signs(reading: Reading, book: Phrasebook) -> list[Sign]:
    """Give every sign in a reading; the same sign may come twice."""
    return [Sign(*found) for found in placed(reading, book)]


def strengths(reading: Reading, book: Phrasebook) -> dict[str, float]:
    """Give the greatest weight of each sign in a reading."""
    best: dict[str, float] = {}
    for name, value, _, _ in placed(reading, book):
        if value > best.get(name, 0.0):
            best[name] = value
    return best


def placed(reading: Reading, book: Phrasebook) -> list[tuple[str, float, int, int]]:
    """Give what `signs` gives, as plain tuples, which take less time to make."""
    roots = reading.roots
    telling = [
        place
        for place, (word, cut) in enumerate(zip(reading.words, roots, strict=True))
        if cut and word not in LINKING
    ]
    aim = _aim_from(reading, telling)
    found = [(f"word {roots[place]}", WORD, place, place + 1) for place in telling]
    found += [
        (f"start {roots[place][:FIRST_LETTERS]}", START, place, place + 1)
        for place in telling
        if len(roots[place]) >= FIRST_LETTERS
    ]
    for first, second in pairwise(telling):
        one, two = roots[first], roots[second]
        found.append((f"pair {one} {two}" if one <= two else f"pair {two} {one}", PAIR, first, second + 1))
    for start, end, name in spans(roots, book.ideas):
        found.append((f"idea {name}", IDEA if end - start == 1 else LONG_IDEA, start, end))
    for start, end, name in spans(roots, book.terms):
        found.append((f"term {name}", 0.8 + 0.3 * (end - start), start, end))
    if aim == len(roots):
        return found
    return [(name, value * AIM if start >= aim else value, start, end) for name, value, start, end in found]


def _aim_from(reading: Reading, telling: Sequence[int]) -> int:
    """Give where a text begins to tell its aim: at "to", "so" or "for" after two words on what is done."""
    if len(telling) > DONE:
        for place in range(telling[DONE - 1] + 1, telling[-1]):
            if reading.words[place] in OPENS_AIM:
                return place
    return len(reading.words)
