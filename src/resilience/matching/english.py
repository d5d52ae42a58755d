"""Whether a word stands in a list of English words: then it is what it is, and no slip for another.

The list is SCOWL's (see english-words-licence.txt), made by tools/english_words.py. It is kept as one text:
a set of its words would take time to make and ten times the memory, also in the reader's browser. The part
whose words begin alike is looked for by halves, and kept for the next word.
"""

from functools import cache, lru_cache
from pkgutil import get_data

from resilience.matching.normalise import root, singular

FILE = "english-words.txt"
MOST_KIN = 50
"""Listed words with the same beginning that are looked at for one with the same root."""
ALIKE = 3
"""First letters by which the list falls into parts."""


def is_english(word: str) -> bool:
    """Say whether the list holds a word, folded as `normalise.words` folds it, or another form of it."""
    if is_listed(word):
        return True
    cut = root(word)
    return any(root(kin) == cut for kin in _beginning(cut.removesuffix("i"))[:MOST_KIN])


def is_listed(word: str) -> bool:
    """Say whether the list holds a word, or its singular."""
    sought = singular(word)
    return f"\n{sought}\n" in _part(sought[:ALIKE])


def _beginning(letters: str) -> list[str]:
    """Give the listed words that begin so."""
    part = _part(letters[:ALIKE])
    first, last = part.find(f"\n{letters}"), part.rfind(f"\n{letters}")
    return part[first + 1 : part.index("\n", last + 1)].split("\n") if letters and last >= 0 else []


@lru_cache(5_000)
def _part(letters: str) -> str:
    """Give the listed words that begin with up to three letters, each between line ends."""
    after_z = chr(ord("z") + 1)
    return f"\n{_listed()[_place_of(letters) : _place_of(letters + after_z)]}"


def _place_of(letters: str) -> int:
    """Give where in the list a word stands or would stand."""
    listed = _listed()
    low, high = 0, len(listed)
    while low < high:
        start = listed.rfind("\n", low, (low + high) // 2) + 1 or low
        end = listed.index("\n", start)
        if listed[start:end] < letters:
            low = end + 1
        else:
            high = start
    return low


@cache
def _listed() -> str:
    """Read the words, sorted, each with a line end after it."""
    content = get_data(__package__, FILE)
    return content.decode("ascii") if content else ""
