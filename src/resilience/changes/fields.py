"""How the fields of a record differ between two times, told field by field."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

NAMES = ("slug", "key", "measure", "text", "label", "name", "title", "outcome", "study", "field", "at", "url")
"""Fields by which an item of a list is known again, the first that an item has."""
LONGEST = 60
"""Letters of a name of an item; longer ones are cut."""
AROUND = 40
"""Letters that are shown before and after the place where two long texts part."""
NOT_GIVEN = "not given"


class FieldChange(NamedTuple):
    """A field that differs: where it stands, and what it says at both times; None where it says nothing."""

    field: str
    before: str | None
    after: str | None

    @property
    def says(self) -> str:
        """Say what changed, as a clause."""
        if self.before is None:
            return f"{self.field} is now {self.after}; nothing stood there"
        if self.after is None:
            return f"{self.field} was {self.before}, and is gone"
        return f"{self.field} was {self.before}, is now {self.after}"


def differences(before: Any, after: Any, at: tuple[str, ...] = ()) -> Iterator[FieldChange]:
    """Give each field that differs between two plain values; null and nothing are the same."""
    # True is 1 to Python, but not in a record.
    if repr(before) == repr(after):
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys([*after, *before]):
            yield from differences(before.get(key), after.get(key), (*at, str(key).replace("_", " ")))
    elif _is_list(before) and _is_list(after):
        yield from _in_lists(before, after, at)
    elif before is not None and after is not None and isinstance(before, str) and isinstance(after, str):
        yield FieldChange(_place(at), *_where_they_part(before, after))
    else:
        yield FieldChange(_place(at), _said(before), _said(after))


def _in_lists(before: Sequence[Any], after: Sequence[Any], at: tuple[str, ...]) -> Iterator[FieldChange]:
    if not all(isinstance(item, Mapping) for item in (*before, *after)):
        gone = [item for item in before if item not in after]
        came = [item for item in after if item not in before]
        if gone or came:
            yield FieldChange(_place(at), _said(gone) if gone else None, _said(came) if came else None)
        else:
            yield FieldChange(_place(at), _said(before), _said(after))
        return
    old, new = _named(before), _named(after)
    gone_names = [name for name in old if name not in new]
    came_names = [name for name in new if name not in old]
    # As many went as came: they are the same items under other names.
    renamed = dict(zip(came_names, gone_names, strict=True)) if len(gone_names) == len(came_names) else {}
    for name, item in new.items():
        was = old.get(renamed.get(name, name))
        if was is not None:
            yield from differences(was, item, (*at, f"“{name}”"))
        else:
            yield FieldChange(_place((*at, f"“{name}”")), None, _said(item))
    for name in gone_names:
        if name not in renamed.values():
            yield FieldChange(_place((*at, f"“{name}”")), _said(old[name]), None)


def _named(items: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Name each item; where two have one name, the later ones get a number."""
    found: dict[str, Mapping[str, Any]] = {}
    for place, item in enumerate(items, start=1):
        own = next((str(item[key]) for key in NAMES if isinstance(item.get(key), str)), str(place))
        name = own if len(own) <= LONGEST else f"{own[: LONGEST - 1]}…"
        found[name if name not in found else f"{name} ({place})"] = item
    return found


def _place(at: Sequence[str]) -> str:
    return " / ".join(at)


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _said(value: Any) -> str | None:
    """Write a plain value in words; None for nothing."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        parts = [
            f"{str(key).replace('_', ' ')} {_said(item)}" for key, item in value.items() if item is not None
        ]
        return f"({', '.join(parts)})"
    if _is_list(value):
        return ", ".join(_said(item) or "null" for item in value) or "an empty list"
    return f"“{value}”" if isinstance(value, str) else str(value)


def _where_they_part(before: str, after: str) -> tuple[str, str]:
    """Give both texts, long ones only around the words that differ."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return _around(before, start, len(before) - end), _around(after, start, len(after) - end)


def _around(text: str, start: int, end: int) -> str:
    """Show a text with whole words, cut on both sides of a part of it where it is long."""
    left = text.rfind(" ", 0, max(0, start - AROUND)) + 1
    right = text.find(" ", end + AROUND)
    right = len(text) if right < 0 else right
    return f"“{'…' if left else ''}{text[left:right]}{'…' if right < len(text) else ''}”"
