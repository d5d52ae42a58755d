"""Roots of a function."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.synthesis.roots import root


@given(st.floats(-50, 50), st.floats(0.01, 20))
def test_a_root_is_found_to_the_last_digit(at: float, steepness: float) -> None:
    found = root(lambda x: math.tanh(steepness * (x - at)) + (x - at) ** 3, -100.0, 101.0)
    assert found == pytest.approx(at, abs=1e-9)


@pytest.mark.parametrize(("low", "high"), [(0.0, 3.0), (-2.0, 0.0)])
def test_an_end_may_be_the_root(low: float, high: float) -> None:
    assert root(lambda x: x, low, high) == 0


def test_two_ends_of_one_sign_are_an_error() -> None:
    with pytest.raises(ValueError, match="one sign"):
        root(lambda x: x * x + 1, -1.0, 1.0)


def test_a_tolerance_stops_sooner() -> None:
    steps = []
    found = root(lambda x: steps.append(x) or x**3 - 2, 0.0, 100.0, 0.01)
    assert found == pytest.approx(2 ** (1 / 3), abs=0.01)
    exact_steps: list[float] = []
    root(lambda x: exact_steps.append(x) or x**3 - 2, 0.0, 100.0)
    assert len(steps) < len(exact_steps)
