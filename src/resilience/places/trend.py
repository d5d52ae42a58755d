"""How large a difference in trend between the groups would undo an estimate.

A difference-in-differences holds if both groups would have changed alike without the programme. Rambachan A,
Roth J. A more credible approach to parallel trends. Rev Econ Stud 2023;90:2555-2591, ask how far they would
have to drift apart for a result to fall, and set that against how far they drifted apart in earlier waves.
With one wave before and one after there are no earlier ones to set it against. What is left is arithmetic: a
difference in trend of d between the waves moves the estimate and its interval by d.
"""

from collections.abc import Callable
from typing import NamedTuple

from resilience.places.estimate import Estimate
from resilience.places.evaluation import Difference

NO_EARLIER_WAVES = (
    "With two waves this is arithmetic, not a test: no earlier wave shows how far the groups drifted apart "
    "before (after Rambachan and Roth 2023, who compare with such waves)."
)


class Trend(NamedTuple):
    """Differences in trend between the waves: programme less comparison areas, without the programme."""

    to_none: float
    """It would bring the estimate to 0."""
    to_doubt: float
    """It would bring the interval to include 0; 0 where it does so already."""


def undoing(found: Estimate) -> Trend:
    """Give the differences in trend that would undo an estimate."""
    nearest = found.ci_low if found.estimate > 0 else found.ci_high
    return Trend(found.estimate, 0.0 if found.includes_none else nearest)


def trend_in_words(found: Difference, amount: Callable[[float], str]) -> str:
    """Say what would undo the leading estimate; `amount` writes a number with its sign and unit."""
    trend = undoing(found.leading)
    doubt = (
        "its interval includes 0 already"
        if found.leading.includes_none
        else f"a drift of {amount(trend.to_doubt)} would bring its interval to include 0"
    )
    return (
        f"A drift of {amount(trend.to_none)} that the programme did not cause (programme areas against "
        f"comparison areas, between the two waves) would leave nothing of the difference; {doubt}. "
        f"The comparison areas themselves changed by {amount(comparison_change(found))} between the waves. "
        f"{NO_EARLIER_WAVES}"
    )


def comparison_change(found: Difference) -> float:
    """Give how much the mean of the comparison areas changed: a yardstick for trends."""
    before, after = found.means.loc[found.means["group"] == "comparison"].sort_values("wave")["mean"]
    return float(after - before)
