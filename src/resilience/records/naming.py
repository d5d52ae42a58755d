"""The permanent names of new records, by the house's rule: who, when and what."""

import re
from collections.abc import Collection, Iterable

from resilience.records.english import folded

MOST_WORDS = 3
"""Words of a title that go into a name."""
_NO_NAMES = frozenset(
    """
    a after all among an and are as assessing associated association at be before between by can do does
    effect effects evaluation for from how impact impacts in interventions into is its of on or our over
    review study systematic than that the their to trial under was were what when where which who whose why
    will with
    """.split()  # noqa: SIM905 - a paragraph reads better than a column of lines
)
"""Words of titles that tell no work from another."""
_OF_COUNCILS = frozenset(
    """
    and authority borough city combined council county district london metropolitan of royal the
    """.split()  # noqa: SIM905 - a paragraph reads better than a column of lines
)
"""Words of councils' names that tell none from another."""


def study_key(author: str, year: int | None, title: str, taken: Collection[str] = ()) -> str:
    """Name a work by its first author's family name, its year and the first words of its title that tell it.

    Such as `mead-2010-befriending-emotional-support`.
    """
    family = _words(author.partition(",")[0])
    told = [word for word in _words(title) if word not in _NO_NAMES and not word.isdigit()]
    return _free([*family, *_year(year), *told[:MOST_WORDS]], taken)


def policy_slug(council: str, title: str, year: int | None) -> str:
    """Name a policy by its council, the words of its title and the year of its start.

    Such as `bassetlaw-high-street-business-2025`.
    """
    area = [word for word in _words(council) if word not in _OF_COUNCILS]
    told = [word for word in _words(title) if word not in _NO_NAMES | _OF_COUNCILS | {*area}]
    told = [word for word in told if not word.isdigit()]
    return _joined([*area, *told[:MOST_WORDS], *_year(year)])


def neighbourhood_slug(place: str, council: str) -> str:
    """Name a neighbourhood by its place and council, such as `adamsdown-cardiff-council`."""
    return _joined(dict.fromkeys(_words(f"{place} {council}")))


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", folded(text))


def _year(year: int | None) -> list[str]:
    return [str(year)] if year else []


def _joined(words: Iterable[str]) -> str:
    return "-".join(words) or "record"


def _free(words: Iterable[str], taken: Collection[str]) -> str:
    """Join words to a name that no work has; a number tells it from one that has."""
    name = free = _joined(words)
    number = 2
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    return free
