"""Workbooks as offices publish them: a cover, notes and other tables beside the one that is wanted."""

import csv
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

NUMBER = re.compile(r"-?\d+(\.\d+)?")
COVER = [["Sub-regional fuel poverty, 2024"], [], ["Publication date", "25 April 2024"], ["Contents"]]
NOTES = [["Note number", "Note text"], ["Note 4", "LSOA stands for Lower Super Output Area."]]
OTHER = [["Table 2: by local authority"], [], ["LA Code", "LA Name", "Number of households"], ["E07999999"]]

Rows = Sequence[Sequence[Any]]


def rows_of(path: Path) -> list[list[Any]]:
    """Read a CSV file with numbers as numbers, and cells without a text as no cells."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [[_value(cell) for cell in row] for row in csv.reader(file)]


def write(path: Path, table: Rows, *, title: str = "Table 3", **more: Rows) -> Path:
    """Write a workbook in which a table stands between others."""
    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for name, rows in {"Cover": COVER, "Notes": NOTES, "Table 2": OTHER, title: table, **more}.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def change(path: Path, sheet: str = "Table 3", **cells: Any) -> Path:
    """Change cells of a workbook by their place, such as F6; a pair is a value and its format."""
    from openpyxl import load_workbook

    book = load_workbook(path)
    for place, value in cells.items():
        cell = book[sheet][place]
        cell.value, cell.number_format = value if isinstance(value, tuple) else (value, "General")
    book.save(path)
    return path


def _value(cell: str) -> Any:
    if NUMBER.fullmatch(cell):
        return float(cell) if "." in cell else int(cell)
    return cell or None
