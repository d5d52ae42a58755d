"""How the matcher did on texts that two coders typed apart: rows of `learnt/measured.csv`."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from resilience.evidence.errors import EvidenceError
from resilience.evidence.learnt import FOLDER
from resilience.evidence.saving import write_whole
from resilience.records.vocabulary import CodedBy
from resilience.tables import TableFault, open_csv

MEASURED = "measured.csv"
KEPT_APART = "kept apart"
"""The set of texts at which nobody looked while the matcher was built."""
ALL = "all"
"""The row of a way that holds its texts of all kinds."""
BLIND = "blind"
"""The way that learns from nothing written after somebody had read tested texts."""
DIGITS = 4


@dataclass(frozen=True)
class Measured:
    """What one way of learning made of one kind of texts; F1 goes from 0 to 1, the rest are counts."""

    way: str
    """What it learnt from, such as `blind`; or the name of a peer."""
    texts: str
    """The set of texts: `development`, or `kept apart`."""
    corpus: str
    """The kind of texts, such as `charity`; or `all`."""
    by: CodedBy
    """Who typed the texts."""
    coded: int
    """Texts that both coders typed."""
    n: int
    """Those of them on whose first type the coders agree; only these are asked."""
    micro_f1: float
    micro_f1_low: float
    micro_f1_high: float
    any_f1: float
    """The same, where an answer is right if either coder named it, first or not."""
    any_f1_low: float
    any_f1_high: float
    macro_f1: float
    """The mean of F1 over the types with enough texts."""
    untyped: int
    """Texts that fit no type."""
    false_types: int
    """Those of them that were given one."""
    typed: int
    """Texts that have a type."""
    first_three: int
    """Those of them whose type is among the first three."""
    auto_of_typed: int
    """Those of them on which nobody need look at the answer."""
    auto: int
    """Answers that nobody need look at."""
    auto_right: int
    seconds: int
    """Types that were said to be named beside the first."""
    seconds_right: int
    """Those of them that a coder named."""
    measured: date


def read_measured(folder: Path) -> tuple[Measured, ...]:
    """Read `measured.csv` below an `evidence/` folder; nothing where nobody has measured yet.

    Raises EvidenceError with the line and the column that can't be read.
    """
    return _read(folder / FOLDER / MEASURED)


def write_measured(path: Path, rows: Sequence[Measured]) -> None:
    """Write rows into a file, in place of earlier ones of the same way and set; all others stay."""
    anew = {(row.way, row.texts) for row in rows}
    kept = [row for row in _read(path) if (row.way, row.texts) not in anew]
    write_whole(path, measured_text(sorted([*kept, *rows], key=lambda row: row.texts)))


def measured_text(rows: Iterable[Measured]) -> str:
    """Give `measured.csv`."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(field.name for field in fields(Measured))
    writer.writerows([_cell(getattr(row, field.name)) for field in fields(Measured)] for row in rows)
    return text.getvalue()


_ANEW = " Or delete it and run benchmarks/matching.py with `-o` to make it anew."


def _cell(value: object) -> str:
    return f"{round(value, DIGITS):g}" if isinstance(value, float) else str(value)


def _read(path: Path) -> tuple[Measured, ...]:
    if not path.exists():
        return ()
    try:
        rows = list(open_csv(path).named_rows())
    except TableFault as fault:
        raise EvidenceError(f"{fault.in_file(str(path))}{_ANEW}") from None
    return tuple(_row(path, number, row) for number, row in enumerate(rows, start=2))


def _row(path: Path, number: int, row: dict[str, str]) -> Measured:
    try:
        return _READER.validate_python(row)
    except ValidationError as error:
        said = "; ".join(f"{one['loc'][0]}: {one['msg'].lower()}" for one in error.errors())
        raise EvidenceError(f"{path}:{number} {said}.{_ANEW}") from None


_READER = TypeAdapter(Measured)
