"""What an evaluation of the programme's size could see, beside what it found."""

from resilience.places.design import AREA_MEMORY, LIKENESS, SHARE, plan_of
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Line, paragraph, table
from resilience.site.pages.common import Pages
from resilience.synthesis.power import Plan, power_of, smallest_change

POWER = 0.8
HEADER = (
    "Intra-area correlation, assumed",
    f"Smallest change seen {100 * POWER:.0f} times in 100, points",
)


def evaluation_power(pages: Pages, _: str) -> list[Block]:
    """Tell and tabulate the smallest change seen and the power at the published estimate, under assumptions.

    Raises IndexError where the survey has no wave or no estimate.
    """
    evaluation = pages.base.survey.evaluation
    published = evaluation.estimates[0].estimate or 0.0
    plans = [plan_of(evaluation, rho) for rho in LIKENESS]
    rows: list[tuple[Line, ...]] = [
        (words.number(plan.rho), f"{100 * smallest_change(plan, POWER):.1f}", _times(plan, published))
        for plan in plans
    ]
    header = (*HEADER, f"A change of {words.number(published)} points is seen, times in 100")
    return [
        paragraph([_said(plans, published)]),
        table("What an evaluation of this size can see", header, rows),
        paragraph([_assumed(plans[0])]),
    ]


def _times(plan: Plan, points: float) -> str:
    return f"{100 * power_of(plan, points / 100):.0f}"


def _said(plans: list[Plan], published: float) -> str:
    usual, upper = plans
    return (
        f"How often would an evaluation of this size see a true change of {words.number(published)} points? "
        "It depends on how alike people in one area are (the intra-area correlation). "
        f"Of 100 such evaluations {_times(usual, published)} would see it if that is "
        f"{words.number(usual.rho)}, and {_times(upper, published)} if it is {words.number(upper.rho)}. "
        f"Planners usually ask for {100 * POWER:.0f}."
    )


def _assumed(plan: Plan) -> str:
    return (
        "The assumptions are ours, not the paper's: "
        f"{plan.areas} and {plan.comparison_areas} areas with {plan.households} households in each wave, "
        f"a share of {100 * SHARE:.0f} in 100 before, other people asked in the second wave, "
        f"and a correlation of {words.number(AREA_MEMORY)} between an area's true shares in the two waves."
    )
