"""Axes keep values apart, and better is at one end."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.figures.axis import are_apart, log_axis, overhang, room_for_sides, sided, straight_axis

NUMBERS = st.floats(-1e6, 1e6, allow_subnormal=False).map(lambda value: round(value, 4))
RATIOS = st.floats(1e-4, 1e4)
RATIO = st.floats(0.01, 100)


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([0, 10], (0, 5, 10)),
        ([-0.34, 0.12], (-0.4, -0.2, 0, 0.2)),
        ([7, 7], (7, 7.5)),
        ([0, 0.3], (0, 0.1, 0.2, 0.3)),
    ],
)
def test_a_straight_axis_runs_between_round_numbers(values: list[float], ticks: tuple[float, ...]) -> None:
    assert straight_axis(values, 0, 300, 6).ticks == ticks


@pytest.mark.parametrize(
    ("values", "ticks"),
    [
        ([0.25, 1], (0.4, 0.6, 0.8, 1.0)),
        ([0.05, 12], (0.1, 0.3, 1, 3, 10)),
        ([0.001, 100], (0.001, 0.01, 0.1, 1, 10, 100)),
        ([1, 1], (0.9, 1, 1.1)),
    ],
)
def test_a_log_axis_has_round_ticks(values: list[float], ticks: tuple[float, ...]) -> None:
    assert log_axis(values, 0, 300, 6).ticks == ticks


@given(st.lists(NUMBERS, min_size=1), st.integers(3, 12))
def test_all_values_lie_on_a_straight_axis(values: list[float], ticks_at_most: int) -> None:
    axis = straight_axis(values, 0, 400, ticks_at_most)
    assert all(axis.low <= value <= axis.high for value in values)
    assert 2 <= len(axis.ticks) <= ticks_at_most + 1
    assert axis.at(axis.low) == pytest.approx(14)
    assert axis.at(axis.high) == pytest.approx(386)


@given(st.lists(RATIOS, min_size=1), st.integers(3, 12))
def test_a_log_axis_keeps_the_order_of_values(values: list[float], ticks_at_most: int) -> None:
    axis = log_axis(values, 0, 400, ticks_at_most)
    places = [axis.at(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(axis.low <= tick <= axis.high for tick in axis.ticks)
    assert len(axis.ticks) <= ticks_at_most + 1


def test_a_value_beyond_an_end_stands_at_that_end() -> None:
    axis = log_axis([0.5, 2], 0, 400, 5)
    assert axis.at(0) == axis.at(0.5)
    assert axis.at(100) == axis.at(2)


@given(st.lists(NUMBERS, min_size=1))
def test_a_mirrored_axis_runs_the_other_way(values: list[float]) -> None:
    axis = straight_axis(values, 0, 400, 6)
    mirrored = axis._replace(is_mirrored=True)
    assert all(mirrored.at(value) == pytest.approx(400 - axis.at(value)) for value in values)


def test_ticks_are_apart_where_their_words_are() -> None:
    assert are_apart(straight_axis([0, 90_000], 0, 400, 5))
    assert not are_apart(straight_axis([0, 90_000], 0, 200, 12))
    assert not are_apart(log_axis([1.1, 1.2], 0, 400, 5)._replace(ticks=(1.1,)))


def test_long_words_of_the_last_tick_hang_over() -> None:
    assert overhang(straight_axis([0, 5], 0, 400, 6)) == 0
    assert overhang(straight_axis([0, 900_000], 0, 400, 6)) > 0


def one(value: float, better: str = "lower", is_reverse: bool = False) -> pd.DataFrame:
    row = {"value": value, "ci_low": value / 2, "ci_high": value * 2, "better": better}
    return pd.DataFrame([row | {"is_reverse": is_reverse}])


@given(RATIO, st.booleans(), st.booleans(), st.booleans())
def test_a_turned_number_keeps_its_size_and_its_interval(
    value: float, is_lower: bool, is_reverse: bool, is_ratio: bool
) -> None:
    frame = one(value, "lower" if is_lower else "higher", is_reverse)
    shown, is_mirrored = sided(frame, is_ratio=is_ratio)
    low, drawn, high = (float(shown[end].iloc[0]) for end in ("ci_low", "value", "ci_high"))
    assert low <= drawn <= high
    if is_ratio:
        assert abs(math.log(drawn)) == pytest.approx(abs(math.log(value)))
    else:
        assert abs(drawn) == value
    goes_up = is_lower == is_reverse
    assert bool(shown["is_turned"].iloc[0]) == (goes_up == is_mirrored)
    assert is_mirrored == (is_ratio and not goes_up)


def test_ratios_are_read_as_most_are_printed() -> None:
    frame = pd.concat([one(0.5), one(0.7), one(1.6, "higher")], ignore_index=True)
    shown, is_mirrored = sided(frame, is_ratio=True)
    assert is_mirrored
    assert list(shown["is_turned"]) == [False, False, True]
    assert list(shown["value"]) == [0.5, 0.7, 1 / 1.6]


@given(st.lists(RATIO, min_size=1))
def test_the_shorter_side_has_a_share_of_the_longer(values: list[float]) -> None:
    low, high = room_for_sides(values, is_ratio=True)
    longest = max(abs(math.log(value)) for value in values)
    assert math.log(high) == pytest.approx(longest * 0.2)
    assert math.log(low) == pytest.approx(-longest * 0.2)
    assert room_for_sides(values, is_ratio=False) == [-max(values) * 0.2, max(values) * 0.2]
