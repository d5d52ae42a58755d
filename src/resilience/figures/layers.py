"""The layers that charts of rows are made of: words, bars and lines at places in pixels."""

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from resilience.figures.rows import LABEL_MARGIN, Rows, label_room
from resilience.figures.style import SMALL_FONT, line_height

Place = str | float
"""A column of pixels, or one number of pixels for all."""


def encoded(mark: alt.Chart, **encodings: Any) -> alt.Chart:
    """Bind columns to what a mark shows."""
    bound: alt.Chart = mark.encode(**encodings)
    return bound


def across(place: Place) -> Any:
    """Take a place as pixels from the left."""
    return (
        alt.X(place, type="quantitative", scale=None, axis=None)
        if isinstance(place, str)
        else alt.value(place)
    )


def down(place: Place) -> Any:
    """Take a place as pixels from the top."""
    return (
        alt.Y(place, type="quantitative", scale=None, axis=None)
        if isinstance(place, str)
        else alt.value(place)
    )


def colour(column: str, channel: Any = alt.Color) -> Any:
    """Take a column as colours."""
    return channel(column, type="nominal", scale=None)


def words(text: str, x: Place, y: Place, *, font: int = SMALL_FONT, **look: Any) -> alt.Chart:
    """Write a column of text with its top left corner at a place, unless `look` says otherwise."""
    settings: dict[str, Any] = {"align": "left", "baseline": "top", "fontSize": font}
    mark = alt.Chart().mark_text(**(settings | look), lineHeight=line_height(font), lineBreak="\n")
    return encoded(mark, x=across(x), y=down(y), text=alt.Text(text, type="nominal"))


def bars(left: str, right: str, **encodings: Any) -> alt.Chart:
    """Draw a bar in each row from one place to another, in the colour of the column `fill`."""
    ends = {"x": across(left), "x2": right, "y": down("top"), "y2": "bottom"}
    return encoded(alt.Chart().mark_rect(), **ends, color=colour("fill"), **encodings)


def line_across(left: str, right: str, y: str, **look: Any) -> alt.Chart:
    """Draw a line in each row from one place to another."""
    return encoded(alt.Chart().mark_rule(**look), x=across(left), x2=right, y=down(y))


def tip(**columns: str) -> list[alt.Tooltip]:
    """Show columns where a reader points at a mark; the name of each, with `_` for a space, heads it."""
    return [
        alt.Tooltip(column, type="nominal", title=name.replace("_", " ")) for name, column in columns.items()
    ]


def labels(rows: Rows) -> list[alt.Chart]:
    """Write the label of each row, and the headings of the groups."""
    own = rows.frame[["label_text", "label_y"]].round(1)
    text = words("label_text", 0, "label_y", font=rows.size.font, limit=label_room(rows.size) + LABEL_MARGIN)
    layers = [text.properties(data=own)]
    if not rows.headings.empty:
        heading = words("heading", 0, "y", font=rows.size.font, fontWeight="bold")
        layers.append(heading.properties(data=rows.headings))
    return layers


def on_rows(rows: Rows, marks: pd.DataFrame, layers: Sequence[alt.Chart]) -> alt.LayerChart:
    """Lay layers over each other; those without data of their own share `marks`."""
    return alt.LayerChart(
        layer=list(layers),
        data=marks.round(1),
        width=rows.size.width,
        height=round(rows.height),
        # Type that runs over must not shift the rest.
        autosize="none",
        padding=0,
    )
