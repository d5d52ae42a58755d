"""A forest: one estimate a row with its interval, all on one scale; nothing is pooled."""

import math
from collections.abc import Sequence
from typing import NamedTuple

import altair as alt
import pandas as pd

from .axis import HEIGHT, Axis, axis_layers, log_axis, straight_axis, uprights
from .key import Symbol, key, symbol_columns, symbols_at
from .layers import labels, line_across, on_rows, tip, words
from .palette import INK, INK_SOFT
from .rows import Rows, place_rows
from .style import Size
from .words import interval, listing, number, one_or_more

NUMBERS_ROOM = 150
TICKS_AT_MOST = {"wide": 7, "narrow": 5}
MARK_HEIGHT = 14


class Scale(NamedTuple):
    """The scale of all estimates of a forest."""

    label: str
    is_ratio: bool
    axis_title: str = ""
    """How to read the axis, where no effect is not what its zero stands for."""

    @property
    def no_effect(self) -> int:
        """Give the value that stands for no effect."""
        return 1 if self.is_ratio else 0

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
    """Draw rows `label`, `value`, `ci_low`, `ci_high`; `symbols` holds the symbol of each row, in order."""
    key_layers, key_end = key(list(dict.fromkeys(symbols)), size)
    needed = ["label", "value", "ci_low", "ci_high", *([group] if group else [])]
    rows = place_rows(
        frame[needed].assign(numbers=_numbers(frame), **symbol_columns(symbols)),
        size,
        group=group,
        start=key_end + HEIGHT,
        mark=MARK_HEIGHT,
        lines_below=int(size.is_narrow),
    )
    axis = _axis(frame, scale, rows)
    no_effect = uprights([axis.at(scale.no_effect)], key_end, rows, color=INK.light)
    behind = [*axis_layers(axis, scale.title, key_end, rows), *no_effect]
    return on_rows(rows, _placed(rows, axis), [*key_layers, *behind, *labels(rows), *_marks(rows)])


def _axis(frame: pd.DataFrame, scale: Scale, rows: Rows) -> Axis:
    ends = frame[["value", "ci_low", "ci_high"]].to_numpy(dtype=float).ravel()
    known = [float(end) for end in ends if math.isfinite(end)]
    right = rows.size.width - (0 if rows.size.is_narrow else NUMBERS_ROOM)
    fit = log_axis if scale.is_ratio else straight_axis
    shown = [value for value in (*known, scale.no_effect) if value > 0 or not scale.is_ratio]
    return fit(shown, rows.left, right, TICKS_AT_MOST[rows.size.name])


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
    numbers = words("numbers", rows.size.width - NUMBERS_ROOM + 14, "middle", baseline="middle")
    return [intervals, points, numbers]


def _numbers(frame: pd.DataFrame) -> list[str]:
    return [
        f"{number(value)} ({interval(*(None if pd.isna(end) else end for end in ends))})"
        for value, *ends in frame[["value", "ci_low", "ci_high"]].itertuples(index=False, name=None)
    ]
