"""The formats that a table can have, told by the ending of a file's name, and the columns it must have."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from shlex import quote

from rapidfuzz import process

from resilience.tables.delimited import DelimitedTable, DelimitedWriter, Quotes
from resilience.tables.json_document import DocumentWriter, JsonDocument
from resilience.tables.json_lines import JsonTable, JsonWriter
from resilience.tables.other_files import other_path
from resilience.tables.table import NewColumn, Table, TableFault, Writer


class Format(StrEnum):
    """A format of a table."""

    CSV = "csv"
    TSV = "tsv"
    JSONL = "jsonl"
    JSON = "json"
    PARQUET = "parquet"


ENDINGS = {
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".tab": Format.TSV,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".json": Format.JSON,
    ".parquet": Format.PARQUET,
    ".pq": Format.PARQUET,
}
DELIMITERS = {Format.CSV: ",", Format.TSV: "\t"}


def format_of(path: Path) -> Format | None:
    """Tell the format of a file by the ending of its name."""
    return ENDINGS.get(path.suffix.lower())


def open_table(path: Path, kind: Format, encoding: str, quotes: Quotes | None = None) -> Table:
    """Open a table; the encoding is for text, `quotes` for CSV and TSV. Raises `TableFault`."""
    if kind is Format.JSONL:
        return JsonTable.open(path, encoding)
    if kind is Format.JSON:
        return JsonDocument.open(path, encoding)
    if kind is Format.PARQUET:
        with _needs_pyarrow():
            from resilience.tables.parquet import ParquetTable
        if other := other_path(path):
            raise TableFault(str(other))
        return ParquetTable.open(path)
    return DelimitedTable.open(path, encoding, DELIMITERS[kind], quotes)


def writer_for(table: Table, kind: Format, new: Sequence[NewColumn], quotes: Quotes | None = None) -> Writer:
    """Give what writes a table with new columns in a format. Raises `TableFault`."""
    if kind not in DELIMITERS:
        require_distinct(table)
    if kind is Format.JSONL:
        return JsonWriter(table, new)
    if kind is Format.JSON:
        return DocumentWriter(table, new)
    if kind is Format.PARQUET:
        with _needs_pyarrow():
            from resilience.tables.parquet import ParquetWriter
        return ParquetWriter(table, new)
    return DelimitedWriter(table, DELIMITERS[kind], new, quotes)


@contextmanager
def _needs_pyarrow() -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError:
        raise TableFault("Parquet needs pyarrow, which is not installed. Next: pip install pyarrow") from None


def nested_columns(table: Table, kind: Format) -> tuple[str, ...]:
    """Name the columns whose lists and objects become text when a table is written in a format."""
    if kind in (Format.JSON, Format.JSONL) or not isinstance(table, JsonTable | JsonDocument):
        return ()
    return table.nested


MOST_NAMED = 12
LONGEST_SHOWN = 60
LIKE_ENOUGH = 60


def require(table: Table, column: str) -> None:
    """Raise a `TableFault` where a table does not have just one column of a name."""
    found = table.columns.count(column)
    if found > 1:
        raise TableFault(f"There are {found} columns named `{column}`. Rename all but one.")
    if not found:
        raise TableFault(f"There is no column `{column}`. {_instead(table.columns, column)}")


def require_distinct(table: Table) -> None:
    """Raise a `TableFault` where two columns have one name, of which JSON and Parquet would lose one."""
    for name in table.columns:
        require(table, name)


def leave_free(table: Table, new: Sequence[NewColumn]) -> None:
    """Raise a `TableFault` where a table has a column of a name that is to be added."""
    taken = [f"`{column.name}`" for column in new if column.name in table.columns]
    if taken:
        raise TableFault(
            f"There already is a column {' and a column '.join(taken)}. "
            "Say --prefix matched_ (or another word) to name the new columns apart."
        )


def _instead(columns: Sequence[str], column: str) -> str:
    if columns[0].lstrip().startswith(("{", "[{")):
        return "The file looks like JSON: say --format json, or --format jsonl where each line is an object."
    if len(columns) == 1 and (mark := next((mark for mark in ";\t|" if mark in columns[0]), "")):
        name = {";": "semicolons", "\t": "tabs (say --format tsv)", "|": "bars"}[mark]
        return f"The first line looks as if it were separated by {name}: save it with commas."
    near = process.extractOne(
        column, columns, processor=lambda name: name.strip().lower(), score_cutoff=LIKE_ENOUGH
    )
    shown = ", ".join(f"`{_shorten(name)}`" for name in columns[:MOST_NAMED])
    more = f" and {len(columns) - MOST_NAMED} more" if len(columns) > MOST_NAMED else ""
    nearest = (
        f"Say --column {quote(_shorten(near[0]))}, which is nearest"
        if near
        else "Say --column with one of them"
    )
    return f"The columns are {shown}{more}. {nearest}."


def _shorten(name: str) -> str:
    """Cut a name that would fill the screen."""
    return name if len(name) <= LONGEST_SHOWN else f"{name[:LONGEST_SHOWN]}…"
