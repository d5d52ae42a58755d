"""Effects: what is drawn, what is counted, and what is left out in words."""

from typing import Any

import pandas as pd
import pytest

from resilience.figures.effects import effects
from resilience.figures.figure import Figure
from resilience.records.vocabulary import Direction, Metric


def result(
    value: float | None, low: float | None, high: float | None, direction: str = "benefit"
) -> dict[str, Any]:
    return {
        "work": "Mead and others, 2010",
        "measure": "depression",
        "direction": direction,
        "value": value,
        "ci_low": low,
        "ci_high": high,
    }  # fmt: skip


def odds(*results: dict[str, Any], metric: Metric = Metric.OR) -> Figure:
    return effects(pd.DataFrame(results), metric, title="T")


@pytest.mark.parametrize(
    ("results", "sentence"),
    [
        (
            [result(0.8, 0.7, 0.9), result(0.9, 0.8, 1.1, "no-difference"), result(1.5, 1.2, 1.9, "harm")],
            "Of 3 results, 1 points to benefit, 1 shows no difference and 1 points to harm. "
            "With the whole interval, 1 lies below 1 (the line of no difference) and 1 lies above it.",
        ),
        (
            [result(0.9, None, None), result(0.8, 0.5, 1.2)],
            "All 2 results point to benefit. "
            "No result lies with its whole interval on one side of 1 (the line of no difference).",
        ),
        (
            [result(0.8, 0.7, 0.9), result(None, 0.2, 0.9), result(-1, 0.2, 0.9)],
            "The one result points to benefit. With the whole interval, "
            "1 lies below 1 (the line of no difference). 2 more give no such number.",
        ),
    ],
    ids=["each side", "no clear side", "not drawn"],
)
def test_the_sentence_counts_directions_and_intervals(results: list[dict[str, Any]], sentence: str) -> None:
    assert odds(*results).sentence == sentence


def test_a_difference_is_compared_with_nought() -> None:
    figure = odds(result(-0.3, -0.5, -0.1), metric=Metric.SMD)
    assert "below 0" in figure.sentence


def test_the_table_keeps_results_that_cannot_be_drawn() -> None:
    table = odds(result(0.8, 0.7, 0.9), result(None, None, None, "unclear")).table
    assert list(table.columns) == ["Study", "Result", "Direction", "Odds ratio", "95% interval from", "to"]
    assert list(table["Direction"]) == ["Benefit", "Unclear"]


def test_nothing_to_draw_is_an_error() -> None:
    with pytest.raises(ValueError, match="No result has a value in Odds ratio"):
        odds(result(None, None, None))


def test_an_interval_is_drawn_to_scale_and_one_not_seen_has_no_length() -> None:
    spec = odds(result(2, 1, 4), result(1, None, None)).payload()["wide"]
    first, second = (row for rows in spec["datasets"].values() for row in rows if "low_x" in row)
    assert first["x"] - first["low_x"] == pytest.approx(first["high_x"] - first["x"], abs=0.2)
    assert second["low_x"] == second["x"] == second["high_x"]


def test_a_limit_that_a_log_scale_cannot_show_ends_at_the_axis() -> None:
    spec = odds(result(0.5, 0, 2)).payload()["wide"]
    (row,) = (row for rows in spec["datasets"].values() for row in rows if "low_x" in row)
    assert row["low_x"] == row["x"]


def test_no_two_directions_share_a_shape() -> None:
    spec = odds(*(result(1, 0.5, 2, direction) for direction in Direction)).payload()["wide"]
    shapes = {row["shape"] for rows in spec["datasets"].values() for row in rows if "key" in row}
    assert len(shapes) == len(Direction)
