"""The codes and figures in the cells of official files, as people and spreadsheets write them."""

import re
from decimal import Decimal
from enum import StrEnum

LSOA = re.compile(r"[EW]01\d{6}", re.ASCII)
AREA = re.compile(r"[ENSW]\d{8}", re.ASCII)
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?", re.ASCII | re.IGNORECASE)
BETWEEN_THOUSANDS = ", \u00a0\u2009\u202f"
"""What may part thousands: a comma, a blank, and blanks at which no line breaks or which are narrow."""
IN_THOUSANDS = re.compile(rf"[+-]?[1-9]\d{{0,2}}([{BETWEEN_THOUSANDS}])\d{{3}}(\1\d{{3}})*(\.\d+)?", re.ASCII)
POINT_OR_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+", re.ASCII)
DECIMAL_COMMA = re.compile(rf"[+-]?\d[\d.{BETWEEN_THOUSANDS[1:]}]*,\d+", re.ASCII)


class Kind(StrEnum):
    """What a figure counts, by which it is checked, carried and averaged."""

    SCORE = "score"
    RATE = "rate"
    """From 0 to 1 in the official file; written as a percentage."""
    RANK = "rank"
    DECILE = "decile"
    COUNT = "count"
    NUMBER = "number"
    """Whatever number it is."""
    SMALL = "small"
    """A number of less than a thousand, such as degrees."""


NOT_PUBLISHED = frozenset({"", "*", "..", "[c]", "[x]", "[z]"})
"""What stands for a figure that is not there: nothing, and the signs of government statistics."""
DASHES = frozenset("-\u2013\u2014")
PLAIN = "Format the column as a plain number and save the file as CSV again."
WIDER = "Widen the column in the spreadsheet and save the file as CSV again."
LARGE = (Kind.RANK, Kind.COUNT, Kind.NUMBER)
"""Kinds in which a comma before three digits parts thousands; in others it can only be a decimal comma."""
WHOLE = (Kind.RANK, Kind.COUNT)
"""Kinds in which a point before three digits most likely parts thousands, as it does in some countries."""


class NoFigure(ValueError):
    """Why a cell is no figure of its kind, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend


def figure(cell: str, kind: Kind) -> Decimal | None:
    """Read a figure, with or without signs between thousands; None where none was published.

    A rate becomes a percentage. What can be read in two ways is never guessed at. Raises NoFigure.
    """
    text = cell.strip()
    if text in NOT_PUBLISHED:
        return None
    value = _number(text, kind)
    if fault := _out_of_range(value, kind):
        raise NoFigure(f"{text} {fault}.", "Look at the official file again.")
    return value * 100 if kind is Kind.RATE else value


def _number(text: str, kind: Kind) -> Decimal:
    if kind is Kind.RATE and text.endswith("%"):
        return _number(text[:-1].rstrip(), Kind.SCORE) / 100
    if kind in WHOLE and POINT_OR_THOUSANDS.fullmatch(text):
        raise NoFigure(f"The point in {text!r} may stand before decimals or between thousands.", PLAIN)
    if NUMBER.fullmatch(text):
        return Decimal(text)
    grouped = IN_THOUSANDS.fullmatch(text)
    if grouped and (grouped[1] != "," or kind in LARGE):
        return Decimal(text.replace(grouped[1], ""))
    raise _no_number(text)


def written(value: Decimal | None) -> str:
    """Write a figure without zeros that say nothing; nothing where it is missing."""
    if value is None:
        return ""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _no_number(text: str) -> NoFigure:
    if text.endswith("%"):
        return NoFigure(f"{text!r} has a percent sign.", PLAIN)
    if text in DASHES:
        return NoFigure(f"{text!r} may be a zero, as accountants write it, or nothing.", PLAIN)
    if set(text) == {"#"}:
        return NoFigure(f"{text!r} is no figure: the column was too narrow to show it.", WIDER)
    if DECIMAL_COMMA.fullmatch(text):
        return NoFigure(f"{text!r} has a decimal comma.", "Save the file as CSV again, with decimal points.")
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
