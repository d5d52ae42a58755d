"""Which sheet of a workbook is the official table: covers, notes and other tables stand beside it."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from resilience.official.faults import CannotImport, cannot
from resilience.official.saved import HEADER_WITHIN, named_in
from resilience.records.english import listing
from resilience.tables.workbook import SheetRow, WorkbookSheet, open_workbook

MOST_NAMED = 12
SUCH_AS = "`LSOA code (2011)`, `LSOA21CD`, `LSOA Code` or alike"
SAVE_ONE = "Open the workbook, save the right sheet as CSV, and give that."

Holds = Callable[[Sequence[SheetRow]], bool]
"""Tells whether the top rows of a sheet have every column that a loader needs."""


def sheet_records(path: Path, keys: Collection[str], holds: Holds) -> tuple[str, list[SheetRow]]:
    """Find the sheet whose header has one of the names in `keys`; give its name and its rows.

    Of several, that which has every column counts. Raises CannotImport, and TableFault as `rows` does.
    """
    with open_workbook(path) as sheets:
        tops = {sheet.name: sheet.top(HEADER_WITHIN) for sheet in sheets}
        found = [sheet for sheet in sheets if any(named_in(row.cells, keys) for row in tops[sheet.name])]
        shown = [sheet for sheet in found if not sheet.is_hidden]
        if len(shown) > 1:
            shown = [sheet for sheet in shown if holds(tops[sheet.name])] or shown
        if len(shown) != 1:
            raise _not_one(path, sheets, found, shown)
        return shown[0].name, shown[0].rows()


def _not_one(
    path: Path,
    sheets: Sequence[WorkbookSheet],
    found: Sequence[WorkbookSheet],
    shown: Sequence[WorkbookSheet],
) -> CannotImport:
    if shown:
        what = f"Each of the sheets {_named(shown)} has a column of codes; which one is meant is not told."
        mend = SAVE_ONE
    elif found:
        what = f"A column of codes stands on hidden sheets only: {_named(found)}."
        mend = "Show the sheet in the spreadsheet, look at it, save, and give the workbook again."
    else:
        what = f"No sheet has a column of codes near its top: {SUCH_AS}. The workbook has {_named(sheets)}."
        mend = "Give the official file that has the table of small areas."
    return cannot(path.as_posix(), what, mend)


def _named(sheets: Sequence[WorkbookSheet]) -> str:
    names = [f"`{sheet.name}`" for sheet in sheets]
    more = len(names) - MOST_NAMED
    if not names:
        return "no sheet with cells"
    return listing(names[:MOST_NAMED] + ([f"{more} more"] if more > 0 else []))
