"""The numbers of a figure as a table: for the page, and as CSV for a spreadsheet."""

import csv
import io
from numbers import Number
from typing import TYPE_CHECKING, TypedDict

from resilience.figures.words import NOT_SEEN, number

if TYPE_CHECKING:
    import pandas as pd

Cell = str | int | float | None

# A spreadsheet runs a cell that starts so as a formula.
STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Column(TypedDict):
    """A column's heading, and whether it holds numbers."""

    label: str
    numeric: bool


class FigureTable(TypedDict):
    """A table as JSON can hold it; the first column names the rows, and null is `not seen`."""

    columns: list[Column]
    rows: list[list[Cell]]


def figure_table(frame: "pd.DataFrame") -> FigureTable:
    """Take a frame as readers see it: labelled columns, no index."""
    seen = frame.astype(object).where(frame.notna(), None)
    rows = [[_cell(value) for value in row] for row in seen.itertuples(index=False, name=None)]
    columns = [
        Column(label=str(label), numeric=any(isinstance(row[place], int | float) for row in rows))
        for place, label in enumerate(frame.columns)
    ]
    return FigureTable(columns=columns, rows=rows)


def shown(cell: Cell) -> str:
    """Write a cell for the page."""
    if cell is None:
        return NOT_SEEN
    return cell if isinstance(cell, str) else number(cell)


def to_csv(table: FigureTable) -> str:
    """Write a table for spreadsheets; text that would run as a formula gets an apostrophe in front."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_inert(column["label"]) for column in table["columns"])
    writer.writerows([_inert(cell) for cell in row] for row in table["rows"])
    return out.getvalue()


def _inert(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(STARTS_FORMULA) else cell


def _cell(value: object) -> Cell:
    if value is None:
        return None
    if not isinstance(value, Number) or isinstance(value, bool):
        return str(value)
    return value.item() if hasattr(value, "item") else value  # type: ignore[return-value]
