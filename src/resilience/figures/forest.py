"""A forest: one estimate a row with its interval, all on one scale; nothing is pooled."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import altair as alt
import pandas as pd

from resilience.figures.axis import (
    Axis,
    are_apart,
    axis_layers,
    head_height,
    log_axis,
    overhang,
    room_for_sides,
    sides,
    straight_axis,
    uprights,
)
from resilience.figures.marks import (
    Symbol,
    key,
    labels,
    line_across,
    on_rows,
    symbol_columns,
    symbols_at,
    tip,
    words,
)
from resilience.figures.palette import INK, INK_SOFT
from resilience.figures.row_layout import LETTER_WIDTH, Rows, mark_start, place_rows, wrapped
from resilience.figures.style import SMALL_FONT, Size
from resilience.records.english import listing, number, one_or_more, with_interval

NUMBERS_ROOM = 150
NUMBERS_MARGIN = 14
TICKS_AT_MOST = {"wide": 7, "narrow": 5}
FEWEST_TICKS = 2
MARK_HEIGHT = 14


class Scale(NamedTuple):
    """The scale of all estimates of a forest."""

    label: str
    is_ratio: bool
    axis_title: str = ""
    """How to read the axis, where no effect is not what its zero stands for."""
    is_sided: bool = False
    """Whether better is to the right and worse to the left; differences are then written without a sign."""
    is_mirrored: bool = False
    """Whether the higher numbers stand to the left."""

    @property
    def no_effect(self) -> int:
        """Give the value that stands for no effect."""
        return 1 if self.is_ratio else 0

    def tick(self, value: float) -> str:
        """Write a number at the axis."""
        return number(abs(value) if self.is_sided and not self.is_ratio else value)

    @property
    def title(self) -> str:
        """Say how to read the axis."""
        return (
            self.axis_title
            or f"{self.label} ({self.no_effect} = no difference{', log scale' if self.is_ratio else ''})"
        )


def drawable(frame: pd.DataFrame, scale: Scale) -> pd.DataFrame:
    """Keep rows with a `value` that the scale can show; missing numbers become NaN."""
    frame = frame.astype({"value": float, "ci_low": float, "ci_high": float})
    is_finite = frame["value"].abs() < math.inf
    return frame[is_finite & (frame["value"] > 0)] if scale.is_ratio else frame[is_finite]


def excludes_no_effect(frame: pd.DataFrame, scale: Scale) -> "pd.Series[bool]":
    """Say for each row whether its interval lies on one side of no effect."""
    return (frame["ci_low"] > scale.no_effect) | (frame["ci_high"] < scale.no_effect)


def whole_intervals(frame: pd.DataFrame, scale: Scale) -> str:
    """Say for how many rows the whole interval lies on which side of no effect."""
    sides = {
        "below": int((frame["ci_high"] < scale.no_effect).sum()),
        "above": int((frame["ci_low"] > scale.no_effect).sum()),
    }
    line = f"{scale.no_effect} (the line of no difference)"
    found = {side: n for side, n in sides.items() if n}
    if not found:
        return f"No result lies with its whole interval on one side of {line}."
    parts = [f"{number(n)} {one_or_more(n, 'lies', 'lie')} {side} {{}}" for side, n in found.items()]
    return f"With the whole interval, {listing(parts)}.".format(line, "it")


def forest(
    frame: pd.DataFrame, scale: Scale, symbols: Sequence[Symbol], size: Size, group: str | None = None
) -> alt.LayerChart:
    """Draw rows `label`, `value`, `ci_low`, `ci_high`; `symbols` holds the symbol of each row, in order.

    A column `numbers` says what is written beside a mark, where that is not the value that is drawn.
    """
    key_layers, key_end = key(list(dict.fromkeys(symbols)), size)
    title = wrapped(scale.title, size.width - mark_start(size), SMALL_FONT)
    title_lines = title.count("\n") + 1
    height = head_height(title_lines + int(scale.is_sided))
    needed = ["label", "value", "ci_low", "ci_high", *([group] if group else [])]
    written = frame["numbers"] if "numbers" in frame else _numbers(frame)
    rows = place_rows(
        frame[needed].assign(numbers=written, **symbol_columns(symbols)),
        size,
        group=group,
        start=key_end + height,
        mark=MARK_HEIGHT,
        lines_below=int(size.is_narrow),
    )
    axis = _axis(frame, scale, rows)
    behind = [
        *axis_layers(axis, title, key_end, rows, scale.tick, height),
        *(sides(rows.left, _right(rows), key_end, title_lines) if scale.is_sided else []),
        *uprights([axis.at(scale.no_effect)], key_end + height, rows, color=INK.light),
    ]
    return on_rows(rows, _placed(rows, axis), [*key_layers, *behind, *labels(rows), *_marks(rows)])


def _axis(frame: pd.DataFrame, scale: Scale, rows: Rows) -> Axis:
    ends = frame[["value", "ci_low", "ci_high"]].to_numpy(dtype=float).ravel()
    known = [float(end) for end in ends if math.isfinite(end)]
    shown = [value for value in (*known, scale.no_effect) if value > 0 or not scale.is_ratio]
    if scale.is_sided:
        shown += room_for_sides(shown, scale.is_ratio)
    wanted = TICKS_AT_MOST[rows.size.name]
    axes = [
        _fitted(shown, scale, rows.left, _right(rows), at_most)
        for at_most in (*range(wanted, FEWEST_TICKS, -1), wanted + 1, wanted + 2)
    ]
    return next((axis for axis in axes if axis.ticks and are_apart(axis, scale.tick)), axes[0])


def _fitted(values: Sequence[float], scale: Scale, left: float, right: float, ticks_at_most: int) -> Axis:
    """Fit an axis, a little shorter where the words of its last ticks need more room than it has."""
    fit = log_axis if scale.is_ratio else straight_axis
    axis = fit(values, left, right, ticks_at_most)._replace(is_mirrored=scale.is_mirrored)
    over = overhang(axis, scale.tick)
    return axis._replace(left=axis.left + over, right=axis.right - over)


def _right(rows: Rows) -> int:
    """Give the right end of the room for an axis."""
    return rows.size.width - (0 if rows.size.is_narrow else _numbers_room(rows))


def _numbers_room(rows: Rows) -> int:
    """Give the width that the numbers beside the marks of a wide chart need."""
    longest = max(len(text) for text in rows.frame["numbers"])
    return max(NUMBERS_ROOM, math.ceil(longest * LETTER_WIDTH * SMALL_FONT) + NUMBERS_MARGIN)


def _placed(rows: Rows, axis: Axis) -> pd.DataFrame:
    below = ["below_y"] if rows.size.is_narrow else []
    placed = rows.frame[
        ["label", "numbers", "shape", "fill", "stroke", "top", "middle", "bottom", *below]
    ].copy()
    for place, end in {"x": "value", "low_x": "ci_low", "high_x": "ci_high"}.items():
        # A limit that was not seen adds no length to the line.
        known = rows.frame[end].fillna(rows.frame["value"])
        placed[place] = [axis.at(value) for value in known]
    return placed


def _marks(rows: Rows) -> list[alt.Chart]:
    intervals = line_across("low_x", "high_x", "middle", strokeWidth=2, color=INK_SOFT.light)
    points = symbols_at("x", "middle", tooltip=tip(Result="label", Estimate="numbers"))
    if rows.size.is_narrow:
        return [intervals, points, words("numbers", 0, "below_y", color=INK_SOFT.light)]
    left = rows.size.width - _numbers_room(rows) + NUMBERS_MARGIN
    numbers = words("numbers", left, "middle", baseline="middle")
    return [intervals, points, numbers]


def _numbers(frame: pd.DataFrame) -> list[str]:
    return [
        with_interval(value, *(None if pd.isna(end) else end for end in ends))
        for value, *ends in frame[["value", "ci_low", "ci_high"]].itertuples(index=False, name=None)
    ]
