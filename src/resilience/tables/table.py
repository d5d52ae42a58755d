"""What every table has, whatever its format: columns, chunks of rows, and a writer that adds columns."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Protocol


class TableFault(Exception):
    """What is wrong with a table and how to mend it, in a sentence or two; the line where it is known.

    `switch` is a sentence for those who gave a command, on what they can say to have the table read as it is.
    """

    def __init__(self, sentence: str, line: int | None = None, switch: str = "") -> None:
        super().__init__(sentence)
        self.line = line
        self.switch = switch

    def in_file(self, name: str, with_switch: bool = False) -> str:
        """Say it with the name of the file before it, as compilers do."""
        place = name if self.line is None else f"{name}:{self.line}"
        return f"{place}: {self} {self.switch if with_switch else ''}".rstrip()


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


class Numeral(str):
    """A number as it was written, for no float or int keeps all that JSON may say."""

    __slots__ = ()


def as_text(cell: Cell) -> str:
    """Write a value as the text in a cell of a table."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool | Mapping | list):
        return as_json(cell)
    return "" if cell is None else _plain(cell)


def as_json(cell: Cell) -> str:
    """Write a value as JSON; a number keeps its digits, and what is not a number becomes null."""
    if isinstance(cell, Numeral):
        return str(cell)
    if isinstance(cell, Mapping):
        return f"{{{', '.join(f'{json.dumps(str(key))}: {as_json(part)}' for key, part in cell.items())}}}"
    if isinstance(cell, list | tuple):
        return f"[{', '.join(map(as_json, cell))}]"
    if isinstance(cell, float) and not _finite(cell):
        return "null"
    if cell is None or isinstance(cell, str | bool | int | float):
        return json.dumps(cell, ensure_ascii=False)
    return json.dumps(_plain(cell), ensure_ascii=False)


def _finite(number: float) -> bool:
    return number - number == 0


def _plain(value: Any) -> str:
    """Write a date or a time as ISO 8601 does, bytes in hexadecimal, and anything else as Python does."""
    if isinstance(value, bytes):
        return value.hex()
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)
