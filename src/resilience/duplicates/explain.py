"""Why two records were judged as they were: the rule in a sentence, and each field as it was compared."""

from typing import NamedTuple

from resilience.duplicates.entry import Entry
from resilience.duplicates.judge import verdict
from resilience.duplicates.likeness import AGREE, DIFFER, compare
from resilience.duplicates.prepared import prepare

_OUTCOMES = {
    "same": "These are one work",
    "maybe": "These may be one work",
    "different": "These are two works",
}
_STATES = {AGREE: "the same", DIFFER: "differs"}


class Explained(NamedTuple):
    """What was decided of two records, in words."""

    sentence: str
    fields: tuple[tuple[str, str], ...]
    """Each field that was compared, and how alike it is."""


def explained(one: Entry, other: Entry) -> Explained:
    """Say what was decided, by which rule and by which fields."""
    first, second = prepare(one), prepare(other)
    decided, like = verdict(first, second), compare(first, second)
    rule = decided.rule.replace("_", " ")
    texts = {"title": like.title, "authors": like.authors, "journal": like.journal}
    states = {
        "year": (like.year, one.year, other.year),
        "volume": (like.volume, one.volume, other.volume),
        "issue": (like.number, one.number, other.number),
        "pages": (like.pages, one.pages, other.pages),
        "DOI": (like.doi, one.doi, other.doi),
    }
    return Explained(
        f"{_OUTCOMES[decided.outcome]}. {decided.why} (rule: {rule})",
        (
            *((name, _likeness(score)) for name, score in texts.items()),
            *((name, _state(*values)) for name, values in states.items()),
        ),
    )


def _likeness(score: float) -> str:
    return "not said by both" if score < 0 else f"{score:.0f} of 100 alike"


def _state(state: int, one: str, other: str) -> str:
    shown = f" ({one or 'none'}; {other or 'none'})"
    return f"{_STATES.get(state, 'can not be compared')}{shown}" if one or other else "not said"
