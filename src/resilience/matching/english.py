"""Whether a word stands in a list of English words: then it is what it is, and no slip for another.

The list is SCOWL's (see english-words-licence.txt), made by tools/english_words.py. It is kept as one text
and searched by halves, which takes some microseconds; a set of its words would take time to make and ten
times the memory, also in the reader's browser.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from pkgutil import get_data

from resilience.matching.normalise import root, singular

FILE = "english-words.txt"
MOST_KIN = 50
"""Listed words with the same beginning that are looked at for one with the same root."""


def is_english(word: str) -> bool:
    """Say whether the list holds a word, folded as `normalise.words` folds it, or another form of it."""
    if is_listed(word):
        return True
    cut = root(word)
    return any(root(kin) == cut for kin in islice(_beginning(cut.removesuffix("i")), MOST_KIN))


def is_listed(word: str) -> bool:
    """Say whether the list holds a word, or its singular."""
    sought = singular(word)
    return next(_beginning(sought), "") == sought


def _beginning(letters: str) -> Iterator[str]:
    """Give the listed words that begin so, from the first on."""
    listed = _listed()
    low, high = 0, len(listed)
    while low < high:
        start = listed.rfind("\n", low, (low + high) // 2) + 1 or low
        end = listed.index("\n", start)
        if listed[start:end] < letters:
            low = end + 1
        else:
            high = start
    while listed.startswith(letters, low) and low < len(listed):
        end = listed.index("\n", low)
        yield listed[low:end]
        low = end + 1


@cache
def _listed() -> str:
    """Read the words, sorted, each with a line end after it."""
    content = get_data(__package__, FILE)
    return content.decode("ascii") if content else ""
