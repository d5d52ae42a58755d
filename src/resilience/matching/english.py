"""Whether a word stands in a list of English words: then it is what it is, and no slip for another.

The list is SCOWL's (see english-words-licence.txt), made by tools/english_words.py. It is kept as one text:
a set of its words would take time to make and ten times the memory, also in the reader's browser. The part
whose words begin alike is looked for by halves, and kept for the next word.
"""

from functools import cache, lru_cache
from pkgutil import get_data

from resilience.matching.normalise import root, singular

FILE, LICENCE = "english-words.txt", "english-words-licence.txt"
MOST_KIN = 50
"""Listed words with the same beginning that are looked at for one with the same root."""
ALIKE = 3
"""First letters by which the list falls into parts."""
MOST_PARTS = 5_000
AFTER_Z = "{"
"""What follows `z` in the order of characters."""


class WordList:
    """English words, sorted, each with a line end after it."""

    def __init__(self, listed: str) -> None:
        """Take the words."""
        self._listed = listed
        self._part = lru_cache(MOST_PARTS)(self._find_part)

    def holds(self, word: str) -> bool:
        """Say whether the list holds a word, or its singular."""
        sought = singular(word)
        return f"\n{sought}\n" in self._part(sought[:ALIKE])

    def holds_form_of(self, word: str) -> bool:
        """Say whether the list holds a word, folded as `normalise.words` folds it, or another form of it."""
        if self.holds(word):
            return True
        cut = root(word)
        return any(root(kin) == cut for kin in self._beginning(cut.removesuffix("i"))[:MOST_KIN])

    def _beginning(self, letters: str) -> list[str]:
        """Give the words that begin so."""
        part = self._part(letters[:ALIKE])
        first, last = part.find(f"\n{letters}"), part.rfind(f"\n{letters}")
        return part[first + 1 : part.index("\n", last + 1)].split("\n") if letters and last >= 0 else []

    def _find_part(self, letters: str) -> str:
        """Give the words that begin with up to three letters, each between line ends."""
        return f"\n{self._listed[self._place_of(letters) : self._place_of(letters + AFTER_Z)]}"

    def _place_of(self, letters: str) -> int:
        """Give where in the list a word stands or would stand."""
        listed = self._listed
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
def word_list() -> WordList:
    """Read the list that lies beside this module; the browser fetches it apart from the code."""
    return WordList((get_data(__package__, FILE) or b"").decode("ascii"))
