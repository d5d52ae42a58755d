"""What the page on the analysis shows, in points of 100, and what speaks against an estimate."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pandas as pd

from resilience.places.estimate import LABELS, Estimate
from resilience.places.evaluation import Difference

GROUPS = {"programme": "Programme areas", "comparison": "Comparison areas"}
NO_EARLIER_WAVES = (
    "With two waves this is arithmetic, not a test: no earlier wave shows how far the groups drifted apart "
    "before (after Rambachan and Roth 2023, who compare with such waves)."
)


def points(share: float) -> str:
    """Write a difference of shares in points of 100, with its sign."""
    return f"{100 * share:+.1f}".replace("-", "−") + " points"


def methods_table(found: Difference) -> pd.DataFrame:
    """List the estimate by each method, the leading one first."""
    return pd.DataFrame(
        {
            "Method": [LABELS[one.method] for one in found.estimates],
            "Points of 100": [round(100 * one.estimate, 1) for one in found.estimates],
            "95% interval": [
                f"{100 * one.ci_low:.1f} to {100 * one.ci_high:.1f}".replace("-", "−")
                for one in found.estimates
            ],
            "p": [round(one.p, 3) for one in found.estimates],
        }
    )


def means_table(found: Difference) -> pd.DataFrame:
    """List the share in each group and wave, each area counting once, and how many answered."""
    return pd.DataFrame(
        {
            "Group": found.means["group"].map(GROUPS),
            "Wave": found.means["wave"],
            "Share, of 100": (100 * found.means["mean"]).round(1),
            "Areas": found.means["areas"],
            "Answers": found.means["n"],
        }
    )


def against_truth(found: Sequence[Difference], truth: float) -> pd.DataFrame:
    """Set estimates beside a truth that is known: label, value, ci_low, ci_high, is_truth."""
    leading = [one.leading for one in found]
    rows = [
        (f"Survey {number}", *(round(100 * end, 1) for end in (one.estimate, one.ci_low, one.ci_high)), False)
        for number, one in enumerate(leading, 1)
    ]
    put_in = round(100 * truth, 1)
    return pd.DataFrame(
        [*rows, ("Truth", put_in, put_in, put_in, True)],
        columns=["label", "value", "ci_low", "ci_high", "is_truth"],
    )


def in_words(found: Sequence[Difference], truth: float) -> str:
    """Say how many intervals hold the truth, and how far estimates reach, in points of 100."""
    leading = [one.leading for one in found]
    held = sum(one.ci_low <= truth <= one.ci_high for one in leading)
    values = [100 * one.estimate for one in leading]
    return (
        f"On made-up data {held} of {len(found)} intervals hold the truth of {100 * truth:.1f} points; "
        f"estimates run from {min(values):.1f} to {max(values):.1f} points."
    )


class Trend(NamedTuple):
    """Differences in trend between the waves: programme less comparison areas, without the programme."""

    to_none: float
    """It would bring the estimate to 0."""
    to_doubt: float
    """It would bring the interval to include 0; 0 where it does so already."""


def undoing(found: Estimate) -> Trend:
    """Give the differences in trend that would undo an estimate.

    A difference-in-differences holds if both groups would have changed alike without the programme. Rambachan
    A, Roth J. A more credible approach to parallel trends. Rev Econ Stud 2023;90:2555-2591, ask how far they
    would have to drift apart for a result to fall, and set that against how far they drifted apart in earlier
    waves. With one wave before and one after there are no earlier ones to set it against. What is left is
    arithmetic: a difference in trend of d between the waves moves the estimate and its interval by d.
    """
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


def placebo_in_words(placebo: Difference, amount: Callable[[float], str]) -> str:
    """Say how an outcome that the activity can't have changed did change, and what that means.

    `amount` writes a number with its sign. Lipsitch M, Tchetgen Tchetgen E, Cohen T. Negative controls: a
    tool for detecting confounding and bias in observational studies. Epidemiology 2010;21:383-388.
    """
    found = placebo.leading
    numbers = f"{amount(found.estimate)} ({amount(found.ci_low)} to {amount(found.ci_high)})"
    meaning = (
        "Its interval includes 0: no sign that the groups drifted apart for another reason, "
        "though a wide interval could hide one."
        if found.includes_none
        else "Its interval does not include 0: the groups drifted apart in something that the activity can't "
        "have changed. Something else was at work, and may have made the main difference too."
    )
    return f"Difference in change of the placebo outcome: {numbers}. {meaning}"
