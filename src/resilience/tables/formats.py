"""The formats that a table can have, told by the ending of a file's name."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from resilience.tables.columns import require_distinct
from resilience.tables.delimited import DelimitedTable
from resilience.tables.delimited_writer import DelimitedWriter
from resilience.tables.fault import TableFault
from resilience.tables.json_lines import JsonTable
from resilience.tables.json_writer import JsonWriter
from resilience.tables.table import NewColumn, Table, Writer


class Format(StrEnum):
    """A format of a table."""

    CSV = "csv"
    TSV = "tsv"
    JSONL = "jsonl"
    PARQUET = "parquet"


ENDINGS = {
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".tab": Format.TSV,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".parquet": Format.PARQUET,
    ".pq": Format.PARQUET,
}
DELIMITERS = {Format.CSV: ",", Format.TSV: "\t"}


def format_of(path: Path) -> Format | None:
    """Tell the format of a file by the ending of its name."""
    return ENDINGS.get(path.suffix.lower())


def open_table(path: Path, kind: Format, encoding: str) -> Table:
    """Open a table; the encoding is for text. Raises `TableFault`."""
    if kind is Format.JSONL:
        return JsonTable.open(path, encoding)
    if kind is Format.PARQUET:
        with _needs_pyarrow():
            from resilience.tables.parquet import ParquetTable
        return ParquetTable.open(path)
    return DelimitedTable.open(path, encoding, DELIMITERS[kind])


def writer_for(table: Table, kind: Format, new: Sequence[NewColumn]) -> Writer:
    """Give what writes a table with new columns in a format. Raises `TableFault`."""
    if kind not in DELIMITERS:
        require_distinct(table)
    if kind is Format.JSONL:
        return JsonWriter(table, new)
    if kind is Format.PARQUET:
        with _needs_pyarrow():
            from resilience.tables.parquet_writer import ParquetWriter
        return ParquetWriter(table, new)
    return DelimitedWriter(table, DELIMITERS[kind], new)


@contextmanager
def _needs_pyarrow() -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError:
        raise TableFault("Parquet needs pyarrow, which is not installed. Next: pip install pyarrow") from None
