"""The programme's own evaluation as a plan."""

import pytest
from tests.frozen import book

from resilience.places.design import plan_of, start_of
from resilience.synthesis.planned import planned
from resilience.synthesis.power import Plan, power_of, smallest_change

EVALUATION = book().survey.evaluation


def test_it_has_the_published_areas_and_households() -> None:
    assert plan_of(EVALUATION) == Plan(9, 9, 167, 0.5, 0.02, area_memory=0.8)


@pytest.mark.parametrize(("rho", "smallest", "power"), [(0.02, 9.8, 0.56), (0.05, 12.4, 0.38)])
def test_what_it_could_see_is_what_was_worked_out_apart(rho: float, smallest: float, power: float) -> None:
    # That took the power from the normal distribution, which gives a little less.
    plan = plan_of(EVALUATION, rho)
    assert 100 * smallest_change(plan) == pytest.approx(smallest, abs=0.1)
    assert power_of(plan, 0.075) == pytest.approx(power, abs=0.01)


def test_a_plan_starts_with_it_as_people_write_it() -> None:
    start = start_of(EVALUATION)
    assert (start["share"], start["change"], start["drop_out"]) == (50, 7.5, 0)
    assert planned(start).plan == plan_of(EVALUATION)
