"""Sides: turning says the same of the opposite, and both sides have room."""

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.figures.sides import room_for_sides, sided

RATIO = st.floats(0.01, 100)


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
