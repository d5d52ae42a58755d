"""Keys of works, made by the house's rule: family name, year, and the first words of the title that tell."""

import re
import unicodedata
from collections.abc import Collection

from resilience.records.reference import Reference

_WORDS = 3
_LONGEST = 60
_EMPTY = frozenset(
    (
        *(
            "a",
            "an",
            "and",
            "are",
            "as",
            "at",
            "be",
            "by",
            "do",
            "does",
            "for",
            "from",
            "how",
            "in",
            "into",
            "is",
        ),
        *(
            "it",
            "its",
            "of",
            "on",
            "or",
            "that",
            "the",
            "their",
            "this",
            "to",
            "was",
            "what",
            "when",
            "where",
        ),
        *("which", "who", "why", "with", "study", "trial", "effect", "effects", "impact", "impacts"),
        *("evaluation", "review", "systematic"),
    )
)
"""Words that tell nothing of one work among others."""
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
"""Letters that Unicode does not take apart."""


def key_for(work: Reference, taken: Collection[str]) -> str:
    """Make a key that is not taken yet, such as `smith-2024-warm-homes-health`.

    A work without an author starts with its title, and one without a year has none in its key.
    """
    families = [author.split(",")[0] for author in work.authors if author != "others"]
    family = _slug(families[0]) if families else []
    title = _slug(work.title or "")
    telling = [word for word in title if word not in _EMPTY] or title
    year = [str(work.year)] if work.year else []
    for words in range(_WORDS, max(_WORDS, len(telling)) + 1):
        key = _joined([*family[:2], *year, *telling[:words]])
        if key not in taken:
            return key
    first = _joined([*family[:2], *year, *telling[:_WORDS]])
    return next(key for number in range(2, len(taken) + 3) if (key := f"{first}-{number}") not in taken)


def _slug(text: str) -> list[str]:
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return re.findall(r"[a-z0-9]+", re.sub(r"['’\u0300-\u036f]", "", apart))


def _joined(words: list[str]) -> str:
    """Join words up to a length that a file's name can bear; the first is cut where it is longer."""
    key = (words or ["work"])[0][:_LONGEST]
    for word in words[1:]:
        if len(key) + len(word) >= _LONGEST:
            break
        key = f"{key}-{word}"
    return key
