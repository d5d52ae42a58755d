"""How rows of short texts stand in one key of a link: cells joined by `_`, rows by `.`.

Neither has to be encoded in an address, so that a link stays as short as what it says.
"""

from collections.abc import Iterable, Sequence

LONGEST_TEXT = 120
"""Letters of one text."""
_ESCAPES = (("~", "~0"), (".", "~1"), ("_", "~2"))


def pack(rows: Iterable[Sequence[str]]) -> str:
    """Write rows of texts as one text."""
    return ".".join("_".join(map(_escaped, row)) for row in rows)


def unpack(text: str) -> list[list[str]]:
    """Read what `pack` wrote; anything else gives rows too, for the reader of a row to judge."""
    return [[_unescaped(cell) for cell in row.split("_")] for row in text.split(".") if row]


def one_line(text: str) -> str:
    """Give a text as one line of what can be seen: control characters and runs of spaces become a space."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _escaped(text: str) -> str:
    for sign, code in _ESCAPES:
        text = text.replace(sign, code)
    return text


def _unescaped(text: str) -> str:
    for sign, code in reversed(_ESCAPES):
        text = text.replace(code, sign)
    return text
