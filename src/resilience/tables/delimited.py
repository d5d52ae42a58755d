"""CSV and TSV files, read."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from resilience.tables.fault import TableFault
from resilience.tables.lines import MOST_IN_A_ROW, Lines, row_too_long
from resilience.tables.records import Record, TextChunk, TextFile, chunked
from resilience.tables.table import Cell


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

    @classmethod
    def open(cls, path: Path, encoding: str, delimiter: str) -> "DelimitedTable":
        """Read the first line; a `TableFault` where there is none."""
        for record in _records(Lines(path, encoding), delimiter):
            return cls(path, encoding, delimiter, record)
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

    def _rows(self, lines: Lines) -> Iterator[Record]:
        records = _records(lines, self.delimiter)
        next(records, None)
        width = len(self.columns)
        for record in records:
            if len(record.cells) != width:
                raise TableFault(self._ragged(len(record.cells)), record.line)
            yield record

    def _ragged(self, cells: int) -> str:
        sign = "tab" if self.delimiter == "\t" else "comma"
        return (
            f"The row has {cells} {'cell' if cells == 1 else 'cells'}, "
            f"but the first line names {len(self.columns)}. "
            f"Put a text that holds a {sign} into quotation marks, or add the cells that are missing."
        )


def delimited_records(path: Path, encoding: str, delimiter: str = ",") -> Iterator[Record]:
    """Read the rows of a file, its first line too, of whatever width; raises `TableFault`."""
    return _records(Lines(path, encoding), delimiter)


def _records(lines: Lines, delimiter: str) -> Iterator[Record]:
    """Read rows; a line with nothing on it is not one."""
    # A cell may be as long as a row; the module's own limit is lower, and holds for the whole process.
    csv.field_size_limit(max(csv.field_size_limit(), MOST_IN_A_ROW))
    taken: list[str] = []
    reader = csv.reader(_noted(lines, taken), delimiter=delimiter, strict=True)
    start = 1
    try:
        for cells in reader:
            if cells:
                yield Record(start, "".join(taken), cells)
            taken.clear()
            start = lines.number + 1
    except csv.Error as error:
        raise TableFault(
            f"The quotation marks do not pair ({error}). "
            "A text that holds one needs one before it and one after it, and each inside written twice.",
            start,
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
