"""What every table has, whatever its format: columns, chunks of rows, and a writer that adds columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from resilience.tables.fault import TableFault

MOST_ROWS = 5_000
"""Rows in a chunk: what an interrupted run does again, and what a machine of a cluster gets at once."""
MOST_IN_A_TEXT = 1_000_000

Cell = Any
"""A value as its format holds it: text, nothing (None), a number, or what JSON and Parquet can nest."""


@dataclass(frozen=True)
class NewColumn:
    """A column that a writer adds."""

    name: str
    kind: type[str] | type[float] = str


class Chunk(Protocol):
    """Some rows that stand one after the other."""

    @property
    def lines(self) -> Sequence[int]:
        """The line on which each row starts; its number where the format has no lines."""

    @property
    def reached(self) -> int:
        """How far the table has been read, in the units of `Table.size`."""

    def texts(self, column: str) -> list[str]:
        """Give the texts in a column; nothing where a value is missing."""

    def rows(self) -> Iterator[Sequence[Cell]]:
        """Give the cells of each row, in the order of `Table.columns`."""


class Table(Protocol):
    """A table in a file."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""

    @property
    def size(self) -> int:
        """How long it is, in bytes or in rows."""

    def chunks(self) -> Iterator[Chunk]:
        """Read it; the same file gives the same chunks each time."""


class Writer(Protocol):
    """Writes a table in fragments, each of which stands alone until they are joined."""

    def fragment(self, chunk: Chunk, added: Sequence[Sequence[Cell]], file: BinaryIO) -> None:
        """Write the rows of a chunk with the cells that are added to each."""

    def join(self, fragments: Sequence[Path], file: BinaryIO) -> None:
        """Write the whole table from its fragments."""


def texts_of(chunk: Chunk, column: str) -> list[str]:
    """Give the texts in a column; a `TableFault` where one is too long to be meant."""
    texts = chunk.texts(column)
    for line, text in zip(chunk.lines, texts, strict=True):
        if len(text) > MOST_IN_A_TEXT:
            raise TableFault(
                f"The text has {len(text):,} characters, and {MOST_IN_A_TEXT:,} are the most. "
                "Shorten it, or look for a quotation mark that is missing.",
                line,
            )
    return texts
