"""The codes of both passes over a record, and what was settled: kept in `coding/`, for all to see."""

from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import Any, NamedTuple

from resilience.records.base import Record, record_in
from resilience.records.policy import Action, Policy
from resilience.records.study import Outcome, Study
from resilience.tables import open_csv

FOLDER = "coding"
BETWEEN = "; "
"""What stands between the items of a list in one cell."""
CODES = ("field", "first", "second", "settled", "why")


class CodingTable(NamedTuple):
    """One of the tables: the kind of its records, and whose fields it holds."""

    kind: str
    model: type[Record]
    columns: tuple[str, ...]
    part: str = ""
    """The column that counts the parts of a record, from 0."""
    parts: str = ""
    """The field of the record that lists them."""


TABLES = {
    "studies.csv": CodingTable("study", Study, ("study", "result", *CODES)),
    "results.csv": CodingTable("study", Outcome, ("study", "result", *CODES), "result", "outcomes"),
    "policies.csv": CodingTable("policy", Policy, ("policy", *CODES)),
    "actions.csv": CodingTable("policy", Action, ("policy", "action", *CODES), "action", "actions"),
}


class DoubleCode(NamedTuple):
    """One field as two passes coded it, and as it was settled; None is a code too: nothing was seen."""

    kind: str
    """`study` or `policy`."""
    name: str
    """The name of the record."""
    part: int | None
    """The place of the result in its study, or of the action in its policy, from 0; None for the whole."""
    field: str
    first: str | None
    second: str | None
    settled: str | None
    why: str | None = None
    """Why it was settled so; on a later line, who corrected the record, when and why."""

    @property
    def about(self) -> tuple[str, str, int | None, str]:
        """Name what was coded."""
        return self.kind, self.name, self.part, self.field

    @property
    def coded_twice(self) -> bool:
        """Say whether two passes saw it; what came into a record later has a settled code alone."""
        return (self.first, self.second) != (None, None) or self.settled is None

    @property
    def agreed(self) -> bool:
        """Say whether both passes gave the same code."""
        return parts(self.first) == parts(self.second)


def read_coding(folder: Path) -> tuple[DoubleCode, ...]:
    """Read the tables below an `evidence/` folder, without the lines that correct earlier ones.

    Raises OSError where a table is missing, and TableFault or ValueError where it can't be read.
    """
    return tuple(
        code for name, table in TABLES.items() for code in _first_lines(folder / FOLDER / name, table)
    )


def _first_lines(path: Path, table: CodingTable) -> Iterator[DoubleCode]:
    seen: set[tuple[str, str, int | None, str]] = set()
    file = open_csv(path)
    if file.columns != table.columns:
        raise ValueError(f"the columns of {path.name} are not {', '.join(table.columns)}")
    for row in file.named_rows():
        code = _code(row, table)
        if code.about not in seen:
            seen.add(code.about)
            yield code


def _code(row: Mapping[str, str], table: CodingTable) -> DoubleCode:
    part = row.get(table.part)
    field, *codes = (row[name] for name in CODES)
    return DoubleCode(
        table.kind, row[table.kind], int(part) if part else None, field, *(code or None for code in codes)
    )


def parts(cell: str | None) -> tuple[str, ...]:
    """Split a cell into its items, in one order, so that two cells can be compared; nothing is no item."""
    # Spreadsheets write the two truth values in capitals.
    return tuple(sorted(_plain(part) for part in (cell or "").split(BETWEEN.strip()) if part.strip()))


def _plain(part: str) -> str:
    part = part.strip()
    return part.lower() if part.lower() in ("true", "false") else part


def code_in(data: Mapping[str, Any], model: type[Record], field: str) -> str | None:
    """Write what a record says in a field as it would stand in a table; a dot leads to a field inside.

    Raises KeyError where the model has no such field.
    """
    name, dot, rest = field.partition(".")
    known = model.model_fields[name]
    default = None if known.is_required() else known.get_default(call_default_factory=True)
    value = data.get(name, default)
    if not dot:
        return _written(value)
    inside, inner = record_in(known.annotation), value if isinstance(value, Mapping) else {}
    return code_in(inner, inside, rest) if inside else _written(inner.get(rest))


def _written(value: Any) -> str | None:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping) and "value" in value:
        # A risk is written as people say it; the words of its source are no code.
        return f"{value['value']} per {value.get('per', 100)}"
    if isinstance(value, Mapping):
        return BETWEEN.join(f"{key}: {_written(item)}" for key, item in value.items()) or None
    if isinstance(value, (list, tuple)):
        return BETWEEN.join(str(_written(item)) for item in value) or "[]"
    return None if value is None else str(value)
