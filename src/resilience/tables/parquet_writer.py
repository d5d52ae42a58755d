"""Parquet files, written; columns of a Parquet file keep their type."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa  # type: ignore[import-untyped]
from pyarrow import parquet as pq

from resilience.tables.cells import as_text
from resilience.tables.parquet import ParquetChunk, ParquetTable
from resilience.tables.table import Cell, Chunk, NewColumn, Table


@dataclass(frozen=True)
class ParquetWriter:
    """Writes Parquet; what was read from another format is text, so that no zero and no digit is lost."""

    table: Table
    new: Sequence[NewColumn]

    def fragment(self, chunk: Chunk, added: Sequence[Sequence[Cell]], file: BinaryIO) -> None:
        """Write a Parquet file of these rows alone."""
        columns = zip(self.new, zip(*added, strict=True), strict=True)
        arrays = [pa.array(map(_clean, cells), _type(column)) for column, cells in columns]
        whole = [*self._given(chunk), *arrays]
        pq.write_table(pa.Table.from_arrays(whole, schema=self._schema), file)

    def join(self, fragments: Sequence[Path], file: BinaryIO) -> None:
        """Write one Parquet file of all rows."""
        with pq.ParquetWriter(file, self._schema) as writer:
            for path in fragments:
                with pq.ParquetFile(path) as fragment:
                    writer.write_table(fragment.read())

    @property
    def _schema(self) -> Any:
        table = self.table
        if isinstance(table, ParquetTable):
            given = table.schema
        else:
            given = pa.schema([(_clean(name), pa.string()) for name in table.columns])
        for column in self.new:
            given = given.append(pa.field(column.name, _type(column)))
        return given

    def _given(self, chunk: Chunk) -> list[Any]:
        if isinstance(chunk, ParquetChunk):
            return list(chunk.batch.columns)
        return [pa.array(map(_text, cells), pa.string()) for cells in zip(*chunk.rows(), strict=True)]


def _type(column: NewColumn) -> Any:
    return pa.float64() if column.kind is float else pa.string()


def _text(cell: Cell) -> str | None:
    return None if cell is None else _clean(as_text(cell))


def _clean(cell: Cell) -> Cell:
    """Put a question mark in the place of half a surrogate pair, which is no character."""
    return cell.encode("utf-8", "replace").decode() if isinstance(cell, str) else cell
