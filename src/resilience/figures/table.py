"""The numbers of a figure as a table: for the page, as CSV for a spreadsheet, or alone on a page."""

from dataclasses import dataclass
from html import escape
from numbers import Number
from typing import TYPE_CHECKING, TypedDict

from resilience.records.english import NOT_SEEN, number
from resilience.tables.for_spreadsheets import Cell, csv_text

if TYPE_CHECKING:
    import pandas as pd


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
    """Write a table for spreadsheets."""
    return csv_text([column["label"] for column in table["columns"]], table["rows"])


def _cell(value: object) -> Cell:
    if value is None:
        return None
    if not isinstance(value, Number) or isinstance(value, bool):
        return str(value)
    return value.item() if hasattr(value, "item") else value  # type: ignore[return-value]


@dataclass(frozen=True)
class Listing:
    """A table with its caption, as a notebook's output."""

    caption: str
    table: FigureTable

    def __repr__(self) -> str:
        """Say what it is, where HTML can't be shown."""
        return f"Table: {self.caption}, {len(self.table['rows'])} rows"

    def _repr_html_(self) -> str:
        """Write the table; all text in it is escaped."""
        caption = escape(self.caption)
        heads = "".join(f'<th scope="col">{escape(column["label"])}</th>' for column in self.table["columns"])
        rows = "".join(
            f"<tr>{''.join(f'<td>{escape(shown(cell))}</td>' for cell in row)}</tr>"
            for row in self.table["rows"]
        )
        return (
            f'<div class="table-scroll" role="region" tabindex="0" aria-label="Table: {caption}">'
            f'<table class="data"><caption>{caption}</caption>'
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        )


def listing(frame: "pd.DataFrame", caption: str) -> Listing:
    """Show a frame as readers see it: labelled columns, no index."""
    return Listing(caption, figure_table(frame))
