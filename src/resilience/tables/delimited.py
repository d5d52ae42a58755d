"""CSV and TSV files, read and written; a row of the same format stays as it stands."""

import csv
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from resilience.tables.table import Cell, Chunk, NewColumn, Table, TableFault, as_text
from resilience.tables.text_rows import (
    BOM,
    MOST_IN_A_ROW,
    Lines,
    Record,
    TextChunk,
    TextFile,
    chunked,
    has_mark,
    row_too_long,
)


class Quotes(StrEnum):
    """What quotation marks are in a CSV or TSV file."""

    PAIRED = "paired"
    """One stands before a text and one after it, and each inside is written twice."""
    PLAIN = "plain"
    """Characters like any other, as in extracts of databases; no text can hold a line break then."""


LINE_END = re.compile("\r\n|\r|\n")


class DelimitedChunk(TextChunk):
    """Rows of a CSV or TSV file."""

    def texts(self, column: str) -> list[str]:
        """Give the texts in a column."""
        place = self.columns.index(column)
        return [record.cells[place] for record in self.records]

    def rows(self) -> Iterator[Sequence[Cell]]:
        """Give the cells of each row."""
        return (record.cells for record in self.records)


@dataclass(frozen=True)
class DelimitedTable(TextFile):
    """A CSV or TSV file."""

    delimiter: str
    header: Record
    quotes: Quotes | None = None
    """None means that they pair, but that rows which look as if they did not are refused."""

    @classmethod
    def open(
        cls, path: Path, encoding: str, delimiter: str, quotes: Quotes | None = None
    ) -> "DelimitedTable":
        """Read the first line; a `TableFault` where there is none."""
        for record in _records(Lines(path, encoding), delimiter, quotes):
            return cls(path, encoding, delimiter, record, quotes)
        raise TableFault("The file is empty. Its first line must name the columns.")

    @property
    def columns(self) -> tuple[str, ...]:
        """The cells of the first line."""
        return tuple(self.header.cells)

    def chunks(self) -> Iterator[DelimitedChunk]:
        """Read the rows below the first line."""
        lines = Lines(self.path, self.encoding)
        for records, reached in chunked(self._rows(lines), lines):
            yield DelimitedChunk(self.columns, records, reached)

    def named_rows(self) -> Iterator[dict[str, str]]:
        """Give the rows below the first line, each cell by the name of its column; raises `TableFault`."""
        for record in self._rows(Lines(self.path, self.encoding)):
            yield dict(zip(self.columns, record.cells, strict=True))

    def _rows(self, lines: Lines) -> Iterator[Record]:
        records = _records(lines, self.delimiter, self.quotes)
        next(records, None)
        width = len(self.columns)
        for record in records:
            if len(record.cells) != width:
                raise TableFault(self._ragged(len(record.cells)), record.line)
            if self.quotes is None and (joined := self._joined(record)) > 1:
                raise _joined_rows(joined, record.line)
            yield record

    def _ragged(self, cells: int) -> str:
        sign = "tab" if self.delimiter == "\t" else "comma"
        mend = (
            f"Take out a {sign} that is part of a text"
            if self.quotes is Quotes.PLAIN
            else f"Put a text that holds a {sign} into quotation marks"
        )
        return (
            f"The row has {cells} {'cell' if cells == 1 else 'cells'}, "
            f"but the first line names {len(self.columns)}. {mend}, or add the cells that are missing."
        )

    def _joined(self, record: Record) -> int:
        """Count the lines of a row, each of which could be a row; 1 where they could not.

        Two quotation marks that are plain characters make one row of all that stands between them.
        """
        if self.delimiter != "\t" or len(self.columns) == 1:
            return 1
        lines = LINE_END.split(record.body)
        return len(lines) if all(line.count("\t") == len(self.columns) - 1 for line in lines) else 1


def open_csv(path: Path) -> DelimitedTable:
    """Open a CSV file in UTF-8; a `TableFault` where it is empty."""
    return DelimitedTable.open(path, "utf-8", ",")


def delimited_records(path: Path, encoding: str, delimiter: str = ",") -> Iterator[Record]:
    """Read the rows of a file, its first line too, of whatever width; raises `TableFault`."""
    return _records(Lines(path, encoding), delimiter, None)


def _joined_rows(lines: int, start: int) -> TableFault:
    return TableFault(
        f"Quotation marks join {lines} lines here, each of which looks like a row.",
        start,
        f"If they are plain characters, say --quotes {Quotes.PLAIN}; if not, say --quotes {Quotes.PAIRED}.",
    )


def _records(lines: Lines, delimiter: str, quotes: Quotes | None) -> Iterator[Record]:
    """Read rows; a line with nothing on it is not one."""
    # A cell may be as long as a row; the module's own limit is lower, and holds for the whole process.
    csv.field_size_limit(max(csv.field_size_limit(), MOST_IN_A_ROW))
    taken: list[str] = []
    reader = csv.reader(
        _noted(lines, taken),
        delimiter=delimiter,
        quoting=csv.QUOTE_NONE if quotes is Quotes.PLAIN else csv.QUOTE_MINIMAL,
        strict=True,
    )
    start = 1
    try:
        for cells in reader:
            if cells:
                yield Record(start, "".join(taken), cells)
            taken.clear()
            start = lines.number + 1
    except csv.Error as error:
        reason = str(error).replace("'\t'", "a tab")
        raise TableFault(
            f"The quotation marks do not pair ({reason}). "
            "A text that holds one needs one before it and one after it, and each inside written twice.",
            start,
            f"If they are plain characters here, say --quotes {Quotes.PLAIN}.",
        ) from None


def _noted(lines: Lines, taken: list[str]) -> Iterator[str]:
    """Pass lines on, and keep those of the row that is being read."""
    length = 0
    for line in lines:
        length = length + len(line) if taken else len(line)
        if length > MOST_IN_A_ROW:
            raise row_too_long(lines.number - len(taken))
        taken.append(line)
        yield line


@dataclass(frozen=True)
class DelimitedWriter:
    """Writes CSV or TSV, in UTF-8.

    Quotation marks are plain in TSV where `quotes` says so. In CSV they always pair, for texts hold commas.
    """

    table: Table
    delimiter: str
    new: Sequence[NewColumn]
    quotes: Quotes | None = None

    def fragment(self, chunk: Chunk, added: Sequence[Sequence[Cell]], file: BinaryIO) -> None:
        """Write rows without a first line; a `TableFault` where a text can't stand there."""
        rows = zip(self._given(chunk), map(self._added, added), strict=True)
        self._write((f"{given}{self.delimiter}{new}" for given, new in rows), file)

    def join(self, fragments: Sequence[Path], file: BinaryIO) -> None:
        """Write the first line, and the fragments below it."""
        if like := self._like:
            given = like.header.body
            file.write(BOM if has_mark(like.path, like.encoding) else b"")
        else:
            given = self._row(self.table.columns)
        names = self._added([column.name for column in self.new])
        self._write([f"{given}{self.delimiter}{names}"], file)
        for path in fragments:
            with path.open("rb") as fragment:
                shutil.copyfileobj(fragment, file)

    @property
    def _is_plain(self) -> bool:
        return self.delimiter == "\t" and self.quotes is Quotes.PLAIN

    @property
    def _like(self) -> DelimitedTable | None:
        """The table that is read, where it has the format that is written."""
        table = self.table
        if not isinstance(table, DelimitedTable) or table.delimiter != self.delimiter:
            return None
        return table if self._is_plain == (table.quotes is Quotes.PLAIN) else None

    def _given(self, chunk: Chunk) -> Iterator[str]:
        """Give the rows that were read, as they stand or in this format."""
        if self._like and isinstance(chunk, DelimitedChunk):
            return (record.body for record in chunk.records)
        return (self._row(cells, line) for line, cells in zip(chunk.lines, chunk.rows(), strict=True))

    def _write(self, rows: Iterator[str] | list[str], file: BinaryIO) -> None:
        line_end = self._like.header.line_end if self._like else "\n"
        # Half a surrogate pair, which JSON can hold, is no character: a question mark takes its place.
        file.write("".join(f"{row}{line_end}" for row in rows).encode("utf-8", "replace"))

    def _row(self, cells: Sequence[Cell], line: int | None = None) -> str:
        if not self._is_plain:
            return self.delimiter.join(map(self._cell, cells))
        texts = [as_text(cell) for cell in cells]
        if any(map(NO_PLAIN.search, texts)):
            raise TableFault(
                "A text holds a tab or a line break, which can't stand between tabs with plain quotation "
                "marks. Write another format: -o with the ending .csv or .jsonl.",
                line,
            )
        return self.delimiter.join(texts)

    def _added(self, cells: Sequence[Cell]) -> str:
        """Write new cells; where they can't hold a line break, a blank takes its place."""
        return self._row([NO_PLAIN.sub(" ", as_text(cell)) for cell in cells] if self._is_plain else cells)

    def _cell(self, cell: Cell) -> str:
        """Write a cell so that nothing (no characters) and an empty text (two quotation marks) stay apart."""
        if cell is None:
            return ""
        text = as_text(cell)
        if text and not re.search(f'["\r\n{self.delimiter}]', text):
            return text
        return '"' + text.replace('"', '""') + '"'


NO_PLAIN = re.compile("[\t\r\n]")
"""What no text can hold between tabs where quotation marks are plain."""
