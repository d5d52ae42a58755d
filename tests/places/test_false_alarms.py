"""A small run of the benchmark: the leading estimate sees no change where there is none."""

import pytest
from benchmarks.false_alarms import Design, count

RUNS = 400
# 7 in 100, and what 400 surveys can add to it by chance (two standard errors of 1.1).
BOUND = 0.07 + 0.022


@pytest.mark.parametrize(("programme", "comparison"), [(9, 9), (3, 9), (2, 10)])
@pytest.mark.parametrize("rho", [0.03, 0.1])
@pytest.mark.parametrize("sizes", ["equal", "unequal"])
def test_false_alarms_of_area_means_stay_near_five_in_a_hundred(
    programme: int, comparison: int, rho: float, sizes: str
) -> None:
    found = count(Design(programme, comparison, rho, sizes), RUNS, seed=1)
    assert 0.02 <= found.area_means <= BOUND


def test_with_two_areas_the_clustered_error_gives_false_alarms_and_the_bootstrap_none() -> None:
    found = count(Design(2, 10, 0.03, "equal"), 200, seed=1, peer_runs=20)
    assert found.households > 0.12
    assert found.wild_bootstrap < 0.03
    assert found.apart is not None
    assert found.apart < 1e-12
