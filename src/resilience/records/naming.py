"""The permanent names of new records, by the house's rule: who, when and what."""

import re
from collections.abc import Collection, Iterable

from resilience.records.english import folded
from resilience.records.reference import Reference

MOST_WORDS = 3
"""Words of a title that go into a name."""
LONGEST = 60
"""Letters of a key, which the name of a file can bear."""
_NO_NAMES = frozenset(
    """
    a after among an and are as assessing associated association at be before between by can do does
    effect effects evaluation for from how impact impacts in interventions into is it its of on or our
    over review study systematic than that the their this to trial under was were what when where which
    who whose why will with
    """.split()  # noqa: SIM905 - a paragraph reads better than a column of lines
)
"""Words of titles that tell no work from another."""
_OF_COUNCILS = frozenset(
    """
    and authority borough city combined council county district london metropolitan of royal the
    """.split()  # noqa: SIM905 - a paragraph reads better than a column of lines
)
"""Words of councils' names that tell none from another."""


_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
"""Letters that Unicode does not take apart."""


def key_for(work: Reference, taken: Collection[str] = ()) -> str:
    """Name a work that may have no author, or others alone, as `study_key` does."""
    named = work.named_authors
    return study_key(named[0] if named else "", work.year, work.title or "", taken)


def study_key(author: str, year: int | None, title: str, taken: Collection[str] = ()) -> str:
    """Name a work by its first author's family name, its year and the first words of its title that tell it.

    Such as `mead-2010-befriending-emotional-support`. A name that is taken gets more words, then a number.
    """
    words = _words(title)
    told = [word for word in words if word not in _NO_NAMES and not word.isdigit()] or words
    start = [*_words(author.partition(",")[0])[:2], *_year(year)]
    for number in range(MOST_WORDS, max(MOST_WORDS, len(told)) + 1):
        if (key := _short([*start, *told[:number]])) not in taken:
            return key
    first = _short([*start, *told[:MOST_WORDS]])
    return next(key for number in range(2, len(taken) + 3) if (key := f"{first}-{number}") not in taken)


def policy_slug(council: str, title: str, year: int | None) -> str:
    """Name a policy by its council, the words of its title and the year of its start.

    Such as `bassetlaw-high-street-business-2025`.
    """
    area = [word for word in _words(council) if word not in _OF_COUNCILS]
    told = [word for word in _without_council(_words(title), area) if word not in _NO_NAMES]
    told = [word for word in told if not word.isdigit()]
    return _joined([*area, *told[:MOST_WORDS], *_year(year)])


def telling_words(council: str, title: str) -> frozenset[str]:
    """Give the words of a policy's title that tell it from others of its council."""
    area = [word for word in _words(council) if word not in _OF_COUNCILS]
    return frozenset(_without_council(_words(title), area)) - _NO_NAMES - _OF_COUNCILS


def _without_council(title: list[str], area: Collection[str]) -> list[str]:
    """Leave a council's name out of a title; words such as `city` go only where they stand beside it."""
    if not area:
        return title
    own, others = "|".join(area), "|".join(_OF_COUNCILS)
    named = rf"\b(?:(?:{others}) )*(?:{own})(?: (?:{own}|{others})\b)*(?!\w)"
    return re.sub(named, " ", " ".join(title)).split()


def neighbourhood_slug(place: str, council: str) -> str:
    """Name a neighbourhood by its place and council, such as `adamsdown-cardiff-council`."""
    return _joined(dict.fromkeys(_words(f"{place} {council}")))


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", folded(text).translate(_LETTERS))


def _year(year: int | None) -> list[str]:
    return [str(year)] if year else []


def _joined(words: Iterable[str]) -> str:
    return "-".join(words) or "record"


def _short(words: list[str]) -> str:
    """Join words up to the longest that a key may be; the first is cut where it is longer."""
    key = (words or ["work"])[0][:LONGEST]
    for word in words[1:]:
        if len(key) + len(word) >= LONGEST:
            break
        key = f"{key}-{word}"
    return key
