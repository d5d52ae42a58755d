"""The phrases that the matcher knows: ideas, terms of types, and decoys that only look like one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from resilience.matching.normalise import root, words

Roots = tuple[str, ...]
Phrases = Mapping[str, tuple[tuple[Roots, tuple[str, ...]], ...]]
"""By first root: rows of roots, and the names that each stands for, such as `lonely` or `befriending`."""


class Span(NamedTuple):
    """A phrase that stands in a text from word `start` up to `end`."""

    start: int
    end: int
    name: str


@dataclass(frozen=True)
class Phrasebook:
    """Phrases by their roots."""

    ideas: Phrases
    terms: Phrases
    decoys: Phrases
    joined: Mapping[str, Roots]
    """What some write in one word: "foodbank" is "food bank"."""


def roots_of(text: str) -> Roots:
    """Give the roots of a short text, in order."""
    return tuple(root(word) for word in words(text))


def compile_phrasebook(
    ideas: Mapping[str, Iterable[str]], terms: Mapping[str, Iterable[str]], decoys: Iterable[str]
) -> Phrasebook:
    """Make the phrasebook; the order of what is given does not matter."""
    joined = {}
    for text in (text for part in (ideas, terms) for texts in part.values() for text in texts):
        parts = words(text)
        if len(parts) == 2 and min(map(len, parts)) > 2:
            joined["".join(parts)] = tuple(parts)
    return Phrasebook(
        ideas=_phrases(ideas, joined),
        terms=_phrases(terms, joined),
        decoys=_phrases({"decoy": decoys}, {}),
        joined=joined,
    )


def _phrases(texts: Mapping[str, Iterable[str]], joined: Mapping[str, Roots]) -> Phrases:
    found: dict[Roots, set[str]] = {}
    for name, phrases in texts.items():
        for text in phrases:
            parts = [part for word in words(text) for part in joined.get(word, (word,))]
            found.setdefault(tuple(root(part) for part in parts), set()).add(name)
    return by_first_root(found)


def by_first_root(names: Mapping[Roots, Iterable[str]]) -> Phrases:
    """Sort phrases under their first root, the longest first, so that a text is read once."""
    found: dict[str, list[tuple[Roots, tuple[str, ...]]]] = {}
    for roots in sorted(names, key=lambda roots: (-len(roots), roots)):
        if roots:
            found.setdefault(roots[0], []).append((roots, tuple(sorted(names[roots]))))
    return {first: tuple(phrases) for first, phrases in found.items()}


def spans(roots: Roots, phrases: Phrases) -> list[Span]:
    """Give where phrases stand, the longest at each place; one within a longer one is left out."""
    found: list[Span] = []
    covered = 0
    for start in [place for place, first in enumerate(roots) if first in phrases]:
        for phrase, names in phrases[roots[start]]:
            end = start + len(phrase)
            if end > covered and roots[start:end] == phrase:
                found += [Span(start, end, name) for name in names]
                covered = end
                break
    return found
