"""Shares of a hundred by row and column: in each cell a point with its interval, and its count under it."""

import altair as alt
import pandas as pd

from .columns import Columns
from .figure import Figure
from .layers import across, bars, down, encoded, labels, line_across, on_rows, tip, words
from .palette import ACCENT, INK_SOFT, SUNK
from .rows import place_rows
from .style import NARROW, SMALL_FONT, WIDE, Size, line_height
from .words import listing, number

BOX = 14
FEW = 20
"""A group smaller than this is named, as its shares are known only roughly."""
POINT_AREA = 50
INSET = 5
READING = (
    "Each box runs from 0 on the left to 100 on the right. "
    "The point is the share found, the line its 95% interval, and the words say how many of how many."
)


def share_grid(
    frame: pd.DataFrame, *, title: str, row: str, column: str, groups: str, things: str, note: str = ""
) -> Figure:
    """Show shares: columns `row`, `column`, `right`, `n`, `value`, `ci_low`, `ci_high` (0 to 100).

    `row` and `column` say in the singular what they hold; `groups` is `row` or `column`, whichever the
    `things` are grouped by. Every pair of a row and a column has one line in the frame.
    """
    return Figure(
        title=title,
        sentence=f"{_ends(frame)} {_few(frame, groups, things)}".strip(),
        table=_table(frame, row, column, things),
        chart=_draw(frame, WIDE),
        narrow=_draw(frame, NARROW),
        note=f"{READING} {note}".strip(),
        alt=f"Grid of points with intervals, {row} by {column}: {title}",
    )


def _draw(frame: pd.DataFrame, size: Size) -> alt.LayerChart:
    columns = Columns(list(frame["column"].unique()), size)
    names = pd.DataFrame({"label": frame["row"].unique()})
    rows = place_rows(names, size, start=columns.height, mark=BOX + line_height(SMALL_FONT) + 4)
    places = {name: place for place, name in enumerate(columns.headings)}
    placed = frame.merge(rows.frame[["label", "top"]], left_on="row", right_on="label")
    left = placed["column"].map(lambda name: columns.left(places[name]))
    inside = columns.width - 2 * INSET
    ends = {"x": "value", "low_x": "ci_low", "high_x": "ci_high"}
    marks = placed[["label", "column", "top"]].assign(
        left=left,
        right=left + columns.width,
        bottom=placed["top"] + BOX,
        middle=placed["top"] + BOX / 2,
        text_y=placed["top"] + BOX + 3,
        fill=SUNK.light,
        shown=[
            f"{number(right)} of {number(n)}" for right, n in zip(placed["right"], placed["n"], strict=True)
        ],
        **{place: left + INSET + inside * placed[end] / 100 for place, end in ends.items()},
    )
    points = alt.Chart().mark_circle(size=POINT_AREA, opacity=1, color=ACCENT.light)
    layers = [
        columns.layer(),
        *labels(rows),
        bars("left", "right", tooltip=tip(Row="label", Column="column", Found="shown")),
        line_across("low_x", "high_x", "middle", strokeWidth=2, color=INK_SOFT.light),
        encoded(points, x=across("x"), y=down("middle")),
        words("shown", "left", "text_y"),
    ]
    return on_rows(rows, marks, layers)


def _table(frame: pd.DataFrame, row: str, column: str, things: str) -> pd.DataFrame:
    heads = {
        "row": row[:1].upper() + row[1:],
        "column": column[:1].upper() + column[1:],
        "right": "Found",
        "n": f"Of {things}",
        "value": "Share, of 100",
        "ci_low": "95% interval from",
        "ci_high": "to",
    }
    rounded = frame.assign(**{end: frame[end].round(1) for end in ("value", "ci_low", "ci_high")})
    return rounded[list(heads)].rename(columns=heads)


def _ends(frame: pd.DataFrame) -> str:
    known = frame[frame["n"] >= FEW]
    if not known["right"].any():
        return f"Nothing was found in a group of {FEW} or more."
    most = known.sort_values("value", ascending=False, kind="stable").iloc[0]
    share = f"{number(int(most['right']))} of {number(int(most['n']))}"
    return f"The highest share of a group of {FEW} or more is {most['row']}, {most['column']} ({share})."


def _few(frame: pd.DataFrame, groups: str, things: str) -> str:
    sizes = frame.groupby(groups, sort=False)["n"].max()
    small = [f"{name} ({number(int(n))})" for name, n in sizes.items() if n < FEW]
    if not small:
        return ""
    return f"Few {things}, so shares are known only roughly: {listing(small)}."
