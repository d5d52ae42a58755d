"""Parquet files, read and written (extra `parquet`); columns of a Parquet file keep their type."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa  # type: ignore[import-untyped]
from pyarrow import parquet as pq

from resilience.tables.table import MOST_ROWS, Cell, Chunk, NewColumn, Table, TableFault, as_text


@dataclass(frozen=True)
class ParquetChunk:
    """Rows of a Parquet file."""

    batch: Any
    reached: int

    @property
    def lines(self) -> Sequence[int]:
        """The number of each row, the first being 1."""
        return range(self.reached - self.batch.num_rows + 1, self.reached + 1)

    def texts(self, column: str) -> list[str]:
        """Give the texts in a column; a `TableFault` where it holds something else."""
        values = self.batch.column(self.batch.schema.get_field_index(column))
        if not _is_text(values.type):
            raise TableFault(
                f"The column `{column}` holds {values.type}, not text. Say --column with another."
            )
        try:
            return [text or "" for text in values.to_pylist()]
        except UnicodeDecodeError:
            raise TableFault(
                f"The column `{column}` holds bytes that are not UTF-8. Mend it first."
            ) from None

    def rows(self) -> Iterator[Sequence[Cell]]:
        """Give the cells of each row."""
        return zip(*(values.to_pylist() for values in self.batch.columns), strict=True)


@dataclass(frozen=True)
class ParquetTable:
    """A Parquet file."""

    path: Path
    schema: Any
    size: int

    @classmethod
    def open(cls, path: Path) -> "ParquetTable":
        """Read what the file says of itself; a `TableFault` where it is not a Parquet file."""
        with _faults("The file is not a Parquet file, or not a whole one."), pq.ParquetFile(path) as file:
            return cls(path, file.schema_arrow, file.metadata.num_rows)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names in the schema."""
        return tuple(self.schema.names)

    def chunks(self) -> Iterator[ParquetChunk]:
        """Read the rows."""
        reached = 0
        with _faults("The file is damaged."), pq.ParquetFile(self.path) as file:
            for batch in file.iter_batches(batch_size=MOST_ROWS):
                reached += batch.num_rows
                yield ParquetChunk(batch, reached)


@contextmanager
def _faults(sentence: str) -> Iterator[None]:
    """Turn what pyarrow raises into a `TableFault`; an error of the system keeps its number and passes."""
    try:
        yield
    except (pa.ArrowException, OSError) as error:
        if isinstance(error, OSError) and error.errno:
            raise
        raise TableFault(f"{sentence} Get it again.") from None


def _is_text(kind: Any) -> bool:
    if pa.types.is_dictionary(kind):
        return _is_text(kind.value_type)
    # A column in which every value is missing has no type.
    tests = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view, pa.types.is_null)
    return any(test(kind) for test in tests)


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
