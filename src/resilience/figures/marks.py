"""What charts are made of: words, bars, lines and symbols at places in pixels, and the key of symbols."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from resilience.figures.palette import PAPER
from resilience.figures.row_layout import LABEL_MARGIN, LETTER_WIDTH, Columns, Rows, label_room
from resilience.figures.style import SMALL_FONT, Size, line_height, text_height

Place = str | float
"""A column of pixels, or one number of pixels for all."""
KEY_LINE = 20
SYMBOL = 18
SYMBOL_AREA = 90


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


def column_headings(columns: Columns) -> alt.Chart:
    """Write the headings of columns."""
    lefts = [round(columns.left(place), 1) for place in range(len(columns.headings))]
    tops = [columns.height - 8 - text_height(text, SMALL_FONT) for text in columns.texts]
    frame = pd.DataFrame({"heading": columns.texts, "x": lefts, "y": tops})
    return words("heading", "x", "y").properties(data=frame)


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


class Symbol(NamedTuple):
    """A symbol of a chart: its words, Vega's name of its shape, its colour, and whether it is an outline."""

    label: str
    shape: str
    colour: str
    hollow: bool = False


def symbol_columns(symbols: Sequence[Symbol]) -> dict[str, list[str]]:
    """Give the columns that draw symbols: `shape`, `fill` and `stroke`."""
    return {
        "shape": [symbol.shape for symbol in symbols],
        "fill": [PAPER.light if symbol.hollow else symbol.colour for symbol in symbols],
        "stroke": [symbol.colour for symbol in symbols],
    }


def symbols_at(x: Place, y: Place, **encodings: Any) -> alt.Chart:
    """Draw the symbol of each row."""
    return encoded(
        alt.Chart().mark_point(opacity=1, size=SYMBOL_AREA, strokeWidth=1.75),
        x=across(x),
        y=down(y),
        shape=alt.Shape("shape", type="nominal", scale=None),
        fill=colour("fill", alt.Fill),
        stroke=colour("stroke", alt.Stroke),
        **encodings,
    )


def key(symbols: Sequence[Symbol], size: Size) -> tuple[list[alt.Chart], float]:
    """Draw a key at the top; give its layers and where it ends."""
    x, y, places = 0.0, 0.0, []
    for symbol in symbols:
        width = SYMBOL + LETTER_WIDTH * SMALL_FONT * len(symbol.label) + 14
        if x and x + width > size.width:
            x, y = 0.0, y + KEY_LINE
        places.append({"key": symbol.label, "key_x": x + 6, "word_x": x + SYMBOL, "key_y": y + KEY_LINE / 2})
        x += width
    frame = pd.DataFrame(places).round(1).assign(**symbol_columns(symbols))
    layers = [symbols_at("key_x", "key_y"), words("key", "word_x", "key_y", baseline="middle")]
    return [layer.properties(data=frame) for layer in layers], y + KEY_LINE + 8
