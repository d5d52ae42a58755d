"""What an evaluation of the programme's size could see, beside what it found."""

from dataclasses import dataclass

from resilience.places.design import AREA_MEMORY, LIKENESS, SHARE, plan_of
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Passage
from resilience.synthesis.power import Plan, power_of, smallest_change

POWER = 0.8


@dataclass(frozen=True)
class Likeness:
    """What can be seen if people in one area are so alike."""

    rho: float
    smallest: str
    times: str
    """How often, in 100 evaluations, the published estimate would be seen."""


@dataclass(frozen=True)
class PowerFacts:
    """What an evaluation of the programme's size could see, and what that assumes."""

    points: float
    power: str
    usual: Likeness
    upper: Likeness
    areas: int
    comparison_areas: int
    households: int
    share: str
    area_memory: float


def evaluation_power(pages: Pages, _: str) -> Passage:
    """Tell and tabulate the smallest change seen and the power at the published estimate, under assumptions.

    Raises IndexError where the survey has no wave or no estimate.
    """
    evaluation = pages.base.survey.evaluation
    points = evaluation.estimates[0].estimate or 0.0
    plans = [plan_of(evaluation, rho) for rho in LIKENESS]
    usual, upper = (_likeness(plan, points) for plan in plans)
    facts = PowerFacts(
        points=points,
        power=f"{100 * POWER:.0f}",
        usual=usual,
        upper=upper,
        areas=plans[0].areas,
        comparison_areas=plans[0].comparison_areas,
        households=plans[0].households,
        share=f"{100 * SHARE:.0f}",
        area_memory=AREA_MEMORY,
    )
    return Passage("prose/evaluation_power", facts, "evaluation_power")


def _likeness(plan: Plan, points: float) -> Likeness:
    return Likeness(
        rho=plan.rho,
        smallest=f"{100 * smallest_change(plan, POWER):.1f}",
        times=f"{100 * power_of(plan, points / 100):.0f}",
    )
