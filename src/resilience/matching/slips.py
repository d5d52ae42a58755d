"""Slips of the keyboard: a word that nobody knows is read as the known word that it must have meant."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from string import ascii_lowercase
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from resilience.matching.english import is_english, is_listed
from resilience.matching.normalise import root, singular, words

SHORTEST = 6
"""Words with fewer letters, an ending -s aside, are left alone: too many words are one slip from another."""
LONG = 9
"""Words from this length on may have two slips."""
MOST_MENDED = 12
"""Unknown words of one text that are looked at."""

_WORD = re.compile(r"[^\W\d_]+(?:['’]s\b)?")
_OPENS = re.compile(r"(?:^|[.!?:;|/\n\r•*]|\d[.)]|(?:^|\s)[-–—])[\s\"'“‘(\[]*$")
"""What stands before the first word of a sentence, a heading or an item."""
_LOOKED_BACK = 12
_NAME_GOES_ON = re.compile(r"[ ]+[^\W\d_a-z]")
"""A capital right after the first word of a sentence: the two are a name."""
_MOSTLY = 0.5
"""The share of capitals from which a text is a title, in which a capital tells no name."""


class Meant(NamedTuple):
    """The word that a slip must have meant, and its root."""

    word: str
    root: str


_ByStart = Mapping[tuple[str, int], Mapping[str, Meant]]
"""By first letter and length: what stands in a text, and what it means."""


class Speller:
    """Words that a slip may have meant."""

    def __init__(self, known: Iterable[str], meant: Iterable[str]) -> None:
        """Keep the roots that are known, and the words that a slip may mean.

        The words are kept in order, so that ties fall the same way each time.
        """
        self.known = frozenset(known)
        words: dict[str, Meant] = {}
        roots: dict[str, Meant] = {}
        for word in sorted(meant, key=lambda word: (len(word), word)):
            one = Meant(word, root(word))
            words.setdefault(singular(word), one)
            roots.setdefault(one.root, one)
        self._words, self._roots = _by_start(words), _by_start(roots)
        self.mend = lru_cache(20_000)(self._mend)

    def _mend(self, word: str) -> Meant | None:
        """Give what a word, as typed, must have meant, or None where it is a word or nothing is near."""
        cut = root(word)
        if not may_be_mended(word) or cut in self.known or is_english(word):
            return None
        return _nearest(singular(word), self._words) or _nearest(cut, self._roots)


def may_be_mended(word: str) -> bool:
    """Say whether a word, folded as `normalise.words` folds it, is long enough and of plain letters."""
    return len(singular(word)) >= SHORTEST and word.isascii() and word.isalpha()


def _by_start(meant: Mapping[str, Meant]) -> _ByStart:
    found: dict[tuple[str, int], dict[str, Meant]] = defaultdict(dict)
    for word in sorted(meant):
        if len(word) >= SHORTEST - 1:
            found[word[0], len(word)][word] = meant[word]
    return dict(found)


def _nearest(word: str, meant: _ByStart) -> Meant | None:
    slips = 2 if len(word) >= LONG else 1
    near: dict[str, Meant] = {}
    for length in range(len(word) - slips, len(word) + slips + 1):
        near |= meant.get((word[0], length), {})
    swapped = word[1] + word[0] + word[2:]
    if swapped in meant.get((swapped[0], len(swapped)), {}):
        near[swapped] = meant[swapped[0], len(swapped)][swapped]
    found = extractOne(word, near.keys(), scorer=OSA.distance, score_cutoff=slips)
    if not found or (found[1] > 1 and _may_be_another(word, near[found[0]])):
        return None
    return near[found[0]]


def _may_be_another(word: str, meant: Meant) -> bool:
    """Say whether an English word with another root is one slip away."""
    return any(is_listed(other) and root(other) != meant.root for other in _one_slip_from(word))


def _one_slip_from(word: str) -> Iterator[str]:
    """Give all that differs by one letter and begins alike."""
    for place in range(1, len(word) + 1):
        before, after = word[:place], word[place:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        for letter in ascii_lowercase:
            yield before + letter + after
            yield before + letter + after[1:]


def names_in(text: str) -> frozenset[str]:
    """Give the words, folded, that a capital within a sentence tells to be names.

    There are none in a text that is in capitals, or in title case.
    """
    names: set[str] = set()
    small: set[str] = set()
    within = 0
    for found in _WORD.finditer(text):
        opens = _OPENS.search(text, max(0, found.start() - _LOOKED_BACK), found.start())
        if not found.group()[0].isupper():
            small.update(words(found.group()))
        elif not opens or _NAME_GOES_ON.match(text, found.end()):
            names.update(words(found.group()))
        within += not opens
    return frozenset(names - small) if len(names) <= _MOSTLY * within else frozenset()
