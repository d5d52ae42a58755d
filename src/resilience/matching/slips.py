"""Slips of the keyboard: a word that nobody knows is read as the known word that it must have meant."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from math import inf
from string import ascii_lowercase
from typing import NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from resilience.matching.english import WordList
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


class Speller:
    """Words that a slip may have meant."""

    def __init__(self, known: Iterable[str], meant: Iterable[str], english: WordList) -> None:
        """Keep the roots that are known, the words that a slip may mean, and those that are no slips.

        The words are kept in order, so that ties fall the same way each time.
        """
        self.known = frozenset(known)
        words: dict[str, Meant] = {}
        roots: dict[str, Meant] = {}
        for word in sorted(meant, key=lambda word: (len(word), word)):
            one = Meant(word, root(word))
            words.setdefault(singular(word), one)
            roots.setdefault(one.root, one)
        self._english = english
        self._words, self._roots = _Near(words, english), _Near(roots, english)
        self.mend = lru_cache(20_000)(self._mend)

    def _mend(self, word: str) -> Meant | None:
        """Give what a word, as typed, must have meant, or None where it is a word or nothing is near."""
        cut = root(word)
        if not may_be_mended(word) or cut in self.known or self._english.holds_form_of(word):
            return None
        return self._words.nearest(singular(word)) or self._roots.nearest(cut)


def may_be_mended(word: str) -> bool:
    """Say whether a word, folded as `normalise.words` folds it, is long enough and of plain letters."""
    return len(singular(word)) >= SHORTEST and word.isascii() and word.isalpha()


class _Near:
    """Words by what stands in a text, to be looked up by what is near."""

    def __init__(self, meant: Mapping[str, Meant], english: WordList) -> None:
        """Take what stands in a text, and what it means."""
        self._english = english
        self._meant = {word: meant[word] for word in sorted(meant) if len(word) >= SHORTEST - 1}
        self._alike: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self._meant:
            self._alike[word[0], len(word)].append(word)

    def nearest(self, word: str) -> Meant | None:
        """Give the one meant word that is one slip away, or two where the word is long."""
        slips = 2 if len(word) >= LONG else 1
        swapped = word[1] + word[0] + word[2:]
        near, distance = self._closest(word, slips)
        if distance > 1 and swapped in self._meant:
            near, distance = swapped, 1
        if distance > slips or (distance > 1 and self._may_be_another(word, self._meant[near])):
            return None
        return self._meant[near]

    def _closest(self, word: str, slips: int) -> tuple[str, float]:
        """Give the first of the closest that begin alike, and how many slips away it is."""
        lengths = range(len(word) - slips, len(word) + slips + 1)
        about_as_long = chain(*[self._alike.get((word[0], length), ()) for length in lengths])
        found = extractOne(word, about_as_long, scorer=OSA.distance, score_cutoff=slips)
        return (found[0], found[1]) if found else ("", inf)

    def _may_be_another(self, word: str, meant: Meant) -> bool:
        """Say whether an English word with another root is one slip away."""
        english = self._english
        return any(english.holds(other) and root(other) != meant.root for other in _one_slip_from(word))


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
    found = list(_WORD.finditer(text))
    capital = [one for one in found if one.group()[0].isupper()]
    names = {
        word
        for one in capital
        if not _opens(text, one) or _NAME_GOES_ON.match(text, one.end())
        for word in words(one.group())
    }
    if not names or len(names) > _MOSTLY * sum(not _opens(text, one) for one in found):
        return frozenset()
    small = (words(one.group()) for one in found if not one.group()[0].isupper())
    return frozenset(names.difference(*small))


def _opens(text: str, word: re.Match[str]) -> bool:
    """Say whether a word is the first of a sentence, a heading or an item."""
    return bool(_OPENS.search(text, max(0, word.start() - _LOOKED_BACK), word.start()))
