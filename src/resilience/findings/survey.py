"""What the papers on the household survey found: ratios that a chart can show, and all the rest."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

GROUPS = {
    "health": "Health",
    "demographic": "Who people are",
    "socioeconomic": "Education and deprivation",
    "economic-systems": "Work",
    "living-environment": "Housing",
    "lifestyle": "Alcohol",
    "access": "Distance to services",
}
RATIO = "rate ratio"


def rate_ratios(estimates: pd.DataFrame, outcome: str, model: str) -> pd.DataFrame:
    """Keep rate ratios with whole intervals of one outcome, from models whose name starts with `model`.

    The column `group` says in words what a predictor is about. `estimates` as of `frames.estimates_frame`.
    """
    kept = estimates[_can_be_drawn(estimates) & (estimates["outcome"] == outcome)]
    kept = kept[kept["model"].str.startswith(model, na=False)]
    return kept.assign(group=kept["predictor_group"].map(GROUPS))


def other_findings(estimates: pd.DataFrame, category_labels: dict[str, str]) -> pd.DataFrame:
    """Tabulate the findings that `rate_ratios` leaves out, by what they are about."""
    rest = estimates[~_can_be_drawn(estimates)]
    return pd.DataFrame(
        {
            "About": rest["category"].map(category_labels),
            "Outcome": rest["outcome"],
            "Who or what": rest["predictor"].fillna("(the outcome itself)"),
            "What was found": rest["measure"],
            "Figure": [_figure(row) for row in rest.to_dict("records")],
            "Paper": rest["cited"],
        }
    ).sort_values("About", kind="stable")


def _figure(row: Mapping[Hashable, Any]) -> str | None:
    if pd.notna(row["range_low"]):
        return _span(row["range_low"], row["range_high"])
    if pd.isna(row["estimate"]):
        return None
    figure = f"{row['estimate']:.15g}"
    if pd.notna(row["count"]):
        figure += f" ({row['count']:.0f} people)"
    if pd.notna(row["ci_low"]) or pd.notna(row["ci_high"]):
        figure += f" (95% interval {_span(row['ci_low'], row['ci_high'])})"
    return figure


def _span(low: float, high: float) -> str:
    return " to ".join("not seen" if pd.isna(end) else f"{end:.15g}" for end in (low, high))


def _can_be_drawn(estimates: pd.DataFrame) -> "pd.Series[bool]":
    whole = estimates["ci_low"].notna() & estimates["ci_high"].notna()
    return estimates["measure"].str.startswith(RATIO) & whole
