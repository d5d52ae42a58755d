"""How often things stand together: a square of shaded numbers whose columns are the numbers of its rows."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.layers import bars, colour, encoded, labels, on_rows, tip, words
from resilience.figures.palette import INK, INK_SOFT, PAPER, SEQUENTIAL, SUNK
from resilience.figures.rows import mark_start, place_rows
from resilience.figures.style import NARROW, SMALL_FONT, WIDE, Size, line_height
from resilience.figures.words import number

GAP = 2
# From this shade on, type must be pale to be read.
FIRST_DARK = 3
NONE_FOUND = "·"
READING = "The columns have the numbers of the rows. A dot means that none were found; there may be some."


def together(
    frame: pd.DataFrame, names: Sequence[str], *, title: str, things: str, few: str, note: str = ""
) -> Figure:
    """Show pairs of `names`: columns `first`, `second`, `both`, `with_first`, `with_second`, `lift`.

    A pair that is missing was not found. `things` are counted; `few` stands where there is no lift.
    Raises ValueError where no pair of these names was found.
    """
    known = frame[frame["first"].isin(names) & frame["second"].isin(names)]
    if known.empty:
        raise ValueError("None of these names were found together; there is nothing to draw.")
    return Figure(
        title=title,
        sentence=_sentence(known, len(names), things),
        table=_table(known, things, few),
        chart=_draw(known, names, WIDE),
        narrow=_draw(known, names, NARROW),
        note=f"{READING} {note}".strip(),
        alt=f"Square grid of numbers: {title}",
    )


def _draw(frame: pd.DataFrame, names: Sequence[str], size: Size) -> alt.LayerChart:
    numbered = pd.DataFrame({"label": [f"{place}. {name}" for place, name in enumerate(names, start=1)]})
    rows = place_rows(numbered, size, start=line_height(SMALL_FONT) + 10)
    pitch = (size.width - mark_start(size) + GAP) / len(names)
    both = dict(
        zip(zip(frame["first"], frame["second"], strict=True), frame["both"].astype(int), strict=True)
    )
    most = max(both.values())
    cells = [
        {
            "label": f"{names[row]} and {names[column]}",
            "left": mark_start(size) + column * pitch,
            "right": mark_start(size) + (column + 1) * pitch - GAP,
            "centre": mark_start(size) + (column + 0.5) * pitch - GAP / 2,
            **rows.frame.loc[row, ["top", "middle", "bottom"]],
            **_cell(both.get((names[row], names[column])) or both.get((names[column], names[row])), most),
        }
        for row in range(len(names))
        for column in range(len(names))
        if row != column
    ]
    marks = pd.DataFrame(cells)
    heads = pd.DataFrame(
        {
            "head": [str(place + 1) for place in range(len(names))],
            "head_x": [mark_start(size) + (place + 0.5) * pitch - GAP / 2 for place in range(len(names))],
        }
    ).round(1)
    ink = {"color": colour("ink")}
    layers = [
        words("head", "head_x", 2, align="center", color=INK_SOFT.light).properties(data=heads),
        *labels(rows),
        bars("left", "right", tooltip=tip(Pair="label", Number="shown")),
        encoded(words("shown", "centre", "middle", align="center", baseline="middle"), **ink),
    ]
    return on_rows(rows, marks, layers)


def _cell(n: int | None, most: int) -> dict[str, str]:
    if n is None:
        return {"shown": NONE_FOUND, "fill": SUNK.light, "ink": INK_SOFT.light}
    shade = min(int(n / most * len(SEQUENTIAL)), len(SEQUENTIAL) - 1)
    ink = INK if shade < FIRST_DARK else PAPER
    return {"shown": number(n), "fill": SEQUENTIAL[shade].light, "ink": ink.light}


def _table(frame: pd.DataFrame, things: str, few: str) -> pd.DataFrame:
    heads = {
        "first": "First",
        "second": "Second",
        "both": f"{things.capitalize()} with both",
        "with_first": "With the first",
        "with_second": "With the second",
        "lift": "Lift",
    }
    lifts = frame["lift"].astype(object).where(frame["lift"].notna(), few)
    return frame.assign(lift=lifts)[list(heads)].rename(columns=heads)


def _sentence(frame: pd.DataFrame, size: int, things: str) -> str:
    first = frame.sort_values("both", ascending=False, kind="stable").iloc[0]
    possible = size * (size - 1) // 2
    return (
        f"Found together most often: {first['first']} and {first['second']} "
        f"({number(int(first['both']))} {things}). "
        f"Of {number(possible)} pairs, {number(len(frame))} were found."
    )
