"""Files of figures that a benchmark measured: a dataclass a row, a field a column."""

import csv
import io
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from resilience.evidence.errors import EvidenceError
from resilience.evidence.saving import write_whole
from resilience.tables import TableFault, open_csv

Row = TypeVar("Row")
DIGITS = 4


def read_rows(path: Path, kind: type[Row], made_by: str) -> tuple[Row, ...]:
    """Read a file of figures; nothing where nobody has measured yet.

    Raises EvidenceError with the line and the column that can't be read, and how to make the file anew.
    """
    if not path.exists():
        return ()
    anew = f" Or delete it and run {made_by} with `-o` to make it anew."
    try:
        rows = list(open_csv(path).named_rows())
    except TableFault as fault:
        raise EvidenceError(f"{fault.in_file(str(path))}{anew}") from None
    reader = TypeAdapter(kind)
    return tuple(_row(path, number, row, reader, anew) for number, row in enumerate(rows, start=2))


def write_rows(
    path: Path, kind: type[Row], made_by: str, rows: Sequence[Row], same: Callable[[Row], Hashable]
) -> None:
    """Write rows into a file, in place of earlier ones that are the `same`; all others stay before them."""
    anew = {same(row) for row in rows}
    kept = [row for row in read_rows(path, kind, made_by) if same(row) not in anew]
    write_whole(path, rows_text(kind, [*kept, *rows]))


def rows_text(kind: type[Row], rows: Iterable[Row]) -> str:
    """Give a file of figures as text; floats have four digits."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    names = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    writer.writerow(names)
    writer.writerows([_cell(getattr(row, name)) for name in names] for row in rows)
    return text.getvalue()


def _cell(value: object) -> str:
    return f"{round(value, DIGITS):g}" if isinstance(value, float) else str(value)


def _row(path: Path, number: int, row: dict[str, str], reader: TypeAdapter[Row], anew: str) -> Row:
    try:
        return reader.validate_python(row)
    except ValidationError as error:
        said = "; ".join(f"{one['loc'][0]}: {one['msg'].lower()}" for one in error.errors())
        raise EvidenceError(f"{path}:{number} {said}.{anew}") from None
