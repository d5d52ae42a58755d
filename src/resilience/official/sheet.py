"""A CSV file with its header, which may stand some rows below titles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from resilience.official.faults import CannotImport, Fault, cannot
from resilience.tables import TableFault, delimited_records, has_mark

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
PACKED = b"PK\x03\x04"
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


def read_sheet(path: Path, encoding: str = "utf-8") -> Sheet:
    """Read a CSV file; a mark at its start that says UTF-8 is believed before `encoding`.

    Raises CannotImport.
    """
    name = path.as_posix()
    if path.suffix.lower() in WORKBOOKS or _is_packed(path):
        raise cannot(
            name, "This is a workbook, not CSV.", "Open it, save the sheet of LSOAs as CSV, give that."
        )
    try:
        records = [
            Row(record.line, record.cells)
            for record in delimited_records(path, "utf-8" if has_mark(path, "utf-8") else encoding)
            if any(cell.strip() for cell in record.cells)
        ]
    except TableFault as fault:
        raise CannotImport([Fault(name, fault.line or 0, "", str(fault), "")]) from None
    return _below_titles(name, records)


def _is_packed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(PACKED)) == PACKED


def _below_titles(name: str, records: list[Row]) -> Sheet:
    for place, row in enumerate(records[:HEADER_WITHIN]):
        header = tuple(" ".join(cell.split()) for cell in row.cells)
        if any(cell.lower() in KEYS for cell in header):
            titles = tuple(" ".join(filter(None, map(str.strip, above.cells))) for above in records[:place])
            # A row with text in its first cell only is a note below the table.
            below = [other for other in records[place + 1 :] if any(cell.strip() for cell in other.cells[1:])]
            rows = tuple(other for other in below if len(other.cells) == len(header))
            faults = (*_named_twice(name, row.line, header), *_ragged(name, len(header), below))
            return Sheet(name, titles, row.line, header, rows, faults)
    raise cannot(
        name,
        "No row near the top has a column of codes: `LSOA code (2011)`, `LSOA21CD`, `LSOA Code` or alike.",
        "Give an official file with its own header; `resilience places import --help` lists which.",
    )


def _named_twice(name: str, line: int, header: Sequence[str]) -> Iterator[Fault]:
    for column in sorted(set(header) - {""}):
        if header.count(column) > 1:
            yield Fault(name, line, column, "Two columns have this name.", "Delete one.")


def _ragged(name: str, width: int, rows: Sequence[Row]) -> Iterator[Fault]:
    for row in rows:
        if len(row.cells) != width:
            what = f"The row has {len(row.cells)} cells, but the header has {width}."
            yield Fault(name, row.line, "", what, "Put a text that holds a comma into quotation marks.")
