"""Rows of a text file together with the characters that they were read from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from resilience.tables.lines import Lines
from resilience.tables.table import MOST_ROWS

MOST_CHARACTERS = 2_000_000
"""Characters after which a chunk ends early, so that long rows do not fill the memory."""


class Record(NamedTuple):
    """A row, the line on which it starts, and its characters with the line end."""

    line: int
    source: str
    cells: Any

    @property
    def body(self) -> str:
        """Its characters without the line end."""
        return self.source.rstrip("\r\n")

    @property
    def line_end(self) -> str:
        """Its line end, or a plain one where the file stops without."""
        return self.source[len(self.body) :] or "\n"


@dataclass(frozen=True)
class TextFile:
    """A file of text."""

    path: Path
    encoding: str

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.path.stat().st_size


@dataclass(frozen=True)
class TextChunk:
    """Rows of a text file that has some columns, and after how many bytes they end."""

    columns: tuple[str, ...]
    records: list[Record]
    reached: int

    @property
    def lines(self) -> Sequence[int]:
        """The line on which each row starts."""
        return [record.line for record in self.records]


def chunked(records: Iterable[Record], lines: Lines) -> Iterator[tuple[list[Record], int]]:
    """Gather records, and say after how many bytes each gathering ends."""
    gathered: list[Record] = []
    characters = 0
    for record in records:
        gathered.append(record)
        characters += len(record.source)
        if len(gathered) == MOST_ROWS or characters >= MOST_CHARACTERS:
            yield gathered, lines.reached
            gathered, characters = [], 0
    if gathered:
        yield gathered, lines.reached
