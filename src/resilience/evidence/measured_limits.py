"""Why the matcher is not better: how it grows with what it learns from, and what it takes for what.

Rows of `learnt/curve.csv` and `learnt/mistakes.csv`; neither holds a text.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from resilience.evidence.learnt import FOLDER
from resilience.evidence.measured_rows import read_rows, write_rows

CURVE, MISTAKES = "curve.csv", "mistakes.csv"
MADE_BY = "benchmarks/matching_limits.py"


class Error(StrEnum):
    """What went wrong, in words."""

    FALSE_TYPE = "No type fits, and it gave one"
    MISSED = "A type fits, and it gave none"
    NEAR = "It gave another type of the same domain"
    FAR = "It gave a type of another domain"


@dataclass(frozen=True)
class CurvePoint:
    """How the blind way does when it has learnt from a part of the phrases; F1 goes from 0 to 1."""

    texts: str
    """The set of texts."""
    phrases: int
    """Phrases that it learnt from, drawn at random from all that it may know."""
    n: int
    """Texts that it was asked."""
    micro_f1: float
    micro_f1_low: float
    micro_f1_high: float
    any_f1: float
    """The same, where an answer is right if either coder named it, first or not."""
    measured: date


@dataclass(frozen=True)
class Mistake:
    """How often the blind way gave a type for another, or `none`."""

    texts: str
    """The set of texts."""
    coded: str
    """The type that both coders gave, or `none`."""
    said: str
    """What it gave in place of that."""
    n: int
    near: int
    """Those of them whose right type was among its first three."""
    named: int
    """Those of them where a coder named what it gave as a second type."""
    unsure: int
    """Those of them of which a coder was not sure."""
    measured: date


def read_curve(folder: Path) -> tuple[CurvePoint, ...]:
    """Read `curve.csv` below an `evidence/` folder; raises EvidenceError with the line and the column."""
    return read_rows(folder / FOLDER / CURVE, CurvePoint, MADE_BY)


def read_mistakes(folder: Path) -> tuple[Mistake, ...]:
    """Read `mistakes.csv` below an `evidence/` folder; raises EvidenceError with the line and the column."""
    return read_rows(folder / FOLDER / MISTAKES, Mistake, MADE_BY)


def write_curve(path: Path, points: Sequence[CurvePoint]) -> None:
    """Write the points of a set of texts in place of its earlier ones; those of other sets stay."""
    write_rows(path, CurvePoint, MADE_BY, points, lambda point: point.texts)


def write_mistakes(path: Path, mistakes: Sequence[Mistake]) -> None:
    """Write the mistakes on a set of texts in place of its earlier ones; those of other sets stay."""
    write_rows(path, Mistake, MADE_BY, mistakes, lambda one: one.texts)
