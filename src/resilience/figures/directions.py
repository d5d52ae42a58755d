"""Which way results point, activity type by activity type."""

import altair as alt
import pandas as pd

from resilience.figures.columns import Columns
from resilience.figures.direction import DIRECTIONS, tally
from resilience.figures.figure import Figure
from resilience.figures.layers import bars, labels, on_rows, tip, words
from resilience.figures.palette import DIRECTION_COLOURS
from resilience.figures.rows import place_rows
from resilience.figures.style import NARROW, WIDE, Size
from resilience.figures.words import number, one_or_more
from resilience.records.vocabulary import Direction

NUMBER_ROOM = 22
READING = "Each result counts once, whatever its size and however well it was studied."


def directions(
    frame: pd.DataFrame, *, title: str, kind: str = "activity type", note: str = READING
) -> Figure:
    """Count results by direction: columns `label`, `direction`, `n`; types with most results come first.

    Each direction has a column of its own, so that a single one that points to worse is seen.
    """
    crossed = frame.pivot_table(index="label", columns="direction", values="n", aggfunc="sum", fill_value=0)
    crossed = crossed.reindex(columns=list(DIRECTIONS), fill_value=0).astype(int)
    order = crossed.assign(total=crossed.sum(axis="columns")).sort_values(
        ["total", "label"], ascending=[False, True]
    )
    counts = crossed.loc[order.index].reset_index()
    return Figure(
        title=title,
        sentence=_sentence(counts, kind),
        table=_table(counts, kind),
        chart=_draw(counts, WIDE),
        narrow=_draw(counts, NARROW),
        note=note,
        alt=f"Bar chart with a column for each direction: {title}",
    )


def _draw(counts: pd.DataFrame, size: Size) -> alt.LayerChart:
    columns = Columns([direction.label for direction in Direction], size)
    rows = place_rows(counts, size, start=columns.height)
    longest = counts[list(DIRECTIONS)].to_numpy().max()
    marks = pd.concat(
        [_column(rows.frame, direction, columns, longest) for direction in Direction], ignore_index=True
    )
    layers = [
        columns.layer(),
        *labels(rows),
        bars("left", "right", tooltip=tip(Kind="label", Direction="direction", Results="shown")),
        words("shown", "number_x", "middle", baseline="middle"),
    ]
    return on_rows(rows, marks, layers)


def _column(frame: pd.DataFrame, direction: Direction, columns: Columns, longest: int) -> pd.DataFrame:
    counted = frame[direction.value]
    left = columns.left(list(Direction).index(direction))
    right = left + (columns.width - NUMBER_ROOM) * counted / longest
    return frame[["label", "top", "middle", "bottom"]].assign(
        direction=direction.label,
        left=left,
        right=right,
        number_x=right + 4,
        fill=DIRECTION_COLOURS[direction].light,
        shown=counted.map(number),
    )


def _table(counts: pd.DataFrame, kind: str) -> pd.DataFrame:
    heads = {"label": kind[:1].upper() + kind[1:]}
    heads |= {direction.value: direction.label for direction in Direction}
    total = counts[list(DIRECTIONS)].sum(axis="columns")
    return counts.rename(columns=heads)[list(heads.values())].assign(**{"All results": total})


def _sentence(counts: pd.DataFrame, kind: str) -> str:
    harmed = int((counts[Direction.HARM.value] > 0).sum())
    of = f"{number(harmed)} of {number(len(counts))} {one_or_more(len(counts), kind, kind + 's')}"
    harm = f" A result that points to worse stands under {of}." if harmed else ""
    return f"{tally(counts[list(DIRECTIONS)].sum().to_dict())}.{harm}"
