"""What the matcher knows: phrases, learnt weights, coded phrases to compare with, and what a score means."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import fsum
from typing import Any

from resilience.matching.characters import Letters, Weight
from resilience.matching.english import WordList, word_list
from resilience.matching.neighbours import CodedPhrase, Neighbours
from resilience.matching.normalise import words
from resilience.matching.phrasebook import (
    Phrasebook,
    Phrases,
    Roots,
    by_first_root,
    compile_phrasebook,
    roots_of,
)
from resilience.matching.signs import Reading, placed, read
from resilience.matching.slips import Speller

NONE = "none"
"""What stands where a type would, if no type fits."""


@dataclass(frozen=True)
class Scale:
    """What turns the strength of the first type into a score, and a score into a decision."""

    points: tuple[tuple[float, float], ...]
    """Pairs of strength (0 to 1) and score (0 to 100), both rising: how often such a type comes first."""
    auto: float
    """From this strength on, nobody need look."""
    named: tuple[tuple[float, float], ...]
    """Pairs of lean and score, both rising: how often a type that does not come first is named as well."""


@dataclass(frozen=True)
class Lexicon:
    """All that a match needs; `types` are the slugs in the order of the code frame, and `none` last."""

    types: tuple[str, ...]
    labels: Mapping[str, str]
    book: Phrasebook
    names: Mapping[Roots, str]
    """Whole texts that name one type, by their sorted roots."""
    bans: Phrases
    """Phrases that rule types out."""
    weights: Mapping[str, Weight]
    leanings: tuple[float, ...]
    """What speaks for each type before a word is read."""
    coded: tuple[CodedPhrase, ...]
    scale: Scale
    source: Mapping[str, Any] = field(compare=False, repr=False)
    """The plain form that this was compiled from."""
    english: WordList | None = field(default=None, compare=False, repr=False)
    """Words that are no slips; by default, those that lie beside the matcher."""

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any], english: WordList | None = None) -> "Lexicon":
        """Compile from what JSON can hold; the order of phrases does not matter.

        Keys: types, labels, ideas, terms, names, decoys, bans, weights, leanings, coded, scale,
        and `often`, words that a slip may mean. A sign's weights are its rarity, then by turns the place of a
        type and hundredths of weight.
        """
        types = tuple(plain["types"])
        return cls(
            types=types,
            labels=plain["labels"],
            book=compile_phrasebook(plain["ideas"], plain["terms"], plain["decoys"]),
            names=_names(plain["names"]),
            bans=_bans(plain["bans"]),
            weights=_weights(plain["weights"]),
            leanings=tuple(plain["leanings"][slug] for slug in types),
            coded=tuple(CodedPhrase(*one) for one in plain["coded"]),
            scale=Scale(
                tuple(map(tuple, plain["scale"]["points"])),
                plain["scale"]["auto"],
                tuple(map(tuple, plain["scale"]["named"])),
            ),
            source=plain,
            english=english,
        )

    def to_plain(self) -> Mapping[str, Any]:
        """Give the plain form, for a file or another machine."""
        return self.source

    @cached_property
    def neighbours(self) -> Neighbours:
        """The coded phrases, ready to be searched for what is near."""
        return Neighbours(self.coded, [self.shown(read(phrase.text, self.book)) for phrase in self.coded])

    @cached_property
    def letters(self) -> Letters:
        """What the letters of words say."""
        return Letters(self.weights, len(self.types))

    @cached_property
    def speller(self) -> Speller:
        """The words that are known, and those that a slip may mean: the editors', and what is coded often."""
        known = {sign.removeprefix("word ") for sign in self.weights if sign.startswith("word ")}
        for phrases in (self.book.ideas, self.book.terms, self.book.decoys):
            known.update(root for group in phrases.values() for roots, _ in group for root in roots)
        editors = [
            text for part in ("ideas", "terms") for texts in self.source[part].values() for text in texts
        ]
        meant = [*(word for text in editors for word in words(text)), *self.source["often"]]
        return Speller(known, meant, self.english or word_list())

    def shown(self, reading: Reading) -> dict[str, float]:
        """Give the signs in a reading that were seen in learning, the greatest weight of each.

        They are weighed by their rarity, to length 1 in all.
        """
        weights = self.weights
        best: dict[str, float] = {}
        for name, strength, _, _ in placed(reading, self.book):
            if name in weights:
                value = strength * weights[name].rarity
                if value > best.get(name, 0.0):
                    best[name] = value
        length = fsum([value * value for value in best.values()]) ** 0.5
        return {name: value / length for name, value in best.items()}


def _weights(weights: Mapping[str, Sequence[float]]) -> dict[str, Weight]:
    """Read the weights; equal pairs are one object, so that those in use stay near the processor."""
    pairs: dict[tuple[int, float], tuple[int, float]] = {}
    found = {}
    for sign, (rarity, *told) in weights.items():
        speaks_for = [(int(place), part / 100) for place, part in zip(told[::2], told[1::2], strict=True)]
        found[sign] = Weight(rarity, tuple([pairs.setdefault(pair, pair) for pair in speaks_for]))
    return found


def _names(names: Mapping[str, Iterable[str]]) -> dict[Roots, str]:
    found: dict[Roots, set[str]] = {}
    for slug, texts in names.items():
        for text in texts:
            found.setdefault(tuple(sorted(roots_of(text))), set()).add(slug)
    return {roots: slugs.pop() for roots, slugs in found.items() if len(slugs) == 1}


def _bans(bans: Mapping[str, Iterable[str]]) -> Phrases:
    found: dict[Roots, set[str]] = {}
    for slug, texts in bans.items():
        for text in texts:
            found.setdefault(roots_of(text), set()).add(slug)
    return by_first_root(found)
