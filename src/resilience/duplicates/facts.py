"""What rules ask of two records."""

from collections.abc import Callable

from rapidfuzz import fuzz

from resilience.duplicates.likeness import AGREE, Likeness
from resilience.duplicates.prepared import Prepared

Rule = Callable[[Prepared, Prepared, Likeness], str | None]
"""Gives a sentence where it holds, and None where it does not."""
WORDS_OF_A_LONG_TITLE = 6
"""A title of so many words hardly ever belongs to two works of the same people."""
PAGES_OF_A_WORK = 3
"""A work of so many pages is no note beside which another may stand on the same page."""
SLIP = 70
"""Likeness of a word to the same word with a slip in it, or in another spelling."""


def is_long(one: Prepared) -> bool:
    """Say whether a title has so many words that it hardly belongs to another work too."""
    return one.title.count(" ") + 1 >= WORDS_OF_A_LONG_TITLE


def spans(one: Prepared, other: Prepared) -> bool:
    """Say whether first and last page are the same, with some pages between."""
    return one.pages == other.pages and one.pages.last - one.pages.first + 1 >= PAGES_OF_A_WORK


def has_subtitle(one: Prepared, other: Prepared) -> bool:
    """Say whether one title is the whole beginning of the other, or its whole end."""
    short, long = sorted((one.title, other.title), key=len)
    return short.count(" ") >= 3 and (long.startswith(short + " ") or long.endswith(" " + short))


def in_one_place(one: Prepared, other: Prepared, like: Likeness) -> bool:
    """Say whether both stand on the same pages, of which there are several."""
    return like.volume == AGREE and like.pages == AGREE and spans(one, other)


def one_title(one: Prepared, other: Prepared, like: Likeness) -> bool:
    """Say whether titles are the same but for slips; one that is used again and again needs a place."""
    placed = like.volume == AGREE and AGREE in (like.pages, like.number)
    if (one.is_generic or other.is_generic) and not placed and like.doi != AGREE:
        return False
    if one.key == other.key:
        return bool(one.key)
    if like.title < 90 or (one.numbers != other.numbers and like.pages != AGREE):
        return False
    return spans(one, other) or not replaced(one, other)


def nearly_one_title(one: Prepared, other: Prepared, like: Likeness) -> bool:
    """Say whether titles are alike enough where records stand on the same page."""
    if like.title < 80:
        return False
    told_apart = replaced(one, other) or one.numbers != other.numbers
    return spans(one, other) or (like.authors >= 85 and like.journal >= 75 and not told_apart)


def replaced(one: Prepared, other: Prepared) -> bool:
    """Say whether one title has another word for a word: efficacy for safety, not color for colour."""
    first, second = set(one.title.split()), set(other.title.split())
    mine, theirs = first - second, second - first
    if not mine or not theirs:
        return False
    if any(len(word) == 1 for word in mine) and any(len(word) == 1 for word in theirs):
        # Case A and case B, vitamin C and vitamin D.
        return True
    joined = (
        "".join(word for word in one.title.split() if word in mine),
        "".join(word for word in other.title.split() if word in theirs),
    )
    if fuzz.ratio(*joined) >= SLIP:
        return False
    return any(max(fuzz.ratio(word, twin) for twin in theirs) < SLIP for word in mine if len(word) > 3)
