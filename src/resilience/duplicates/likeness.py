"""How alike two records are, field by field."""

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from resilience.duplicates.prepared import SUPPLEMENT, Pages, Prepared, words

AGREE, UNKNOWN, DIFFER = 1, 0, -1


class Likeness(NamedTuple):
    """Likeness of texts from 0 to 100; the other fields agree (1), differ (-1), or can't be compared (0)."""

    title: float
    authors: float
    """-1 where one record or both name no author."""
    journal: float
    """-1 where one record or both name no journal or book."""
    year: int
    years_apart: int
    volume: int
    number: int
    pages: int
    doi: int


def compare(one: Prepared, other: Prepared) -> Likeness:
    """Compare two records; their order makes no difference."""
    return Likeness(
        title=title_likeness(one, other),
        authors=_authors(one, other),
        journal=_journals(one.journal, other.journal) if one.journal and other.journal else -1,
        year=_state(one.year, other.year),
        years_apart=abs(one.year - other.year) if one.year and other.year else 0,
        volume=_state(one.volume, other.volume),
        number=_numbers(one.number, other.number),
        pages=_pages(one.pages, other.pages),
        doi=_dois(one.doi, other.doi),
    )


def _state(one: object, other: object) -> int:
    if not one or not other:
        return UNKNOWN
    return AGREE if one == other else DIFFER


def _numbers(one: frozenset[str], other: frozenset[str]) -> int:
    if not one or not other or (SUPPLEMENT in one) != (SUPPLEMENT in other):
        return UNKNOWN
    return DIFFER if (one - {SUPPLEMENT}).isdisjoint(other) else AGREE


def title_likeness(one: Prepared, other: Prepared) -> float:
    """Compare titles; a title in another language beside the first counts where it is more alike."""
    if one.key == other.key:
        return 100.0 if one.key else 0.0
    best = fuzz.ratio(one.key, other.key)
    if one.second or other.second:
        pairs = [(one.second, other.title), (one.title, other.second), (one.second, other.second)]
        best = max([best, *(fuzz.ratio(a, b) for a, b in pairs if a and b)])
    short, long = sorted((one.title, other.title), key=len)
    if (
        best < 95
        and len(short) >= SUBTITLE_APART
        and (long.startswith(short + " ") or long.endswith(" " + short))
    ):
        return 95.0
    return best


SUBTITLE_APART = 45
"""Letters of a title that is long enough to be the same where the other goes on with a subtitle."""


def _authors(one: Prepared, other: Prepared) -> float:
    if not one.people or not other.people:
        return -1
    if one.people == other.people:
        return 100.0
    best = max(fuzz.ratio(one.people, other.people), fuzz.ratio(one.initials, other.initials))
    if best >= 95:
        return best
    short, long = sorted((one.people, other.people), key=len)
    if long.startswith(short + " "):
        return 97.0
    best = max(best, fuzz.token_sort_ratio(one.people, other.people), _shared(one, other))
    if best < 90:
        # Some sources take given names, or half of a family name, for family names.
        best = max(best, _in_step(one, other))
    return best


def _shared(one: Prepared, other: Prepared) -> float:
    """Say which share of the shorter list of authors is in the longer one."""
    first, second = set(one.people.split()), set(other.people.split())
    shared = 96 * len(first & second) / min(len(first), len(second))
    return shared if one.first == other.first else min(shared, 90)


def _in_step(one: Prepared, other: Prepared) -> float:
    """Say how many places have names with a word in common, or how many words are in both lists."""
    pairs = list(zip(one.names, other.names, strict=False))
    alike = sum(not first.isdisjoint(second) for first, second in pairs)
    first, second = frozenset().union(*one.names), frozenset().union(*other.names)
    shared = len(first & second) / max(1, min(len(first), len(second)))
    return 94 * max(alike / len(pairs), shared)


@lru_cache(200_000)
def _journal_words(name: str, is_cut: bool) -> tuple[str, ...]:
    if is_cut:
        bare = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", name)
        name = re.split(r"\s*(?::|=| - |\. [A-Z][a-z]+ conference)", bare)[0] or name
    plain = re.sub(r"['’]s\b", " ", name)
    found = [word for word in words(plain) if word not in _SMALL_WORDS and not word.isdigit()]
    return tuple(found or words(name))


_SMALL_WORDS = frozenset(
    "the of and for in on to a an de la le les et der die das und fur d l i y e del della di s".split()  # noqa: SIM905
)


@lru_cache(200_000)
def _journals(one: str, other: str) -> float:
    """Compare names of journals whole, and without what follows a colon or stands in brackets."""
    first, second = sorted((one, other))
    whole = _names_alike(_journal_words(first, False), _journal_words(second, False))
    return max(whole, _names_alike(_journal_words(first, True), _journal_words(second, True)))


def _names_alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Compare names in full, by the beginnings of their words, or by their initials."""
    first, second = sorted((one, other))
    if "".join(first) == "".join(second) or _abbreviates(first, second):
        return 100.0
    for short, long in ((first, second), (second, first)):
        if len(short) == 1 and len(long) > 2 and short[0] == "".join(word[0] for word in long):
            return 100.0
    best = fuzz.ratio(" ".join(word[:4] for word in first), " ".join(word[:4] for word in second))
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) >= 2 and _abbreviates(shorter, longer[: len(shorter)]):
        return max(best, 92.0)
    return min(best, 99.0)


def _abbreviates(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return len(one) == len(other) and all(
        a.startswith(b) or b.startswith(a) for a, b in zip(one, other, strict=True)
    )


def _pages(one: Pages, other: Pages) -> int:
    """Compare page numbers; what an export has damaged is compared as far as it goes."""
    if not (one.first or one.last) or not (other.first or other.last):
        return UNKNOWN
    ends, other_ends = {one.first, one.last or one.first}, {other.first, other.last or other.first}
    if (one.first and one.first == other.first) or one.last == other.last != 0:
        return AGREE
    if not one.last or not other.last:
        # 488 for 487-488: some sources give one of the two pages.
        return AGREE if ends & other_ends else _numbers_of_articles(one, other)
    if not one.first or not other.first:
        return AGREE if _ends_alike(one.last, other.last) else UNKNOWN
    overlap = one.first <= other.last and other.first <= one.last
    return UNKNOWN if overlap else DIFFER


def _numbers_of_articles(one: Pages, other: Pages) -> int:
    """A journal may give an article a number where others count its pages, on paper or from 1."""
    if one.is_article_number != other.is_article_number or 1 in (one.first, other.first):
        return UNKNOWN
    return DIFFER


def _ends_alike(one: int, other: int) -> bool:
    """Say whether one number is the end of the other: Suppl-29 is what is left of S417-S429."""
    return str(one).endswith(str(other)) or str(other).endswith(str(one))


def _dois(one: str, other: str) -> int:
    if not one or not other:
        return UNKNOWN
    return AGREE if one == other else DIFFER
