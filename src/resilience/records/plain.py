"""What makes words plain for readers: rules that checks use on records, and the site on its pages."""

import re
from collections.abc import Iterator

LONGEST = 30
"""Words of a sentence."""

HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]"
)
"""Control characters (tab and line ends apart), zero-width and direction marks."""

LOOKS_LIKE = {
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
    **dict.fromkeys("\u2010\u2011", "-"),
}
"""Spaces and hyphens that look like those of the keyboard, and are found by no search for them."""
UNSEEN = re.compile(f"[\u00ad\u034f\u061c\u180e\u200c\u200d\ufe00-\ufe0f{''.join(LOOKS_LIKE)}]")
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
