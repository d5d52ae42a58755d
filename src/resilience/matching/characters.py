"""The runs of letters within a word: by them a word that was never seen speaks like words that are kin."""

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import fsum, sqrt
from typing import NamedTuple

SHORTEST, LONGEST = 3, 5
RUN = "~"
"""How the name of a run begins, so that it is never taken for another sign."""
MOST_KEPT = 50_000
"""Words of which is kept what their letters say."""


class Weight(NamedTuple):
    """How rare a sign is (weight of seeing it at all), and how much it speaks for each type."""

    rarity: float
    speaks_for: tuple[tuple[int, float], ...]
    """Pairs of a type's place in `Lexicon.types` and its weight."""


class Spelt(NamedTuple):
    """What the letters of one word say: for each type, before the length; and the square of that length."""

    sums: Sequence[float]
    square: float


def runs(word: str) -> list[str]:
    """Give the runs of three to five letters in a word; a blank marks its start and its end.

    Cavnar & Trenkle (1994), N-gram-based text categorization, SDAIR-94.
    """
    padded = f" {word} "
    longest = min(LONGEST, len(padded))
    return [
        f"{RUN}{padded[start : start + length]}"
        for length in range(SHORTEST, longest + 1)
        for start in range(len(padded) - length + 1)
    ]


def weighed_runs(words: Iterable[str], rarity: Mapping[str, float]) -> dict[str, float]:
    """Weigh the runs in some words by their rarity, for learning.

    The length that they are brought to is the root of the sum of squares, each run as often as it stands:
    so what a word adds to it does not depend on the others, and can be kept.
    """
    counted = Counter(run for word in words for run in runs(word) if run in rarity)
    length = sqrt(fsum(count * rarity[run] ** 2 for run, count in counted.items())) or 1.0
    return {run: count * rarity[run] / length for run, count in counted.items()}


class Letters:
    """What the letters of words say by learnt weights, worked out once for each word."""

    def __init__(self, weights: Mapping[str, Weight], types: int) -> None:
        """Take the weights of all signs, and how many types there are."""
        self._weights = weights
        self._types = types
        self._kept: dict[str, Spelt] = {}

    def sums(self, words: Sequence[str]) -> list[float]:
        """Give how much the letters of a text's words speak for each type: the runs at length 1."""
        kept = self._kept
        spelt = [kept.get(word) or self._spell(word) for word in words]
        length = sqrt(fsum([one.square for one in spelt]))
        if not length:
            return [0.0] * self._types
        return [said / length for said in map(fsum, zip(*[one.sums for one in spelt], strict=True))]

    def _spell(self, word: str) -> Spelt:
        sums, square = [0.0] * self._types, 0.0
        for run in runs(word):
            known = self._weights.get(run)
            if known:
                square += known.rarity**2
                for place, weight in known.speaks_for:
                    sums[place] += known.rarity * weight
        if len(self._kept) >= MOST_KEPT:
            self._kept.clear()
        self._kept[word] = found = Spelt(array("d", sums), square)
        return found
