"""Tails and quantiles are those of R, to twelve digits and in far tails too."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.synthesis.tables import Row, table

from resilience.synthesis import distributions
from resilience.synthesis.distributions import chi2_above, chi2_quantile, t_above, t_quantile

CHANCES = st.floats(1e-9, 1 - 1e-9)
DEGREES = st.integers(1, 500)


@pytest.mark.parametrize("row", table("distributions"), ids=lambda row: " ".join(row.values()))
def test_distributions(row: Row) -> None:
    function = getattr(distributions, row["name"])
    given_numbers = [float(row[key]) for key in ("x", "a", "b") if row[key]]
    assert function(*given_numbers) == pytest.approx(float(row["value"]), rel=2e-12, abs=1e-300)


@given(CHANCES, DEGREES)
def test_a_quantile_of_t_has_its_chance_below_it(p: float, df: int) -> None:
    assert 1 - t_above(t_quantile(p, df), df) == pytest.approx(p, abs=1e-12)


@given(CHANCES, DEGREES)
def test_a_quantile_of_chi2_has_its_chance_below_it(p: float, df: int) -> None:
    assert 1 - chi2_above(chi2_quantile(p, df), df) == pytest.approx(p, abs=1e-12)


@given(st.floats(-50, 50), DEGREES)
def test_t_is_even(t: float, df: int) -> None:
    assert t_above(t, df) + t_above(-t, df) == pytest.approx(1)


@given(st.floats(), st.one_of(st.floats(0.5, 1e4), st.just(math.nan)))
def test_whatever_a_tail_is_asked_it_answers(x: float, df: float) -> None:
    """An answer, or that there is none; a sum that does not end would hold up a page for ever."""
    for function in (t_above, chi2_above):
        found = function(x, df)
        assert math.isnan(found) or 0 <= found <= 1
