"""Associations that a survey found: who differs from whom, not what causes it."""

import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.forest import Scale, drawable, excludes_no_effect, forest, whole_intervals
from resilience.figures.key import Symbol
from resilience.figures.palette import ACCENT
from resilience.figures.style import NARROW, WIDE
from resilience.figures.words import number, one_or_more
from resilience.records.vocabulary import Metric

READING = (
    "Each line is one estimate with its 95% interval, as published. "
    "An association says that two things go together, not that one causes the other."
)


def associations(
    frame: pd.DataFrame, metric: Metric, *, title: str, note: str = READING, group: str = "outcome"
) -> Figure:
    """Show associations on one metric, in the order given and under the headings of the column `group`.

    Columns `outcome`, `predictor`, `reference` (may be null), `estimate`, `ci_low`, `ci_high`.
    Raises ValueError where no row has an estimate that can be drawn.
    """
    scale = Scale(metric.label, metric.is_ratio)
    grouped = frame.sort_values(group, key=lambda names: names.map(_first_places(names)), kind="stable")
    shown = drawable(grouped.rename(columns={"estimate": "value"}), scale)
    if shown.empty:
        raise ValueError(f"No row has an estimate as {metric.label}; there is nothing to draw.")
    shown = shown.assign(label=list(map(_label, shown["predictor"], shown["reference"])))
    symbols = [_symbol(apart, scale) for apart in excludes_no_effect(shown, scale)]
    return Figure(
        title=title,
        sentence=_sentence(shown, scale),
        table=_table(grouped, metric),
        chart=forest(shown, scale, symbols, WIDE, group=group),
        narrow=forest(shown, scale, symbols, NARROW, group=group),
        note=note,
        alt=f"Dot and interval chart: {title}",
    )


def _first_places(names: "pd.Series[str]") -> dict[str, int]:
    return {name: place for place, name in enumerate(dict.fromkeys(names))}


def _label(predictor: str, reference: str | None) -> str:
    if reference is None or pd.isna(reference):
        return predictor
    if reference.startswith("per "):
        return f"{predictor}, {reference}"
    return f"{predictor}; against: {reference}"


def _symbol(apart: bool, scale: Scale) -> Symbol:
    words = (
        f"Interval excludes {scale.no_effect}"
        if apart
        else f"Interval includes {scale.no_effect}, or not seen"
    )
    return Symbol(words, "circle", ACCENT.light, hollow=not apart)


def _table(frame: pd.DataFrame, metric: Metric) -> pd.DataFrame:
    heads = {
        "predictor": "Who or what",
        "reference": "Compared with",
        "outcome": "Outcome",
        "estimate": metric.label,
        "ci_low": "95% interval from",
        "ci_high": "to",
    }
    return frame[list(heads)].rename(columns=heads)


def _sentence(shown: pd.DataFrame, scale: Scale) -> str:
    estimates = f"{number(len(shown))} {one_or_more(len(shown), 'estimate', 'estimates')}"
    outcomes = shown["outcome"].nunique()
    about = f" for {number(outcomes)} outcomes" if outcomes > 1 else ""
    return f"The chart shows {estimates}{about}. {whole_intervals(shown, scale)}"
