"""An interval that ends at no effect does not exclude it, and a ratio of nothing can't be drawn."""

import pandas as pd
import pytest

from resilience.figures.forest import Scale, drawable, excludes_no_effect, whole_intervals

DIFFERENCE, RATIO = Scale("Mean difference", is_ratio=False), Scale("Odds ratio", is_ratio=True)


def rows(*intervals: tuple[float, float, float]) -> pd.DataFrame:
    return pd.DataFrame(intervals, columns=["value", "ci_low", "ci_high"])


@pytest.mark.parametrize(
    ("scale", "low", "high", "excluded"),
    [
        (DIFFERENCE, 0.1, 2, True),
        (DIFFERENCE, 0, 2, False),
        (DIFFERENCE, -2, 0, False),
        (DIFFERENCE, -2, -0.1, True),
        (RATIO, 1, 2, False),
        (RATIO, 0.5, 0.9, True),
    ],
)
def test_what_lies_on_one_side_of_no_effect(scale: Scale, low: float, high: float, excluded: bool) -> None:
    assert list(excludes_no_effect(rows(((low + high) / 2, low, high)), scale)) == [excluded]


def test_the_sentence_counts_whole_intervals_by_side() -> None:
    assert whole_intervals(rows((1, 0.5, 2), (0.5, 0, 1), (-1, -2, -0.5)), DIFFERENCE) == (
        "With the whole interval, 1 lies below 0 (the line of no difference) and 1 lies above it."
    )
    assert whole_intervals(rows((0.5, 0, 1)), DIFFERENCE) == (
        "No result lies with its whole interval on one side of 0 (the line of no difference)."
    )


def test_what_a_scale_can_not_show_is_left_out() -> None:
    frame = rows((0, 0, 1), (float("inf"), 1, 2), (2, 1, 3))
    assert list(drawable(frame, RATIO)["value"]) == [2]
    assert list(drawable(frame, DIFFERENCE)["value"]) == [0, 2]
