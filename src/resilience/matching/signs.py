"""The signs in a text: its words, their first letters, pairs of neighbours, ideas, terms of types."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from resilience.matching.normalise import LINKING, root, words
from resilience.matching.phrasebook import Phrasebook, spans

FIRST_LETTERS = 4
# How much one sign weighs beside another before anything is learnt; found by cross-validation.
WORD, START, PAIR, IDEA, LONG_IDEA = 1.0, 1.3, 0.7, 1.2, 1.56


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
    return list(_signs(reading, book))


def _signs(reading: Reading, book: Phrasebook) -> Iterator[Sign]:
    roots = reading.roots
    telling = [
        place
        for place, (word, cut) in enumerate(zip(reading.words, roots, strict=True))
        if cut and word not in LINKING
    ]
    for place in telling:
        cut = roots[place]
        yield Sign(f"word {cut}", WORD, place, place + 1)
        if len(cut) >= FIRST_LETTERS:
            yield Sign(f"start {cut[:FIRST_LETTERS]}", START, place, place + 1)
    for first, second in pairwise(telling):
        one, two = sorted((roots[first], roots[second]))
        yield Sign(f"pair {one} {two}", PAIR, first, second + 1)
    for start, end, name in spans(roots, book.ideas):
        yield Sign(f"idea {name}", IDEA if end - start == 1 else LONG_IDEA, start, end)
    for start, end, name in spans(roots, book.terms):
        yield Sign(f"term {name}", 0.8 + 0.3 * (end - start), start, end)


def strengths(found: Iterable[Sign]) -> dict[str, float]:
    """Give each sign's greatest weight."""
    best: dict[str, float] = {}
    for name, value, _, _ in found:
        if value > best.get(name, 0.0):
            best[name] = value
    return best
