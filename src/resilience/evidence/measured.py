"""How the matcher did on texts that two coders typed apart: rows of `learnt/measured.csv`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from resilience.evidence.learnt import FOLDER
from resilience.evidence.measured_rows import read_rows, write_rows
from resilience.records.vocabulary import CodedBy

MEASURED = "measured.csv"
KEPT_APART = "kept apart"
"""The set of texts at which nobody looked while the matcher was built."""
ALL = "all"
"""The row of a way that holds its texts of all kinds."""
BLIND = "blind"
"""The way that learns from nothing written after somebody had read tested texts."""
SURE, UNSURE = "both sure", "one unsure"
"""In place of a kind: texts of which both coders were sure, or at least one was not."""
MADE_BY = "benchmarks/matching.py"


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
    return read_rows(folder / FOLDER / MEASURED, Measured, MADE_BY)


def write_measured(path: Path, rows: Sequence[Measured]) -> None:
    """Write rows into a file, in place of earlier ones of the same way and set; all others stay."""
    write_rows(path, Measured, MADE_BY, rows, lambda row: (row.way, row.texts))
