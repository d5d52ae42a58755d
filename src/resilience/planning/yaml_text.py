"""Plain data as YAML that every reader takes for the same: texts in quotes, words of the house's lists plain.

Standard library only: this runs in the reader's browser.
"""

import re
from collections.abc import Iterator
from typing import Any

_WORD = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
_TAKEN = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""Words that some reader takes for something else than a text."""
_ESCAPED = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]')
"""What may not stand as it is between double quotes, or would not come back as it was."""


def in_yaml(data: dict[str, Any]) -> str:
    """Write fields as YAML in the house's form: two spaces, lists indented, keys in the order given.

    Values are texts, whole numbers, true and false, None, and lists and groups of these.
    """
    return "\n".join(_fields(data)) + "\n"


def _fields(data: dict[str, Any]) -> Iterator[str]:
    for key, value in data.items():
        if value and isinstance(value, dict | list):
            yield f"{key}:"
            inside = _fields(value) if isinstance(value, dict) else _items(value)
            yield from (f"  {line}" for line in inside)
        else:
            yield f"{key}: {_short(value)}"


def _items(values: list[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, dict) and value:
            first, *others = _fields(value)
            yield f"- {first}"
            yield from (f"  {line}" for line in others)
        else:
            yield f"- {_short(value)}"


def _short(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return (
            value if _WORD.fullmatch(value) and value not in _TAKEN else f'"{_ESCAPED.sub(_escape, value)}"'
        )
    return "{}" if isinstance(value, dict) else "[]"


def _escape(found: re.Match[str]) -> str:
    letter = found[0]
    if letter in '\\"':
        return f"\\{letter}"
    return f"\\x{ord(letter):02x}" if ord(letter) < 256 else f"\\u{ord(letter):04x}"
