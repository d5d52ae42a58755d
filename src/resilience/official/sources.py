"""What official files say, once read: figures of LSOAs, look-ups of wards, changes of boundaries."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple, TypeVar

from resilience.official.cells import LSOA, Kind
from resilience.official.faults import Fault
from resilience.official.sheet import Row, Sheet

Vintage = Literal[2011, 2021]
"""The census for which LSOAs were drawn."""
Entry = TypeVar("Entry")


class Figure(NamedTuple):
    """A figure: its column in the table that is written, in the official file, and what it counts."""

    column: str
    header: str
    kind: Kind
    weight: str = ""
    """Column of the population over which a score or rate is averaged when LSOAs are put together."""


class Council(NamedTuple):
    """The local authority of an LSOA or a ward, as one file names it."""

    code: str
    name: str


@dataclass(frozen=True)
class Area:
    """An LSOA in one file of figures; a figure that is missing is left out."""

    name: str
    council: Council
    values: dict[str, Decimal]


@dataclass(frozen=True)
class Areas:
    """A file of figures: one edition, on the LSOAs of one census."""

    file: str
    edition: str
    vintage: Vintage
    council_column: str
    """Such as `ltla19`; empty where the file does not say of which year its councils are."""
    figures: tuple[Figure, ...]
    by_code: dict[str, Area]


class Ward(NamedTuple):
    """The ward that best fits an LSOA."""

    code: str
    name: str
    council: Council
    lsoa_name: str


@dataclass(frozen=True)
class WardLookup:
    """A look-up from LSOAs to wards."""

    file: str
    vintage: Vintage
    ward_column: str
    """Such as `ward17`."""
    council_column: str
    """Such as `ltla17`."""
    by_code: dict[str, Ward]


class Change(NamedTuple):
    """How an LSOA of 2011 relates to one of 2021."""

    code11: str
    name11: str
    code21: str
    name21: str
    kind: str
    """U unchanged, S split, M merged, X irregular."""


@dataclass(frozen=True)
class Changes:
    """The exact-fit look-up between LSOAs of 2011 and 2021."""

    file: str
    all: tuple[Change, ...]


Source = Areas | WardLookup | Changes


@dataclass(frozen=True)
class Given:
    """The files of one import, by what they are."""

    figures: tuple[Areas, ...]
    wards: WardLookup | None
    changes: Changes | None


def by_code(
    sheet: Sheet, column: str, faults: list[Fault], make: Callable[[Row], Entry | None]
) -> dict[str, Entry]:
    """Read each row under its LSOA code; codes that are malformed or stand twice are added to the faults."""
    found: dict[str, Entry] = {}
    lines: dict[str, int] = {}
    for row in sheet.rows:
        code = sheet.cell(row, column)
        if fault := code_fault(code):
            faults.append(Fault(sheet.file, row.line, column, *fault))
        elif code in lines:
            what = f"{code} stands on line {lines[code]} already."
            faults.append(Fault(sheet.file, row.line, column, what, "Delete one of the rows."))
        else:
            lines[code] = row.line
            if (entry := make(row)) is not None:
                found[code] = entry
    return found


def code_fault(code: str) -> tuple[str, str] | None:
    """Say why a cell is no code of an LSOA, and how to mend it."""
    if LSOA.fullmatch(code):
        return None
    what = f"{code!r} is not the code of an LSOA." if code else "The code of the LSOA is missing."
    return what, "It has E01 or W01 and six digits, such as E01006944; take it from the official file."


def missing_columns(sheet: Sheet, columns: list[str], called: str) -> list[Fault]:
    """Name every column that a layout has and a file has not."""
    return [
        Fault(
            sheet.file,
            sheet.header_line,
            column,
            f"The file looks like {called}, but has no such column.",
            "Give the official file with its header as it was published.",
        )
        for column in columns
        if not sheet.has(column)
    ]
