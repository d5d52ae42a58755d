"""The key of a chart: each symbol with its words, in as many lines as they need."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from resilience.figures.layers import Place, across, colour, down, encoded, words
from resilience.figures.palette import PAPER
from resilience.figures.rows import LETTER_WIDTH
from resilience.figures.style import SMALL_FONT, Size

LINE = 20
SYMBOL = 18
SYMBOL_AREA = 90


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
            x, y = 0.0, y + LINE
        places.append({"key": symbol.label, "key_x": x + 6, "word_x": x + SYMBOL, "key_y": y + LINE / 2})
        x += width
    frame = pd.DataFrame(places).round(1).assign(**symbol_columns(symbols))
    layers = [symbols_at("key_x", "key_y"), words("key", "word_x", "key_y", baseline="middle")]
    return [layer.properties(data=frame) for layer in layers], y + LINE + 8
