"""The sheets of a workbook (.xlsx, .xlsm); nothing in it is run, and no link in it is followed."""

import warnings
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from resilience.tables.table import TableFault
from resilience.tables.workbook_cells import FORMULA, text_of
from resilience.tables.workbook_parts import check_parts

MOST_ROWS = 1_048_576
"""Excel has no more."""
MOST_CELLS = 20_000_000
"""The largest official sheet has some two million."""


class SheetRow(NamedTuple):
    """A row that has any text."""

    line: int
    """Its number, as the spreadsheet counts."""
    cells: list[str]


@dataclass(frozen=True)
class WorkbookSheet:
    """A sheet, read as far as it is asked for."""

    path: Path
    name: str
    is_hidden: bool
    _sheet: Any

    def top(self, count: int) -> list[SheetRow]:
        """Give the first rows that have any text; a formula stands for itself. Raises `TableFault`."""
        with _faults_told():
            return list(islice(_filled(self._sheet), count))

    def rows(self) -> list[SheetRow]:
        """Give all rows that have any text, equally long, formulas with the value last worked out.

        Raises `TableFault`, also at a formula that was never worked out.
        """
        with _faults_told():
            formulas: set[tuple[int, int]] = set()
            found = list(_filled(self._sheet, formulas))
            if formulas:
                self._work_out(found, formulas)
        _make_equally_long(found)
        return found

    def _work_out(self, rows: Sequence[SheetRow], formulas: set[tuple[int, int]]) -> None:
        by_line = {row.line: row.cells for row in rows}
        with closing(_opened(self.path, values=True)) as book:
            for line, cells in _numbered(book[self.name]):
                for place in [place for place in range(len(cells)) if (line, place) in formulas]:
                    if cells[place].value is None:
                        what = f"A formula in this row of the sheet `{self.name}` was never worked out."
                        mend = "Open the workbook in a spreadsheet, save it, and give it again."
                        raise TableFault(f"{what} {mend}", line)
                    by_line[line][place] = text_of(cells[place])


@contextmanager
def open_workbook(path: Path) -> Iterator[list[WorkbookSheet]]:
    """Open a workbook and give its sheets, charts left out; raises `TableFault`."""
    check_parts(path)
    with _faults_told():
        book = _opened(path, values=False)
    with closing(book):
        yield [
            WorkbookSheet(path, sheet.title, sheet.sheet_state != "visible", sheet)
            for sheet in book.worksheets
        ]


def _opened(path: Path, *, values: bool) -> Any:
    # It takes a quarter of a second, which no other table needs.
    from openpyxl import load_workbook

    # By a path, it would go by the ending of the name.
    return load_workbook(BytesIO(path.read_bytes()), read_only=True, data_only=values, keep_links=False)


@contextmanager
def _faults_told() -> Iterator[None]:
    """Say that a workbook is broken: it stops openpyxl anywhere, with whatever error comes of that."""
    try:
        # openpyxl warns of what it leaves out, such as rules for what may be written into a cell.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except TableFault:
        raise
    except Exception as error:
        what = f"The workbook can't be read ({type(error).__name__})."
        raise TableFault(f"{what} Get it again; or open it, save the sheet as CSV, and give that.") from error


def _filled(sheet: Any, formulas: set[tuple[int, int]] | None = None) -> Iterator[SheetRow]:
    for line, cells in _numbered(sheet):
        texts = [text_of(cell) for cell in cells]
        if any(map(str.strip, texts)):
            yield SheetRow(line, texts)
            if formulas is not None:
                formulas.update(
                    (line, place) for place, cell in enumerate(cells) if cell.data_type == FORMULA
                )


def _numbered(sheet: Any) -> Iterator[tuple[int, Sequence[Any]]]:
    """Give the cells of each row; raises `TableFault` where there are more than in any table."""
    # What a sheet says of its own size is often wrong.
    sheet.reset_dimensions()
    many = 0
    for line, cells in enumerate(sheet.iter_rows(), start=1):
        many += len(cells)
        if line > MOST_ROWS or many > MOST_CELLS:
            raise _too_large()
        yield line, cells


def _make_equally_long(rows: Sequence[SheetRow]) -> None:
    """Add empty cells at the end of rows, as a spreadsheet does that saves CSV."""
    width = max((_used(row.cells) for row in rows), default=0)
    if width * len(rows) > MOST_CELLS:
        raise _too_large()
    for _, cells in rows:
        cells[width:] = []
        cells.extend([""] * (width - len(cells)))


def _used(cells: Sequence[str]) -> int:
    return max((place for place, cell in enumerate(cells, start=1) if cell.strip()), default=0)


def _too_large() -> TableFault:
    what = "The sheet has more cells than any official one."
    return TableFault(f"{what} Delete what is far below or beside the table, save it, and give it again.")
