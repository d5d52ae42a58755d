"""How works are named in text, so that two works never share a name."""

from collections import defaultdict
from collections.abc import Mapping
from string import ascii_lowercase

from resilience.records.reference import Reference


def cited(references: Mapping[str, Reference]) -> dict[str, str]:
    """Name each work by authors and year; works of the same name get a letter, by key."""
    keys: dict[str, list[str]] = defaultdict(list)
    for key in sorted(references):
        keys[references[key].short].append(key)
    return {
        key: _lettered(name, place) if len(shared) > 1 else name
        for name, shared in keys.items()
        for place, key in enumerate(shared)
    }


def _lettered(name: str, place: int) -> str:
    return f"{name}{'' if name[-1].isdigit() else ' '}{_letters(place)}"


def _letters(place: int) -> str:
    """Count a, b, ... z, aa, ab, as columns of a spreadsheet do."""
    rest, last = divmod(place, len(ascii_lowercase))
    return (_letters(rest - 1) if rest else "") + ascii_lowercase[last]
