"""Charts whose right side is better: how a printed number is turned for that, and the words at both ends."""

import math
from collections.abc import Sequence

import altair as alt
import pandas as pd

from resilience.figures.layers import words
from resilience.figures.palette import INK
from resilience.figures.style import SMALL_FONT, line_height
from resilience.figures.words import with_interval

WORSE, BETTER = "\N{LEFTWARDS ARROW} worse", "better \N{RIGHTWARDS ARROW}"
LEAST_SHARE = 0.2
"""Of the longer side's length, how much the shorter side has at least, so that both can be named."""


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
