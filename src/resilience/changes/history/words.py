"""Which fields readers are told of, and in which words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from resilience.changes.fields import differences
from resilience.records.english import count
from resilience.records.plain import visible

FIELDS = {
    "bias": "risk of bias",
    "figures": "figures of its own",
    "found": "what came of it",
    "included_studies": "number of studies in it",
    "inequality": "what it says of inequality",
    "looked_for": "when its original was looked for",
    "monitoring": "whether it has figures of its own",
    "of_exposure": "whether it is about what people live with",
    "outcomes": "results",
    "provenance": "how it was read and checked",
    "sample_size": "number of people",
    "types": "activities that it is about",
    "url": "address of the original",
    "year_end": "last year",
    "year_start": "first year",
}
"""Words for fields whose names would not tell; other names are told as they are."""
FOR_CODERS = frozenset({"bias_by", "notes", "on_topic", "polarity", "slug", "key"})
"""Fields that say nothing to readers."""
NO_DETAILS = frozenset({"provenance"})
"""Fields of which it is told only that they differ: what coders and checkers noted is not for pages."""
NOT_INSIDE = frozenset({"notes", "seen_at", "source", "sources"})
"""Fields inside others that are not told either: some name copies on sites that we do not point to."""
MOST = 12
"""Fields that are told one by one."""
LONGEST = 300
"""Letters of what is told of a field."""


def told(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Name the fields that differ, and say how; nothing where no reader would notice."""
    pairs = {
        name: (before.get(name), after.get(name))
        for name in dict.fromkeys([*after, *before])
        if name not in FOR_CODERS
    }
    changed = [name for name, pair in pairs.items() if next(differences(*pair), None)]
    says = (line for name in changed if name not in NO_DETAILS for line in _says(name, *pairs[name]))
    return tuple(map(in_words, changed)), _one_by_one(says)


def _says(name: str, before: Any, after: Any) -> Iterator[str]:
    found = differences(_for_readers(before), _for_readers(after), (in_words(name),))
    return (one.says for one in found)


def _for_readers(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _for_readers(one) for name, one in value.items() if name not in NOT_INSIDE}
    return [_for_readers(one) for one in value] if isinstance(value, list) else value


def in_words(name: str) -> str:
    """Give the words for a field."""
    return FIELDS.get(name, name.replace("_", " "))


def _one_by_one(says: Iterable[str]) -> tuple[str, ...]:
    lines = [shown(line) for line in says]
    more = len(lines) - MOST
    return (*lines[:MOST], *([f"and {count(more, 'more field')}"] if more > 0 else ()))


def shown(text: str) -> str:
    """Give a text on one line, without what can't be seen, cut where it is long."""
    plain = visible(text)
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1].rstrip()}…"
