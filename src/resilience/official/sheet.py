"""A CSV file with its header, which may stand some rows below titles, with the codes and figures in it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from resilience.official.faults import CannotImport, Fault, cannot
from resilience.tables import TableFault, delimited_records, has_mark

HEADER_WITHIN = 20
"""Rows among which the header is looked for; the official files have it in the first four."""
KEYS = frozenset({"lsoa code (2011)", "lsoa code (2021)", "lsoa11cd", "f_lsoa11cd", "lsoa21cd", "lsoa code"})
"""Names of the column of codes, in small letters."""


@dataclass(frozen=True)
class Row:
    """A row below the header."""

    line: int
    cells: Sequence[str]


@dataclass(frozen=True)
class Sheet:
    """An official file: what stands above its header, the header, and the rows below."""

    file: str
    titles: tuple[str, ...]
    header_line: int
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...] = ()
    """Rows that could not be taken up."""

    @cached_property
    def places(self) -> dict[str, int]:
        """Where each column stands, by its name in small letters."""
        return {name.lower(): place for place, name in enumerate(self.header)}

    def has(self, *columns: str) -> bool:
        """Tell whether all these columns are there; capital letters make no difference."""
        return all(name.lower() in self.places for name in columns)

    def cell(self, row: Row, column: str) -> str:
        """Give what a row has in a column, without the blanks around it."""
        return row.cells[self.places[column.lower()]].strip()


def read_sheet(path: Path, encoding: str = "utf-8", keys: Collection[str] = KEYS) -> Sheet:
    """Read a CSV file, packed or not; a mark at its start that says UTF-8 is believed before `encoding`.

    Its header is the first row that has one of the names in `keys`, in small letters. Raises CannotImport.
    """
    name = path.as_posix()
    believed = "utf-8" if has_mark(path, "utf-8") else encoding
    try:
        records = [
            Row(record.line, record.cells)
            for record in delimited_records(path, believed)
            if any(cell.strip() for cell in record.cells)
        ]
    except TableFault as fault:
        raise CannotImport([Fault(name, fault.line or 0, "", str(fault), "")]) from None
    return _below_titles(name, records, keys)


def _below_titles(name: str, records: list[Row], keys: Collection[str]) -> Sheet:
    for place, row in enumerate(records[:HEADER_WITHIN]):
        header = tuple(" ".join(cell.split()) for cell in row.cells)
        if any(cell.lower() in keys for cell in header):
            titles = tuple(" ".join(filter(None, map(str.strip, above.cells))) for above in records[:place])
            below = [other for other in records[place + 1 :] if not _is_note(other)]
            rows = tuple(other for other in below if len(other.cells) == len(header))
            faults = (*_named_twice(name, row.line, header), *_ragged(name, len(header), below))
            return Sheet(name, titles, row.line, header, rows, faults)
    raise cannot(
        name,
        "No row near the top has a column of codes: `LSOA code (2011)`, `LSOA21CD`, `LSOA Code` or alike.",
        "Give an official file with its own header; `resilience places import --help` lists which.",
    )


def _is_note(row: Row) -> bool:
    """Tell whether a row is a note below the table: text in the first cell only, or in one of many."""
    filled = [place for place, cell in enumerate(row.cells) if cell.strip()]
    return filled == [0] or (len(filled) == 1 and len(row.cells) > 3)


def _named_twice(name: str, line: int, header: Sequence[str]) -> Iterator[Fault]:
    for column in sorted(set(header) - {""}):
        if header.count(column) > 1:
            yield Fault(name, line, column, "Two columns have this name.", "Delete one.")


def _ragged(name: str, width: int, rows: Sequence[Row]) -> Iterator[Fault]:
    for row in rows:
        if len(row.cells) != width:
            what = f"The row has {len(row.cells)} cells, but the header has {width}."
            yield Fault(name, row.line, "", what, "Put a text that holds a comma into quotation marks.")


LSOA = re.compile(r"[EW]01\d{6}", re.ASCII)
AREA = re.compile(r"[ENSW]\d{8}", re.ASCII)
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?", re.ASCII | re.IGNORECASE)
BETWEEN_THOUSANDS = ", \u00a0\u2009\u202f"
"""What may part thousands: a comma, a blank, and blanks at which no line breaks or which are narrow."""
IN_THOUSANDS = re.compile(rf"[+-]?[1-9]\d{{0,2}}([{BETWEEN_THOUSANDS}])\d{{3}}(\1\d{{3}})*(\.\d+)?", re.ASCII)
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


LARGE = (Kind.RANK, Kind.COUNT, Kind.NUMBER)
"""Kinds in which a comma before three digits parts thousands; in others it can only be a decimal comma."""


class NoFigure(ValueError):
    """Why a cell is no figure of its kind, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend


def figure(cell: str, kind: Kind) -> Decimal | None:
    """Read a figure, with or without signs between thousands; None where the cell is empty.

    A rate becomes a percentage. A decimal comma is never guessed at. Raises NoFigure.
    """
    text = cell.strip()
    if not text:
        return None
    value = _number(text, kind)
    if fault := _out_of_range(value, kind):
        raise NoFigure(f"{text} {fault}.", "Look at the official file again.")
    return value * 100 if kind is Kind.RATE else value


def _number(text: str, kind: Kind) -> Decimal:
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
        return NoFigure(
            f"{text!r} has a percent sign.",
            "Format the column as a plain number and save the file as CSV again.",
        )
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
