"""What makes words plain for readers: rules that checks use on records, and the site on its pages."""

import re
from collections.abc import Iterator

LONGEST = 30
"""Words of a sentence."""

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
