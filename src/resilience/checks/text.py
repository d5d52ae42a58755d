"""Is plain text plain?"""

import re
from collections.abc import Iterator
from typing import Any

from resilience.checks.corpus import Corpus
from resilience.checks.document import Document
from resilience.checks.problem import Code, Problem, shortened
from resilience.evidence.slips import says_nothing
from resilience.evidence.yaml_reader import Path

W271 = Code(
    "W271",
    "Markup in plain text",
    "Nothing is read as markup, so the signs would show on the page.",
    "Write the words without it.",
    "summary: A **strong** effect, see [the paper](https://example.org)",
)
W272 = Code(
    "W272",
    "A note to oneself",
    "It would show on the page.",
    "Settle it, or move it to `provenance.notes`.",
    "summary: TODO check the number",
)

_MARKUP = re.compile(
    r"</?[a-zA-Z][^<>]{0,200}>|&(?:[a-z]{2,8}|#\d{1,7});|\*\*\S[^*]{0,200}\*\*|`[^`]{1,200}`"
    r"|!?\[[^\[\]]{1,200}\]\([^()]{1,200}\)|\{[a-z:-]{1,40}\}`|^#{1,6} "
)
_NOTE = re.compile(r"\b(?:TODO|FIXME|XXX|TBC|TBD)\b|\?\?\?")
_OF_CODERS = ("notes",)
_ADDRESSES = ("url", "at", "seen_at")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Look for markup and leftovers in all texts of records."""
    yield from corpus.each(_left)


def _left(document: Document) -> Iterator[Problem]:
    for path, text in _texts((), document.data):
        name = path[-1] if path else ""
        if name not in _ADDRESSES and (match := _MARKUP.search(text)):
            yield document.problem(W271, path, f"{shortened(match[0], 40)} looks like markup")
        if (
            name not in (*_ADDRESSES, *_OF_CODERS)
            and not says_nothing(text)
            and (match := _NOTE.search(text))
        ):
            yield document.problem(W272, path, f"{match[0]} was left in the text")


def _texts(path: Path, data: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts((*path, key), value)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _texts((*path, index), value)
