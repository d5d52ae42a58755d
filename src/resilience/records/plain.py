"""What makes words plain for readers: rules that checks use on records, and the site on its pages."""

import re
from collections.abc import Iterator

LONGEST = 30
"""Words of a sentence."""

_HIDDEN = (
    # Control characters, tab and line ends apart; with them go the sequences that steer a terminal.
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f",
    # Marks of direction.
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    # What joins or parts without a width, and other marks of format.
    "\u180b-\u180f\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff0-\ufffb",
    # Letters that fill a place and show nothing.
    "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0",
    # For private use, and what is no character at all.
    "\ud800-\uf8ff\ufdd0-\ufdef\ufffe\uffff",
)
_HIDDEN_AND_RARE = (
    # Signs of shorthand and music that only format.
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a",
    # Tags, and the variants that only they can carry.
    "\U000e0000-\U000e0fff",
    # For private use, and what is no character at all.
    "\U000f0000-\U0010ffff",
    *(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0xF0000, 0x10000)),
)
HIDDEN = re.compile(f"[{''.join((*_HIDDEN, *_HIDDEN_AND_RARE))}]")
"""The one list of characters that nobody sees and that can deceive; no text on record holds one.

Unassigned characters are not on it, for which they are differs between versions of Python.
"""
# Each range of rare characters costs time at every letter of a text, so that first all of them are one range.
_MAY_BE_HIDDEN = re.compile(f"[{''.join(_HIDDEN)}\U00010000-\U0010ffff]")

LOOKS_LIKE = {
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
    **dict.fromkeys("\u2010\u2011", "-"),
}
"""Spaces and hyphens that look like those of the keyboard, and are found by no search for them."""
UNSEEN = re.compile(f"[\u00ad\u200c\u200d\ufe00-\ufe0f{''.join(LOOKS_LIKE)}]")
"""Characters that do no harm, and that nobody sees: soft hyphens, joiners and `LOOKS_LIKE`."""

_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9£“‘])")
_SHORTHAND = re.compile(
    # A star that was meant as markup; those in pairs are found as markup.
    r"(?<![\w*])\*(?=[^\s*])"
    # Counts as papers print them, such as `n=1151`.
    r"|\b[nN] ?= ?\d"
    # Short forms of methods.
    r"|\b(?:CI|RCT|SMD|IQR|HR|OR|RR|SD|MD)s?\b(?!-)"
    # Names of fields.
    r"|(?<![\w/.%-])[a-z]+_[a-z_]+\b(?![/%.=])"
    # What a coder tells an editor.
    r"|\bSay so\b"
    r"|\btype x nation\b"
)


def visible(text: str) -> str:
    """Give a text on one line, without characters that can't be seen."""
    return " ".join(HIDDEN.sub(" ", text).split())


def first_hidden(text: str) -> re.Match[str] | None:
    """Find the first character of a text that can't be seen, in a tenth of the time that `HIDDEN` takes."""
    return HIDDEN.search(text) if _MAY_BE_HIDDEN.search(text) else None


def refuse_hidden(text: str) -> None:
    """Let a text pass only where all of it can be seen. Raises ValueError that names the character."""
    if found := first_hidden(text):
        raise ValueError(f"the character U+{ord(found[0]):04X} can't be seen")


def sentences(text: str) -> list[str]:
    """Split a text into sentences."""
    return [part for part in _END.split(text.strip()) if part]


def long_sentences(text: str) -> Iterator[tuple[str, int]]:
    """Give each sentence that is too long, with the number of its words."""
    for sentence in sentences(text):
        if (count := len(sentence.split())) > LONGEST:
            yield sentence, count


def shorthand(text: str) -> str | None:
    """Give the first piece of coders' shorthand in a text."""
    found = _SHORTHAND.search(text)
    return found[0] if found else None


def slug_pattern(slugs: list[str]) -> re.Pattern[str] | None:
    """Match a slug of several words that stands by itself, as no reader would write it."""
    known = sorted(slug for slug in slugs if "-" in slug)
    return re.compile(rf"(?<![\w/.-])(?:{'|'.join(map(re.escape, known))})(?![\w/-]|\.\w)") if known else None
