"""Small wordings that messages share."""

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 100
"""No name is longer; comparing a whole page with all names would take minutes."""


def meant(word: str, known: Iterable[str]) -> str:
    """Suggest the known word that an unknown one was probably meant to be."""
    if len(word) > _LONGEST:
        return ""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Did you mean {close[0]}?" if close else ""


def listed(words: Iterable[str]) -> str:
    """Write words as a list in a sentence."""
    return ", ".join(words)


def shortened(value: object, length: int = 60) -> str:
    """Show a value from a file on one line."""
    text = " ".join(str(value).split())
    return text if len(text) <= length else text[: length - 1] + "…"


def plainly(number: float | None) -> str:
    """Write a number without needless zeros."""
    return "none" if number is None else f"{number:.12g}"
