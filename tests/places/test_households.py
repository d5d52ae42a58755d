"""The two estimates by households agree with statsmodels and with signs gone through one by one."""

from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.api import OLS

from resilience.places import households
from resilience.places.area_sums import AreaSums, area_sums
from resilience.places.households import (
    by_households,
    by_wild_bootstrap,
    household_estimate,
    p_value,
    residuals,
    signs,
)

cells = st.tuples(st.integers(2, 30), st.floats(0, 1), st.integers(2, 30), st.floats(0, 1))
# Answers and how many said yes, before and after.
FOUR_AND_FOUR = (
    [(20, 8, 18, 11), (25, 9, 25, 12), (30, 14, 22, 15), (15, 4, 16, 9)],
    [(20, 9, 20, 8), (28, 10, 24, 9), (18, 9, 21, 11), (22, 7, 20, 9)],
)
FOUR_AND_SEVEN = (
    [(12, 5, 14, 7), (35, 11, 30, 14), (24, 10, 26, 17), (18, 9, 15, 8)],
    [
        (16, 6, 18, 7),
        (40, 15, 36, 12),
        (21, 11, 19, 9),
        (27, 8, 25, 11),
        (14, 4, 13, 3),
        (30, 16, 33, 16),
        (19, 9, 22, 12),
    ],
)
Group = list[tuple[int, int, int, int]]


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


def wild_bootstrap_survey(programme: Group, comparison: Group) -> AreaSums:
    cells = np.array([*programme, *comparison], dtype=float)
    own = np.arange(len(cells)) < len(programme)
    return AreaSums(own, cells[:, [0, 2]], cells[:, [1, 3]])


@pytest.mark.parametrize(
    ("groups", "difference", "expected"),
    [
        # wildboottest 0.3.2 (type 11, null imposed, Rademacher, all signs) gives these.
        (FOUR_AND_FOUR, 0.0, 0.0234375),
        (FOUR_AND_FOUR, 0.05, 0.0625),
        (FOUR_AND_FOUR, -0.1, 0.0078125),
        (FOUR_AND_SEVEN, 0.0, 0.0625),
    ],
)
def test_p_is_that_of_another_program(
    groups: tuple[Group, Group], difference: float, expected: float
) -> None:
    assert p_value(wild_bootstrap_survey(*groups), difference) == expected


@pytest.mark.parametrize("difference", [0.0, 0.1])
def test_p_is_that_of_the_textbook(difference: float) -> None:
    made = wild_bootstrap_survey(*FOUR_AND_FOUR)
    rows = [
        (area, made.programme[area], wave, float(answer))
        for area in range(made.areas)
        for wave in (0, 1)
        for answer in np.arange(made.counts[area, wave]) < made.totals[area, wave]
    ]
    area, programme, after, outcome = np.array(rows, dtype=float).T
    columns = np.column_stack([np.ones(len(area)), programme, after, programme * after])
    shifted = outcome - difference * columns[:, 3]
    null = OLS(shifted, columns[:, :3]).fit()

    def t_of(answers: np.ndarray) -> float:
        fit = OLS(answers, columns).fit(cov_type="cluster", cov_kwds={"groups": area})
        return abs(float(fit.tvalues[3]))

    observed = t_of(shifted)
    drawn = [
        t_of(null.fittedvalues + np.array([1, *chosen])[area.astype(int)] * null.resid)
        for chosen in product([1, -1], repeat=made.areas - 1)
    ]
    as_far = np.mean([t >= observed * (1 - 1e-9) for t in drawn])
    assert p_value(made, difference) == pytest.approx(as_far)


def test_the_interval_holds_what_the_test_does_not_turn_down() -> None:
    made = wild_bootstrap_survey(*FOUR_AND_SEVEN)
    found = by_wild_bootstrap(made)
    assert found.ci_low < found.estimate < found.ci_high
    width = found.ci_high - found.ci_low
    for end, out in ((found.ci_low, -1), (found.ci_high, 1)):
        assert p_value(made, end - out * width / 100) > 0.05
        assert p_value(made, end + out * width / 100) <= 0.05
    assert found.p == p_value(made)


def test_few_areas_go_through_all_signs_and_many_draw_the_same_ones_each_time() -> None:
    assert len({tuple(row) for row in signs(8)}) == 2**7
    assert (signs(8)[:, 0] == 1).all()
    assert signs(15).shape == (households.DRAWS, 15)
    before = signs(15).copy()
    signs.cache_clear()
    assert (signs(15) == before).all()
    assert set(np.unique(before)) == {-1.0, 1.0}


def test_drawn_signs_come_near_to_all_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    made = wild_bootstrap_survey(*FOUR_AND_SEVEN)
    all_signs = p_value(made)
    monkeypatch.setattr(households, "ENUMERATED", 0)
    signs.cache_clear()
    assert p_value(made) == pytest.approx(all_signs, abs=0.01)
    signs.cache_clear()
