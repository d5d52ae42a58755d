"""How small a change an evaluation can see that compares areas before and after.

Two groups of areas, one or more waves before and after. The variance of a change in one area follows Hooper
R, Bourke L. Cluster randomised trials with repeated cross sections. BMJ 2015;350:h2925, and Teerenstra S
and others. A simple sample size formula for analysis of covariance in cluster randomized trials. Stat Med
2012;31:2169-2178: any two waves are equally alike, and the mean of the waves before is set against the mean
of those after. With one wave on each side and neither memory of areas nor of people it is twice the
variance of one wave with the design effect 1 + (m - 1) rho of Donner A, Klar N. Design and analysis of
cluster randomization trials in health research. Arnold, 2000.

Where r is the correlation of an area's mean before with its mean after, the change has 2 (1 - r) times the
variance of one wave. An analysis of covariance, which adjusts the mean after for the mean before, leaves
1 - r squared times of it: never more (Teerenstra and others).
"""

import math
from dataclasses import dataclass

from resilience.synthesis.distributions import t_above, t_quantile
from resilience.synthesis.effects import CannotPool

FEWEST_AREAS = 4
"""An evaluation with fewer areas in a group is neither planned nor analysed."""
ROUNDING = 1e-12
"""What sums of variances leave where they should leave nothing."""
FEW_AREAS = 10
"""Below this number of areas in a group, plans carry a note."""
HANGS = "With so few areas one odd area weighs much, and much hangs on the likeness that is assumed."
COSTS = (
    "With so few areas the adjustment costs part of its gain, so the real power is likely lower than this."
)


@dataclass(frozen=True)
class Plan:
    """An evaluation of areas with the activity and comparison areas, before and after."""

    areas: int
    """Areas with the activity."""
    comparison_areas: int
    households: int
    """Households in each area and wave, before drop-out."""
    spread: float
    """Standard deviation of the outcome between people; for a share p it is sqrt(p (1 - p))."""
    rho: float
    """Intra-area correlation: the share of the variance that lies between areas, 0 to 1."""
    area_memory: float = 0.8
    """Correlation of an area's mean with itself at another wave, 0 to 1."""
    same_people: float = 0.0
    """Correlation of one person's answers at two waves; 0 where other people are asked."""
    drop_out: float = 0.0
    """Share of households missing in each wave after, 0 to 1."""
    waves_before: int = 1
    waves_after: int = 1
    adjusted: bool = False
    """Whether the analysis adjusts the waves after for the waves before, in place of taking the change."""

    def __post_init__(self) -> None:
        for fault in _faults(self):
            raise CannotPool(fault)

    @property
    def df(self) -> int:
        """Degrees of freedom: areas less the two groups, and less the slope of an adjustment."""
        return self.areas + self.comparison_areas - 2 - self.adjusted

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know."""
        if min(self.areas, self.comparison_areas) >= FEW_AREAS:
            return ()
        return (HANGS, COSTS) if self.adjusted else (HANGS,)


def share_spread(share: float) -> float:
    """Give the standard deviation of a yes or no answer that a share of people gives."""
    if not 0 < share < 1:
        raise CannotPool("A share must lie between 0 and 1.")
    return math.sqrt(share * (1 - share))


def standard_error(plan: Plan) -> float:
    """Give the standard error of the difference in change, or in adjusted means, between the two groups."""
    return math.sqrt(_change_of_an_area(plan) * (1 / plan.areas + 1 / plan.comparison_areas))


def _change_of_an_area(plan: Plan) -> float:
    """Give the variance by chance of the change, or of the adjusted mean, of one area."""
    before, after, shared = _one_area(plan)
    return after - shared**2 / before if plan.adjusted else before + after - 2 * shared


def _one_area(plan: Plan) -> tuple[float, float, float]:
    """Give the variances of one area's mean before and after, and their covariance."""
    people = plan.spread**2 * (1 - plan.rho)
    places = plan.spread**2 * plan.rho
    before, after = (
        people * _mean_of_waves(waves, plan.same_people) / households
        + places * _mean_of_waves(waves, plan.area_memory)
        for waves, households in (
            (plan.waves_before, plan.households),
            (plan.waves_after, plan.households * (1 - plan.drop_out)),
        )
    )
    return before, after, people * plan.same_people / plan.households + places * plan.area_memory


def _mean_of_waves(waves: int, memory: float) -> float:
    """Variance of the mean of `waves` values of variance 1, any two of them correlated by `memory`."""
    return (1 + (waves - 1) * memory) / waves


def smallest_change(plan: Plan, power: float = 0.8, alpha: float = 0.05) -> float:
    """Give the smallest difference in change that is seen with a power, by a two-sided test at `alpha`."""
    return (t_quantile(1 - alpha / 2, plan.df) + t_quantile(power, plan.df)) * standard_error(plan)


def power_of(plan: Plan, change: float, alpha: float = 0.05) -> float:
    """Give how often such an evaluation sees a difference in change of this size."""
    return t_above(t_quantile(1 - alpha / 2, plan.df) - abs(change) / standard_error(plan), plan.df)


def design_effect(households: float, rho: float) -> float:
    """Give how many times as many people are needed as without areas, in one wave (Donner and Klar, 2000)."""
    return 1 + (households - 1) * rho


def _faults(plan: Plan) -> list[str]:
    faults = []
    if min(plan.areas, plan.comparison_areas) < FEWEST_AREAS:
        faults.append(
            f"Each group needs at least {FEWEST_AREAS} areas, "
            "for fewer can't show how much areas differ by chance."
        )
    if plan.households < 1:
        faults.append("Each area needs at least one household.")
    if min(plan.waves_before, plan.waves_after) < 1:
        faults.append("At least one wave is needed before, and one after.")
    if not plan.spread > 0:
        faults.append("The outcome must differ between people.")
    names = {
        "rho": "intra-area correlation",
        "area_memory": "memory of areas",
        "same_people": "memory of people",
    }
    faults += [
        f"The {name} must lie between 0 and 1."
        for field, name in names.items()
        if not 0 <= getattr(plan, field) <= 1
    ]
    if not 0 <= plan.drop_out < 1:
        faults.append("The drop-out must lie between 0 and 1, and some must stay.")
    if not faults and _change_of_an_area(plan) <= ROUNDING * plan.spread**2:
        faults.append(
            "These numbers leave nothing to chance, as no evaluation does: "
            "lower the memory of people or of areas."
        )
    return faults
