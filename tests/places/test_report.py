"""What the page on the analysis shows, and what would undo an estimate."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from resilience.places.estimate import Estimate, Method
from resilience.places.evaluation import Difference, difference_in_differences
from resilience.places.report import (
    NO_EARLIER_WAVES,
    against_truth,
    comparison_change,
    in_words,
    means_table,
    methods_table,
    placebo_in_words,
    points,
    trend_in_words,
    undoing,
)
from resilience.places.synthetic import synthetic_households

TRUTH = 0.075
FOUND = [difference_in_differences(synthetic_households(TRUTH, households=40, seed=seed)) for seed in (1, 2)]
TREND_FOUND = difference_in_differences(synthetic_households(0.1, areas=4, households=20))


def test_each_survey_has_a_row_and_the_truth_the_last() -> None:
    frame = against_truth(FOUND, TRUTH)
    assert frame["label"].tolist() == ["Survey 1", "Survey 2", "Truth"]
    assert frame.iloc[-1].tolist() == ["Truth", 7.5, 7.5, 7.5, True]
    assert frame["value"][0] == round(100 * FOUND[0].leading.estimate, 1)


def test_the_sentence_counts_the_intervals_that_hold_the_truth() -> None:
    held = sum(one.leading.ci_low <= TRUTH <= one.leading.ci_high for one in FOUND)
    assert in_words(FOUND, TRUTH).startswith(
        f"On made-up data {held} of 2 intervals hold the truth of 7.5 points; "
    )


def test_means_are_in_points_of_a_hundred() -> None:
    table = means_table(FOUND[0])
    assert len(table) == 4
    assert table["Share, of 100"].between(0, 100).all()
    assert table["Answers"].sum() == FOUND[0].people


def test_each_method_has_a_row_the_leading_one_first() -> None:
    table = methods_table(FOUND[0])
    assert table["Method"].tolist() == [
        "Change of area means, t",
        "Households, CR1, t",
        "Households, wild bootstrap",
    ]
    assert table["Points of 100"][0] == round(100 * FOUND[0].leading.estimate, 1)


def with_interval(estimate: float, low: float, high: float) -> Difference:
    leading = Estimate(Method.AREA_MEANS, estimate, low, high, p=0.03)
    return replace(TREND_FOUND, estimates=(leading, *TREND_FOUND.estimates[1:]))


@pytest.mark.parametrize(
    ("estimate", "low", "high", "to_doubt"),
    [(0.075, 0.016, 0.135, 0.016), (-0.075, -0.135, -0.016, -0.016), (0.02, -0.01, 0.05, 0.0)],
)
def test_the_trends_that_undo_an_estimate(estimate: float, low: float, high: float, to_doubt: float) -> None:
    found = undoing(with_interval(estimate, low, high).leading)
    assert found == (estimate, to_doubt)


def test_a_trend_of_this_size_added_to_the_data_does_undo_it() -> None:
    frame = synthetic_households(0.3, areas=5, households=40)
    before = difference_in_differences(frame)
    trend = undoing(before.leading)
    raised = (frame["group"] == "programme") & (frame["wave"] == 2)
    for shift, check in (
        (trend.to_none, lambda one: one.estimate),
        (trend.to_doubt, lambda one: one.ci_low),
    ):
        after = difference_in_differences(frame.assign(outcome=frame["outcome"] - shift * raised))
        assert check(after.leading) == pytest.approx(0, abs=1e-9)


def test_it_is_said_in_points_beside_how_much_comparison_areas_changed() -> None:
    said = trend_in_words(with_interval(0.075, 0.016, 0.135), points)
    assert said.startswith("A drift of +7.5 points that the programme did not cause")
    assert "a drift of +1.6 points would bring its interval to include 0" in said
    assert f"comparison areas themselves changed by {points(comparison_change(TREND_FOUND))} between" in said
    assert said.endswith(NO_EARLIER_WAVES)


def test_an_interval_that_includes_none_needs_no_trend() -> None:
    assert "; its interval includes 0 already." in trend_in_words(with_interval(0.02, -0.01, 0.05), points)


@pytest.mark.parametrize(
    ("words", "interval"),
    [
        ("no sign that the groups drifted apart", (-0.01, 0.05)),
        ("may have made the main difference too", (0.01, 0.05)),
    ],
)
def test_what_a_placebo_outcome_says(words: str, interval: tuple[float, float]) -> None:
    said = placebo_in_words(with_interval(0.02, *interval), points)
    assert words in said
    assert said.startswith("Difference in change of the placebo outcome: +2.0 points (")


def test_a_minus_is_a_minus_sign() -> None:
    write: Callable[[float], str] = points
    assert write(-0.0123) == "−1.2 points"
