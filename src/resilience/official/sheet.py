"""A table of text with its header, which may stand some rows below titles."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from resilience.official.cells import AREA
from resilience.official.faults import CannotImport, Fault, cannot
from resilience.official.saved import HEADER_WITHIN, named_in, saved_records
from resilience.official.workbooks import sheet_records
from resilience.tables import TableFault
from resilience.tables.workbook import SheetRow
from resilience.tables.workbook_parts import is_workbook

KEYS = frozenset(
    ["lsoa code (2011)", "lsoa code (2021)", "lsoa11cd", "f_lsoa11cd", "lsoa21cd", "lsoa11_code", "lsoa code"]
)
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


def read_sheet(
    path: Path,
    encoding: str = "utf-8",
    keys: Collection[str] = KEYS,
    holds: Callable[[Sheet], bool] = lambda _: True,
) -> Sheet:
    """Read a table of text, packed or not, as a spreadsheet saves it, or the sheet of a workbook that has it.

    Its header is the first row that has one of the names in `keys`, in small letters; where several sheets
    have one, `holds` tells whether a sheet has every column. Raises CannotImport.
    """
    name = path.as_posix()
    try:
        if is_workbook(path):
            return _in_workbook(path, keys, holds)
        records = [Row(record.line, record.cells) for record in saved_records(path, encoding, keys)]
    except TableFault as fault:
        raise CannotImport([Fault(name, fault.line or 0, "", str(fault), "")]) from None
    return _below_titles(name, records, keys)


def _in_workbook(path: Path, keys: Collection[str], holds: Callable[[Sheet], bool]) -> Sheet:
    def holds_all(top: Sequence[SheetRow]) -> bool:
        width = max(len(row.cells) for row in top)
        rows = [Row(row.line, [*row.cells, *[""] * (width - len(row.cells))]) for row in top]
        return holds(_below_titles(path.as_posix(), rows, keys))

    sheet, records = sheet_records(path, keys, holds_all)
    rows = [Row(record.line, record.cells) for record in records]
    return _below_titles(f"{path.as_posix()} [{sheet}]", rows, keys)


def _below_titles(name: str, records: list[Row], keys: Collection[str]) -> Sheet:
    for place, row in enumerate(records[:HEADER_WITHIN]):
        if named_in(row.cells, keys):
            header = tuple(" ".join(cell.split()) for cell in row.cells)
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
    """Tell whether a row is a note or the foot: one cell, the first or one of many, has text and no code."""
    filled = [place for place, cell in enumerate(row.cells) if cell.strip()]
    if len(filled) != 1 or (filled != [0] and len(row.cells) <= 3):
        return False
    return not AREA.fullmatch(row.cells[filled[0]].strip())


def _named_twice(name: str, line: int, header: Sequence[str]) -> Iterator[Fault]:
    for column in sorted(set(header) - {""}):
        if header.count(column) > 1:
            yield Fault(name, line, column, "Two columns have this name.", "Delete one.")


def _ragged(name: str, width: int, rows: Sequence[Row]) -> Iterator[Fault]:
    for row in rows:
        if len(row.cells) != width:
            what = f"The row has {len(row.cells)} cells, but the header has {width}."
            yield Fault(name, row.line, "", what, "Put a text that holds a comma into quotation marks.")
