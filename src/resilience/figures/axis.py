"""Axes: which values stand at which pixel, ticks at round numbers, and which end is better."""

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from resilience.figures.marks import across, down, encoded, words
from resilience.figures.palette import INK, INK_SOFT, LINE
from resilience.figures.row_layout import LETTER_WIDTH, Rows
from resilience.figures.style import SMALL_FONT, line_height
from resilience.records.english import number, with_interval

MARGIN = 14
# Beyond this ratio of highest to lowest, round numbers on a log scale are 1, 2, 5, 10 ...
WIDE_RATIO = 5
STEPS = (1, 2, 5, 10)
WORSE, BETTER = "\N{LEFTWARDS ARROW} worse", "better \N{RIGHTWARDS ARROW}"
LEAST_SHARE = 0.2
"""Of the longer side's length, how much the shorter side has at least, so that both can be named."""


def head_height(lines: int) -> int:
    """Give the height of all that stands above the rows: some lines of words, and the ticks."""
    return (lines + 1) * line_height(SMALL_FONT) + 12


HEIGHT = head_height(1)


class Axis(NamedTuple):
    """A scale from `low` at the pixel `left` to `high` at `right`, straight or logarithmic."""

    low: float
    high: float
    left: float
    right: float
    ticks: tuple[float, ...]
    is_log: bool = False
    is_mirrored: bool = False
    """Whether `high` is at `left`, and `low` at `right`."""

    def at(self, value: float) -> float:
        """Give the pixel of a value; one beyond an end stands at that end."""
        low, high, value = (
            math.log(v) if self.is_log else v for v in (self.low, self.high, self.inside(value))
        )
        share = (value - low) / (high - low)
        return self.left + (self.right - self.left) * (1 - share if self.is_mirrored else share)

    def inside(self, value: float) -> float:
        """Move a value beyond an end to that end."""
        return min(max(value, self.low), self.high)


def straight_axis(values: Iterable[float], left: float, right: float, ticks_at_most: int) -> Axis:
    """Fit a straight axis to values, from one round number to another."""
    known = list(values)
    step = _round_step(max(known) - min(known), ticks_at_most)
    first, last = math.floor(min(known) / step), math.ceil(max(known) / step)
    ticks = _multiples(first, max(last, first + 1), step)
    return Axis(ticks[0], ticks[-1], left + MARGIN, right - MARGIN, ticks)


def log_axis(values: Iterable[float], left: float, right: float, ticks_at_most: int) -> Axis:
    """Fit a logarithmic axis to positive values."""
    known = list(values)
    low, high = min(known), max(known)
    low, high = (low / 1.2, high * 1.2) if low == high else (low, high)
    return Axis(low, high, left + MARGIN, right - MARGIN, _log_ticks(low, high, ticks_at_most), is_log=True)


def overhang(axis: Axis, write: Callable[[float], str] = number) -> float:
    """Give by how many pixels the words of ticks run beyond the room of an axis on either side."""
    spans = _tick_words(axis, write)
    beyond = [axis.left - MARGIN - low for low, _ in spans]
    beyond += [high - axis.right - MARGIN for _, high in spans]
    return max([0.0, *beyond])


def are_apart(axis: Axis, write: Callable[[float], str] = number) -> bool:
    """Say whether there are two ticks or more, and their words stand clear of each other."""
    spans = sorted(_tick_words(axis, write))
    return len(spans) > 1 and all(one[1] < other[0] for one, other in pairwise(spans))


def _tick_words(axis: Axis, write: Callable[[float], str]) -> list[tuple[float, float]]:
    halves = [len(write(tick)) * LETTER_WIDTH * SMALL_FONT / 2 for tick in axis.ticks]
    return [
        (axis.at(tick) - half, axis.at(tick) + half) for tick, half in zip(axis.ticks, halves, strict=True)
    ]


def axis_layers(
    axis: Axis,
    title: str,
    top: float,
    rows: Rows,
    write: Callable[[float], str] = number,
    height: int = HEIGHT,
) -> list[alt.Chart]:
    """Draw an axis with its title from `top` down, and the lines of its ticks along the rows."""
    ticks = pd.DataFrame(
        {
            "tick": [write(tick) for tick in axis.ticks],
            "tick_x": [round(axis.at(tick), 1) for tick in axis.ticks],
        }
    )
    ticks_y = top + height - 10
    tick_words = words("tick", "tick_x", ticks_y, baseline="bottom", align="center", color=INK_SOFT.light)
    heading = words("title", rows.left, top, color=INK_SOFT.light).properties(
        data=pd.DataFrame({"title": [title]})
    )
    lines = uprights([axis.at(tick) for tick in axis.ticks], top + height, rows, color=LINE.light)
    return [tick_words.properties(data=ticks), heading, *lines]


def uprights(places: Sequence[float], start: float, rows: Rows, **look: Any) -> list[alt.Chart]:
    """Draw lines down all rows from `start`; on a narrow chart beside marks only, or labels would cross."""
    mark = alt.Chart().mark_rule(**look)
    ends = {"y": down("top"), "y2": "bottom"}
    if rows.size.is_narrow:
        return [encoded(mark, x=across(round(place, 1)), **ends) for place in places]
    frame = pd.DataFrame({"x": places, "top": start - 8, "bottom": rows.height})
    return [encoded(mark, x=across("x"), **ends).properties(data=frame.round(1))]


def _round_step(span: float, at_most: int) -> float:
    rough = (span or 1) / max(at_most - 2, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in STEPS if step * power >= rough * 0.999)


def _multiples(first: int, last: int, step: float) -> tuple[float, ...]:
    return tuple(float(f"{step * place:.12g}") for place in range(first, last + 1))


def _log_ticks(low: float, high: float, at_most: int) -> tuple[float, ...]:
    if high / low < WIDE_RATIO:
        step = _round_step(high - low, at_most)
        return _multiples(math.ceil(low / step), math.floor(high / step), step)
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for steps in ((1, 2, 5), (1, 3), (1,)):
        ticks = tuple(float(f"{step}e{power}") for power in powers for step in steps)
        inside = tuple(tick for tick in ticks if low <= tick <= high)
        if len(inside) <= at_most:
            return inside
    return inside[:: math.ceil(len(inside) / at_most)]


def sided(frame: pd.DataFrame, *, is_ratio: bool) -> tuple[pd.DataFrame, bool]:
    """Turn numbers so that all of them are better the same way; say too whether the axis must be mirrored.

    Takes `value`, `ci_low` and `ci_high` as printed, `better` (`higher` or `lower`), and `is_reverse`: that
    the opposite of the activity was studied. Adds `numbers`, as printed, and `is_turned`. Differences are
    turned where lower is better. Ratios are read against the ticks, so those that are fewer are turned, and
    the axis is mirrored where most are better when lower.
    """
    goes_up = (frame["better"] == "higher") != frame["is_reverse"]
    is_mirrored = bool(is_ratio and goes_up.mean() < 0.5)
    is_turned = goes_up == is_mirrored
    ends = ["value", "ci_low", "ci_high"]
    drawn = [
        _turned(printed, is_ratio) if turns else printed
        for printed, turns in zip(frame[ends].itertuples(index=False, name=None), is_turned, strict=True)
    ]
    numbers = [with_interval(*printed) for printed in frame[ends].itertuples(index=False, name=None)]
    new = pd.DataFrame(drawn, columns=ends, index=frame.index)
    return frame.assign(**{end: new[end] for end in ends}, numbers=numbers, is_turned=is_turned), is_mirrored


def _turned(printed: tuple[float, ...], is_ratio: bool) -> tuple[float, ...]:
    """Give value, low and high that say the same of the opposite."""
    value, low, high = printed
    return (1 / value, 1 / high, 1 / low) if is_ratio else (-value, -high, -low)


def room_for_sides(values: Sequence[float], is_ratio: bool) -> list[float]:
    """Give a value on either side of no effect that an axis must reach at least."""
    if is_ratio:
        reach = max(abs(math.log(value)) for value in values) * LEAST_SHARE
        return [math.exp(-reach), math.exp(reach)]
    reach = max(abs(value) for value in values) * LEAST_SHARE
    return [-reach, reach]


def sides(left: float, right: float, top: float, lines_above: int) -> list[alt.Chart]:
    """Write at both ends of an axis which is worse and which better, under its title of some lines."""
    y = top + lines_above * line_height(SMALL_FONT)
    ends = {"worse": (WORSE, left, "left"), "better": (BETTER, right, "right")}
    return [
        words(name, x, y, align=align, color=INK.light, fontWeight="bold").properties(
            data=pd.DataFrame({name: [text]})
        )
        for name, (text, x, align) in ends.items()
    ]
