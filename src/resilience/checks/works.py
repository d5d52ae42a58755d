"""The entries of `references.bib` with their lines, as the rules see them."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from bibtexparser.model import DuplicateBlockKeyBlock, Entry, ImplicitComment

from resilience.evidence.works import read_library, reason

_ONLY_REMARKS = re.compile(r"(?:\s*%.*)*\s*")


class BibField(NamedTuple):
    """The value of a field, and its line."""

    value: str
    line: int


@dataclass(frozen=True)
class Work:
    """One entry."""

    key: str
    kind: str
    line: int
    fields: dict[str, BibField]

    def text(self, name: str) -> str:
        """Give the text of a field, or an empty text where it is absent."""
        return self.fields[name].value if name in self.fields else ""

    def line_of(self, name: str) -> int:
        """Give the line of a field, or of the entry where it is absent."""
        return self.fields[name].line if name in self.fields else self.line


class Unread(NamedTuple):
    """An entry that could not be read, or whose key is taken."""

    line: int
    reason: str
    repeats: str
    """The key, where the entry repeats one."""


class Stray(NamedTuple):
    """Text between entries, which no program reads."""

    line: int
    text: str


class Catalogue(NamedTuple):
    """The whole bibliography."""

    works: list[Work]
    unread: list[Unread]
    stray: list[Stray]


def read_catalogue(text: str) -> Catalogue:
    """Read BibTeX text, entry by entry; a broken entry does not hide the others."""
    library = read_library(text)
    unread = [
        Unread(
            (block.start_line or 0) + 1,
            reason(block),
            block.key if isinstance(block, DuplicateBlockKeyBlock) else "",
        )
        for block in library.failed_blocks
    ]
    stray = [
        Stray((block.start_line or 0) + 1, block.comment)
        for block in library.blocks
        if isinstance(block, ImplicitComment) and not _ONLY_REMARKS.fullmatch(block.comment)
    ]
    return Catalogue([_work(entry) for entry in library.entries], unread, stray)


def _work(entry: Entry) -> Work:
    start = (entry.start_line or 0) + 1
    fields = {
        field.key: BibField(str(field.value), start if field.start_line is None else field.start_line + 1)
        for field in entry.fields
    }
    return Work(entry.key, entry.entry_type, start, fields)
