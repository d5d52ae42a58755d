"""A table that stands on a page by itself, for what no chart would show better."""

from dataclasses import dataclass
from html import escape

import pandas as pd

from resilience.figures.table import FigureTable, figure_table, shown


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


def listing(frame: pd.DataFrame, caption: str) -> Listing:
    """Show a frame as readers see it: labelled columns, no index."""
    return Listing(caption, figure_table(frame))
