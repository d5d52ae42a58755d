"""Power follows published formulas, and simulation agrees."""

import random
from dataclasses import replace
from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.synthesis import CannotPool
from resilience.synthesis.power import (
    COSTS,
    HANGS,
    Plan,
    design_effect,
    power_of,
    share_spread,
    smallest_change,
    standard_error,
)

PLAN = Plan(areas=10, comparison_areas=10, households=150, spread=0.5, rho=0.02)
plans = st.builds(
    Plan,
    areas=st.integers(4, 60),
    comparison_areas=st.integers(4, 60),
    households=st.integers(2, 500),
    spread=st.floats(0.1, 20),
    rho=st.floats(0, 0.5),
    area_memory=st.floats(0, 1),
    same_people=st.floats(0, 0.9),
    drop_out=st.floats(0, 0.6),
    waves_before=st.integers(1, 5),
    waves_after=st.integers(1, 5),
    adjusted=st.booleans(),
)


@pytest.mark.parametrize(
    ("households", "rho", "effect"), [(1, 0.05, 1), (20, 0.05, 1.95), (101, 0.01, 2), (150, 0.02, 3.98)]
)
def test_the_design_effect_is_that_of_donner_and_klar(households: int, rho: float, effect: float) -> None:
    assert design_effect(households, rho) == pytest.approx(effect)


@given(st.integers(2, 300), st.floats(0, 0.5))
def test_without_memory_it_is_two_waves_with_the_design_effect(households: int, rho: float) -> None:
    plan = Plan(10, 10, households, 1.0, rho, area_memory=0, same_people=0)
    one_wave = design_effect(households, rho) / households
    assert standard_error(plan) ** 2 == pytest.approx(2 * one_wave * (1 / 10 + 1 / 10))


@given(plans)
def test_the_smallest_change_is_seen_with_its_power(plan: Plan) -> None:
    assert power_of(plan, smallest_change(plan, 0.8)) == pytest.approx(0.8, abs=1e-6)


@given(st.integers(1, 5), st.floats(0, 1), st.booleans())
def test_a_plan_that_leaves_nothing_to_chance_is_refused(waves: int, rho: float, adjusted: bool) -> None:
    with pytest.raises(CannotPool, match="leave nothing to chance"):
        Plan(
            9, 9, 167, 0.5, rho, area_memory=1, same_people=1,
            waves_before=waves, waves_after=waves, adjusted=adjusted,
        )  # fmt: skip


def test_a_little_chance_is_enough() -> None:
    plan = replace(PLAN, rho=0, same_people=0.999)
    assert 0 < smallest_change(plan) < 1
    assert 0 < power_of(plan, 0.001) < 1


@given(plans)
def test_more_areas_more_people_and_fewer_lost_see_smaller_changes(plan: Plan) -> None:
    smallest = smallest_change(plan)
    assert smallest_change(replace(plan, areas=plan.areas + 1)) <= smallest
    assert smallest_change(replace(plan, drop_out=0.0, same_people=0.0)) <= smallest_change(
        replace(plan, same_people=0.0)
    ) * (1 + 1e-12)
    assert smallest_change(replace(plan, households=2 * plan.households)) <= smallest * (1 + 1e-12)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"areas": 3}, "at least 4 areas"),
        ({"households": 0}, "at least one household"),
        ({"rho": 1.5}, "intra-area correlation must lie between 0 and 1"),
        ({"drop_out": 1.0}, "some must stay"),
        ({"spread": 0.0}, "must differ between people"),
        ({"waves_after": 0}, "one wave is needed before, and one after"),
        ({"rho": 0.0, "same_people": 1.0}, "leave nothing to chance"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(change: dict[str, float], sentence: str) -> None:
    with pytest.raises(CannotPool, match=sentence):
        replace(PLAN, **change)


@given(plans, st.integers(1, 4))
def test_more_waves_never_see_less(plan: Plan, more: int) -> None:
    longer = replace(plan, waves_before=plan.waves_before + more, waves_after=plan.waves_after + more)
    assert smallest_change(longer) <= smallest_change(plan) * (1 + 1e-12)


def test_waves_count_as_hooper_and_bourke_say() -> None:
    # With m people in each wave, the variance of one wave V and the correlation r of an area's means at two
    # waves, the mean of b waves before against a after has the variance V (1 - r) (1/b + 1/a).
    plan = Plan(10, 10, 50, 1.0, 0.05, area_memory=0.6, waves_before=2, waves_after=3)
    one_wave = design_effect(50, 0.05) / 50
    alike = 50 * 0.05 * 0.6 / design_effect(50, 0.05)
    expected = one_wave * (1 - alike) * (1 / 2 + 1 / 3) * (1 / 10 + 1 / 10)
    assert standard_error(plan) ** 2 == pytest.approx(expected)


def test_an_adjusted_analysis_leaves_one_less_r_squared() -> None:
    # By hand: V = 0.25 (0.98 / 100 + 0.02), r = 0.004 / V; 2 V (1 - r) and V (1 - r^2), times 2 / 9.
    plan = Plan(9, 9, 100, 0.5, 0.02, area_memory=0.8)
    assert standard_error(plan) == pytest.approx(0.039158, abs=5e-7)
    assert standard_error(replace(plan, adjusted=True)) == pytest.approx(0.034326, abs=5e-7)
    assert (plan.df, replace(plan, adjusted=True).df) == (16, 15)


@given(plans)
def test_an_adjusted_analysis_never_has_the_larger_error(plan: Plan) -> None:
    adjusted, change = (standard_error(replace(plan, adjusted=choice)) for choice in (True, False))
    assert adjusted <= change * (1 + 1e-12)


@given(plans)
def test_without_memory_an_adjusted_analysis_uses_the_waves_after_alone(plan: Plan) -> None:
    forgetful = replace(plan, area_memory=0.0, same_people=0.0, adjusted=True)
    kept = plan.households * (1 - plan.drop_out)
    after = plan.spread**2 * ((1 - plan.rho) / kept + plan.rho) / plan.waves_after
    groups = 1 / plan.areas + 1 / plan.comparison_areas
    assert standard_error(forgetful) ** 2 == pytest.approx(after * groups)


def test_the_spread_of_a_share() -> None:
    assert share_spread(0.5) == 0.5
    with pytest.raises(CannotPool):
        share_spread(0.0)


def test_few_areas_carry_a_note() -> None:
    assert replace(PLAN, areas=4).notes == (HANGS,)
    assert replace(PLAN, areas=4, adjusted=True).notes == (HANGS, COSTS)
    assert not PLAN.notes


@pytest.mark.slow
@pytest.mark.parametrize(
    ("memory", "people", "drop_out", "before", "after"),
    [(0.0, 0.0, 0.0, 1, 1), (0.8, 0.0, 0.3, 1, 1), (0.5, 0.6, 0.0, 1, 1), (0.5, 0.6, 0.25, 2, 3)],
)
def test_simulation_agrees_with_the_standard_error(
    memory: float, people: float, drop_out: float, before: int, after: int
) -> None:
    plan = Plan(8, 8, 40, 1.0, 0.1, memory, people, drop_out, before, after)
    source = random.Random(1)
    found = [simulated(plan, source) for _ in range(600)]
    assert fmean(found) == pytest.approx(0, abs=0.05)
    # The standard deviation of 600 draws is within 9 in 100 of the truth nearly always.
    assert stdev(found) == pytest.approx(standard_error(plan), rel=0.09)


@pytest.mark.slow
def test_simulation_agrees_with_the_error_of_an_adjusted_analysis() -> None:
    # With many areas the slope itself costs next to nothing.
    plan = Plan(60, 60, 10, 1.0, 0.1, 0.8, adjusted=True)
    source = random.Random(1)
    found = [adjusted(plan, source) for _ in range(300)]
    assert stdev(found) == pytest.approx(standard_error(plan), rel=0.12)


def adjusted(plan: Plan, source: random.Random) -> float:
    """Draw one evaluation without any effect, and give the difference in means after, adjusted for before."""
    groups = [[waves(plan, source) for _ in range(areas)] for areas in (plan.areas, plan.comparison_areas)]
    centred = [(b - fmean(x for x, _ in own), a - fmean(y for _, y in own)) for own in groups for b, a in own]
    slope = sum(b * a for b, a in centred) / sum(b * b for b, _ in centred)
    programme, comparison = (fmean(a - slope * b for b, a in own) for own in groups)
    return programme - comparison


def simulated(plan: Plan, source: random.Random) -> float:
    """Draw one evaluation without any effect, and give the difference in change."""
    groups = [[change(plan, source) for _ in range(areas)] for areas in (plan.areas, plan.comparison_areas)]
    return fmean(groups[0]) - fmean(groups[1])


def change(plan: Plan, source: random.Random) -> float:
    """Draw the change of one area: the mean of its waves after, less the mean of its waves before."""
    before, after = waves(plan, source)
    return after - before


def waves(plan: Plan, source: random.Random) -> tuple[float, float]:
    """Draw the mean of the waves before and of those after in one area."""
    before, after = plan.waves_before, plan.waves_after

    def values(correlation: float, sd: float) -> list[float]:
        shared = source.gauss(0, sd * correlation**0.5)
        rest = sd * (1 - correlation) ** 0.5
        return [shared + source.gauss(0, rest) for _ in range(before + after)]

    area = values(plan.area_memory, plan.rho**0.5)
    persons = [values(plan.same_people, (1 - plan.rho) ** 0.5) for _ in range(plan.households)]
    kept = persons[: round(plan.households * (1 - plan.drop_out))]
    means = [
        area[wave] + fmean(person[wave] for person in (persons if wave < before else kept))
        for wave in range(before + after)
    ]
    return fmean(means[:before]), fmean(means[before:])
