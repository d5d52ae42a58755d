"""The design of the programme's own evaluation as a plan, with what nobody published assumed."""

from resilience.records.survey import Evaluation
from resilience.synthesis.planned import CHANGE, OF_PLAN, PERCENT
from resilience.synthesis.power import Plan, share_spread

SHARE = 0.5
"""The share who say yes before: the one with the widest spread."""
LIKENESS = (0.02, 0.05)
"""Intra-area correlation: in the middle and at the upper end of what is usual."""
AREA_MEMORY = 0.8
SAME_PEOPLE = 0.0


def plan_of(evaluation: Evaluation, rho: float = LIKENESS[0]) -> Plan:
    """Give the plan with the programme's areas and its households shared out evenly, one wave on each side.

    Raises IndexError where the survey has no wave, and CannotPool where no number of households was seen.
    """
    areas = evaluation.areas
    households = evaluation.waves[0].households_approx or 0
    return Plan(
        areas=areas.intervention,
        comparison_areas=areas.comparison,
        households=round(households / (areas.intervention + areas.comparison)),
        spread=share_spread(SHARE),
        rho=rho,
        area_memory=AREA_MEMORY,
        same_people=SAME_PEOPLE,
    )


def start_of(evaluation: Evaluation) -> dict[str, float | str]:
    """Give the numbers that a plan starts with, as people write them (`synthesis/planned`).

    The programme's own where it published them, else what is assumed. Raises as `plan_of` does.
    """
    plan = plan_of(evaluation)
    numbers = {name: getattr(plan, name) for name in OF_PLAN} | {"share": SHARE}
    return {
        **{name: 100 * number if name in PERCENT else number for name, number in numbers.items()},
        "change": evaluation.estimates[0].estimate or 0.0,
        "analysis": CHANGE,
    }
