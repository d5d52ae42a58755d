"""Is plain text plain?"""

import re
from collections.abc import Iterator
from typing import Any

from ..evidence.yaml_reader import Path
from .corpus import Corpus
from .problem import Code, Problem
from .sentences import shortened

W271 = Code(
    "W271",
    "Markup in plain text",
    "Nothing is read as markup, so the signs would show on the page.",
    "Write the words without it.",
    "summary: A **strong** effect, see [the paper](https://example.org)",
)

_MARKUP = re.compile(
    r"</?[a-zA-Z][^<>]*>|&(?:[a-z]{2,8}|#\d+);|\*\*\S[^*]*\*\*|`[^`]+`"
    r"|!?\[[^\]]+\]\([^)]+\)|\{[a-z:-]+\}`|^#{1,6} "
)
_ADDRESSES = ("url", "at", "seen_at")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look for markup in all texts of records."""
    for document in corpus.documents:
        for path, text in _texts((), document.data):
            if path and path[-1] not in _ADDRESSES and (match := _MARKUP.search(text)):
                yield document.problem(W271, path, f"{shortened(match[0], 40)} looks like markup")


def _texts(path: Path, data: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts((*path, key), value)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts((*path, index), value)
