"""Which way results point: how a direction looks and reads, and a chart of them type by type."""

from collections.abc import Hashable, Mapping

import altair as alt
import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.marks import Symbol, bars, column_headings, labels, on_rows, tip, words
from resilience.figures.palette import DIRECTION_COLOURS
from resilience.figures.row_layout import Columns, place_rows
from resilience.figures.style import NARROW, WIDE, Size
from resilience.records.english import listing, number, one_or_more
from resilience.records.vocabulary import Clear, Direction

DIRECTIONS = {direction.value: direction for direction in Direction}

SHAPES = {
    Direction.BENEFIT: "triangle-up",
    Direction.NULL: "square",
    Direction.MIXED: "diamond",
    Direction.HARM: "triangle-down",
    Direction.NOT_TOLD: "circle",
}
CLEAR_WORDS = {Clear.NOT_TOLD: "not told whether it is clear"}
NUMBER_ROOM = 22
READING = "Each result counts once, whatever its size and however well it was studied."


def symbol_of(direction: Direction) -> Symbol:
    """Give the symbol of a direction; no two have the same shape."""
    colour = DIRECTION_COLOURS[direction].light
    return Symbol(direction.label, SHAPES[direction], colour, hollow=not direction.is_told)


def symbol_and_clear(direction: Direction, clear: Clear) -> Symbol:
    """Give the symbol of a direction, filled only where the result is clear of no effect."""
    said = CLEAR_WORDS.get(clear, clear.label.lower())
    return symbol_of(direction)._replace(label=f"{direction.label}, {said}", hollow=clear is not Clear.YES)


def tally(numbers: Mapping[Hashable, int]) -> str:
    """Say how many results point which way: `Of 3 results, 2 point to benefit and 1 is mixed`."""
    total = sum(numbers.values())
    parts = [
        f"{number(n)} {one_or_more(n, direction.said_of_one, direction.said_of_more)}"
        for direction in Direction
        if (n := int(numbers.get(direction.value, 0)))
    ]
    if len(parts) == 1:
        every = one_or_more(total, "The one result", f"All {number(total)} results")
        return f"{every} {parts[0].partition(' ')[2]}"
    return f"Of {number(total)} results, {listing(parts)}"


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
        column_headings(columns),
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
