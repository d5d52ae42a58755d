"""Small wordings that messages share."""

from collections.abc import Iterable
from difflib import get_close_matches


def meant(word: str, known: Iterable[str]) -> str:
    """Suggest the known word that an unknown one was probably meant to be."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Did you mean {close[0]}?" if close else ""


def listed(words: Iterable[str]) -> str:
    """Write words as a list in a sentence."""
    return ", ".join(words)


def shortened(value: object, length: int = 60) -> str:
    """Show a value from a file on one line."""
    text = " ".join(str(value).split())
    return text if len(text) <= length else text[: length - 1] + "…"
