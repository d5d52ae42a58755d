"""Words with a typing mistake, read as the known word that they are nearest to."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

SHORTEST = 5
"""Roots of fewer letters are left alone: too many words are one slip from another."""
LONG = 8
"""Roots from this length on may have two slips."""
MOST_MENDED = 12
"""Unknown words of one text that are looked at."""


class Speller:
    """The roots that are known, by first letter and length."""

    def __init__(self, known: Iterable[str]) -> None:
        """Keep the known roots, in alphabetical order so that ties fall the same way each time."""
        self.known = frozenset(known)
        self._by_start: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(self.known):
            if len(word) >= SHORTEST - 1:
                self._by_start[word[0], len(word)].append(word)
        self.mend = lru_cache(20_000)(self._mend)

    def _mend(self, word: str) -> str | None:
        """Give the known root that `word` must have meant, or None where none is near enough."""
        if len(word) < SHORTEST or not word.isalpha() or word in self.known:
            return None
        slips = 2 if len(word) >= LONG else 1
        near = [
            known
            for length in range(len(word) - slips, len(word) + slips + 1)
            for known in self._by_start.get((word[0], length), ())
        ]
        found = extractOne(word, near, scorer=OSA.distance, score_cutoff=slips)
        return found[0] if found else None
