"""CSV and TSV files, written; a row of the same format stays as it stands."""

import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from resilience.tables.cells import as_text
from resilience.tables.delimited import DelimitedChunk, DelimitedTable
from resilience.tables.lines import BOM, has_mark
from resilience.tables.table import Cell, Chunk, NewColumn, Table


@dataclass(frozen=True)
class DelimitedWriter:
    """Writes CSV or TSV, in UTF-8."""

    table: Table
    delimiter: str
    new: Sequence[NewColumn]

    def fragment(self, chunk: Chunk, added: Sequence[Sequence[Cell]], file: BinaryIO) -> None:
        """Write rows without a first line."""
        rows = zip(self._given(chunk), map(self._row, added), strict=True)
        self._write((f"{given}{self.delimiter}{new}" for given, new in rows), file)

    def join(self, fragments: Sequence[Path], file: BinaryIO) -> None:
        """Write the first line, and the fragments below it."""
        given, names = self._row(self.table.columns), self._row([column.name for column in self.new])
        if like := self._like:
            given = like.header.body
            file.write(BOM if has_mark(like.path, like.encoding) else b"")
        self._write([f"{given}{self.delimiter}{names}"], file)
        for path in fragments:
            with path.open("rb") as fragment:
                shutil.copyfileobj(fragment, file)

    @property
    def _like(self) -> DelimitedTable | None:
        """The table that is read, where it has the format that is written."""
        table = self.table
        return table if isinstance(table, DelimitedTable) and table.delimiter == self.delimiter else None

    def _given(self, chunk: Chunk) -> Iterator[str]:
        """Give the rows that were read, as they stand or in this format."""
        if self._like and isinstance(chunk, DelimitedChunk):
            return (record.body for record in chunk.records)
        return map(self._row, chunk.rows())

    def _write(self, rows: Iterator[str] | list[str], file: BinaryIO) -> None:
        line_end = self._like.header.line_end if self._like else "\n"
        # Half a surrogate pair, which JSON can hold, is no character: a question mark takes its place.
        file.write("".join(f"{row}{line_end}" for row in rows).encode("utf-8", "replace"))

    def _row(self, cells: Sequence[Cell]) -> str:
        return self.delimiter.join(map(self._cell, cells))

    def _cell(self, cell: Cell) -> str:
        """Write a cell so that nothing (no characters) and an empty text (two quotation marks) stay apart."""
        if cell is None:
            return ""
        text = as_text(cell)
        if text and not re.search(f'["\r\n{self.delimiter}]', text):
            return text
        return '"' + text.replace('"', '""') + '"'
