"""Cells of official files: codes and figures, read exactly or refused with a sentence."""

import re
from decimal import Decimal
from enum import StrEnum

LSOA = re.compile(r"[EW]01\d{6}", re.ASCII)
AREA = re.compile(r"[ENSW]\d{8}", re.ASCII)
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?", re.ASCII | re.IGNORECASE)
WITH_COMMAS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)


class Kind(StrEnum):
    """What a figure counts, by which it is checked, carried and averaged."""

    SCORE = "score"
    RATE = "rate"
    """From 0 to 1 in the official file; written as a percentage."""
    RANK = "rank"
    DECILE = "decile"
    COUNT = "count"


class NoFigure(ValueError):
    """Why a cell is no figure of its kind, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend


def figure(cell: str, kind: Kind) -> Decimal | None:
    """Read a figure, None where the cell is empty; a rate becomes a percentage.

    Raises NoFigure.
    """
    text = cell.strip()
    if not text:
        return None
    if NUMBER.fullmatch(text) is None:
        raise _no_number(text)
    value = Decimal(text)
    if fault := _out_of_range(value, kind):
        raise NoFigure(f"{text} {fault}.", "Look at the official file again.")
    return value * 100 if kind is Kind.RATE else value


def written(value: Decimal | None) -> str:
    """Write a figure without zeros that say nothing; nothing where it is missing."""
    if value is None:
        return ""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _no_number(text: str) -> NoFigure:
    if text.endswith("%"):
        return NoFigure(
            f"{text!r} has a percent sign.",
            "Format the column as a plain number and save the file as CSV again.",
        )
    if WITH_COMMAS.fullmatch(text):
        return NoFigure(
            f"{text!r} has commas between thousands.",
            "Format the column as a number without separators and save the file as CSV again.",
        )
    return NoFigure(
        f"{text!r} is not a number.", "Write digits and a point; leave the cell empty if it is missing."
    )


def _out_of_range(value: Decimal, kind: Kind) -> str | None:
    whole = value == value.to_integral_value()
    match kind:
        case Kind.RATE if not 0 <= value <= 1:
            return "is not a rate from 0 to 1"
        case Kind.SCORE if not 0 <= value <= 100:
            return "is not a score from 0 to 100"
        case Kind.DECILE if not (whole and 1 <= value <= 10):
            return "is not a whole number from 1 to 10"
        case Kind.RANK if not (whole and value >= 1):
            return "is not a whole number from 1 up"
        case Kind.COUNT if value < 0:
            return "is below zero, and a count can't be"
    return None
