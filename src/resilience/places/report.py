"""What the page on the analysis shows, in points of 100."""

from collections.abc import Sequence

import pandas as pd

from resilience.places.estimate import LABELS
from resilience.places.evaluation import Difference

GROUPS = {"programme": "Programme areas", "comparison": "Comparison areas"}


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
