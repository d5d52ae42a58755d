"""The estimate by households is a regression with errors clustered by area, as statsmodels fits it."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.api import OLS

from resilience.places.area_sums import AreaSums, area_sums
from resilience.places.clustered import by_households, household_estimate, residuals

cells = st.tuples(st.integers(2, 30), st.floats(0, 1), st.integers(2, 30), st.floats(0, 1))


def survey(areas: list[tuple[int, float, int, float]]) -> pd.DataFrame:
    """Write a row a household; every second area stands in the programme."""
    rows = [
        (f"{number:02}", ("programme", "comparison")[number % 2], wave, float(place < share * households))
        for number, area in enumerate(areas)
        for wave, households, share in ((1, *area[:2]), (2, *area[2:]))
        for place in range(households)
    ]
    return pd.DataFrame(rows, columns=["area", "group", "wave", "outcome"])


def design(frame: pd.DataFrame) -> np.ndarray:
    programme, after = (frame["group"] == "programme").to_numpy(float), (frame["wave"] == 2).to_numpy(float)
    return np.column_stack([np.ones(len(frame)), programme, after, programme * after])


@settings(max_examples=30, deadline=None)
@given(st.lists(cells, min_size=8, max_size=12))
def test_it_is_that_of_statsmodels(areas: list[tuple[int, float, int, float]]) -> None:
    frame = survey(areas)
    fit = OLS(frame["outcome"].to_numpy(), design(frame)).fit(
        cov_type="cluster",
        cov_kwds={"groups": frame["area"].astype(int), "use_correction": True, "df_correction": True},
        use_t=True,
    )
    if fit.bse[3] < 1e-6:
        return
    found = by_households(area_sums(frame, "outcome"))
    assert found.estimate == pytest.approx(fit.params[3], abs=1e-12)
    assert found.se == pytest.approx(fit.bse[3])
    assert found.df == len(areas) - 1
    assert (found.ci_low, found.ci_high) == pytest.approx(tuple(fit.conf_int()[3]))
    assert found.p == pytest.approx(fit.pvalues[3])


@given(st.floats(-1, 1))
def test_residuals_with_a_fixed_difference_are_those_of_least_squares(difference: float) -> None:
    frame = survey([(5, 0.2, 9, 0.6), (8, 0.5, 3, 0.4), (12, 0.3, 7, 0.9), (4, 0.8, 6, 0.1)])
    columns = design(frame)
    outcome = frame["outcome"].to_numpy() - difference * columns[:, 3]
    fitted = columns[:, :3] @ np.linalg.lstsq(columns[:, :3], outcome, rcond=None)[0]
    expected = (outcome - fitted).reshape(-1)
    sums = frame.assign(outcome=expected).groupby(["group", "area", "wave"])["outcome"].sum().unstack()
    assert residuals(area_sums(frame, "outcome"), difference) == pytest.approx(sums.to_numpy(), abs=1e-9)


def test_an_area_with_more_answers_weighs_more() -> None:
    counts = np.array([[10.0, 10], [30, 30], [20, 20], [20, 20]])
    totals = counts * np.array([[0.2, 0.4], [0.2, 0.2], [0.5, 0.5], [0.5, 0.5]])
    sums = AreaSums(np.array([True, True, False, False]), counts, totals)
    assert household_estimate(sums) == pytest.approx(0.05)
