"""Which known name was an unknown one meant to be? A wrong hint is worse than none: likeness has a floor."""

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

FLOOR = 0.77
"""Of the letters, the share in which two names must agree: `activities` and `activity` do, `issn` and `isbn`
don't."""
_LONGEST = 100
"""No name is longer; comparing a whole page with all names would take minutes."""
_COMMON = 4
"""Names with a word in common from which on it tells them no more apart, such as `council`."""
_MOST = 2
"""More names than these are no hint."""
_Words = tuple[str, ...]


def alike(word: str, known: Iterable[str]) -> list[str]:
    """Give the known name that a word was probably meant to be; two where both are as like, else none.

    Names are compared by the words that tell them apart: `sefton-council` is like
    `sefton-metropolitan-borough-council`, and not like `preston-city-council`.
    """
    if not 0 < len(word) <= _LONGEST:
        return []
    names = {name: _words(name) for name in _spelt_once(word, known)}
    counts = Counter(part for words in names.values() for part in set(words))
    common = {part for part, count in counts.items() if count >= _COMMON and not part.isdigit()}
    asked = _words(word)
    scores = {name: _likeness(asked, words, common) for name, words in names.items()}
    best = max(scores.values(), default=0.0)
    found = [name for name, score in scores.items() if score == best >= FLOOR]
    return found if len(found) <= _MOST else []


def _words(name: str) -> _Words:
    # File managers add the word.
    return tuple(word for word in re.findall(r"[^\W_]+", name.casefold()) if word != "copy")


def _likeness(asked: _Words, words: _Words, common: set[str]) -> float:
    """Say how like two names are, from 0 to 1."""
    if asked == words:
        return 1.0
    own, others = _telling(asked, common), _telling(words, common)
    if set(own) == set(others):
        return 0.99
    if (names := _letters(asked)) and names == _letters(words):
        return 0.85  # the same name, another year
    # Every word that tells it apart has its like in the other; so `sefton` is enough.
    if sum(map(len, own)) > 3 and all(any(_ratio(word, like) for like in others) for word in own):
        return 0.9 + 0.05 * len(own) / len(others)
    # What both have in common makes nothing alike: a garden of a community is no art of it.
    return min(_ratio(_rest(own, others), _rest(others, own)), 0.9)


def _spelt_once(word: str, known: Iterable[str]) -> list[str]:
    """Of names that differ by capitals alone keep the one that begins as the word does."""
    by_letters: dict[str, str] = {}
    for name in known:
        if name[:1].isupper() is word[:1].isupper() or name.casefold() not in by_letters:
            by_letters[name.casefold()] = name
    return list(by_letters.values())


def _letters(words: _Words) -> _Words:
    return tuple(word for word in words if not word.isdigit())


def _rest(own: _Words, others: _Words) -> str:
    return "".join(word for word in own if word not in others)


def _telling(words: _Words, common: set[str]) -> _Words:
    return tuple(word for word in words if word not in common) or words


def _ratio(one: str, other: str) -> float:
    """Say how like two words are by their letters; 0 below the floor."""
    if len(one) > 3 and sorted(one) == sorted(other):
        return 0.9  # two letters changed places
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < FLOOR or matcher.quick_ratio() < FLOOR:
        return 0.0
    # The matcher is not the same both ways round.
    ratio = max(matcher.ratio(), SequenceMatcher(None, other, one, autojunk=False).ratio())
    return ratio if ratio >= FLOOR else 0.0
