"""Estimates side by side that are not pooled: a few of one thing, shares, associations of a survey."""

import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.forest import Scale, drawable, excludes_no_effect, forest, whole_intervals
from resilience.figures.marks import Symbol
from resilience.figures.palette import ACCENT, INK
from resilience.figures.style import NARROW, WIDE
from resilience.records.english import number, one_or_more
from resilience.records.vocabulary import Metric

ESTIMATED = Symbol("Estimate, with its interval", "circle", ACCENT.light)
TRUE = Symbol("The truth that was put in", "diamond", INK.light)
ASSOCIATIONS_READING = (
    "Each line is one estimate with its 95% interval, as published. "
    "An association says that two things go together, not that one causes the other."
)
ENDS = ("value", "ci_low", "ci_high")
SHARES_READING = "Each line is one share with its 95% interval. The fewer the texts, the longer the line."


def estimates(frame: pd.DataFrame, *, what: str, title: str, sentence: str, note: str) -> Figure:
    """Show estimates: columns `label`, `value`, `ci_low`, `ci_high`, `is_truth`; `what` names the scale."""
    scale = Scale(what, is_ratio=False)
    symbols = [TRUE if truth else ESTIMATED for truth in frame["is_truth"]]
    heads = {"label": "Estimate", "value": what, "ci_low": "95% interval from", "ci_high": "to"}
    return Figure(
        title=title,
        sentence=sentence,
        table=frame[list(heads)].rename(columns=heads),
        chart=forest(frame, scale, symbols, WIDE),
        narrow=forest(frame, scale, symbols, NARROW),
        note=note,
        alt=f"Dot and interval chart: {title}",
    )


def associations(
    frame: pd.DataFrame,
    metric: Metric,
    *,
    title: str,
    note: str = ASSOCIATIONS_READING,
    group: str = "outcome",
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
        sentence=_associations_in_words(shown, scale),
        table=_associations_table(grouped, metric),
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


def _associations_table(frame: pd.DataFrame, metric: Metric) -> pd.DataFrame:
    heads = {
        "predictor": "Who or what",
        "reference": "Compared with",
        "outcome": "Outcome",
        "estimate": metric.label,
        "ci_low": "95% interval from",
        "ci_high": "to",
    }
    return frame[list(heads)].rename(columns=heads)


def _associations_in_words(shown: pd.DataFrame, scale: Scale) -> str:
    estimates = f"{number(len(shown))} {one_or_more(len(shown), 'estimate', 'estimates')}"
    outcomes = shown["outcome"].nunique()
    about = f" for {number(outcomes)} outcomes" if outcomes > 1 else ""
    return f"The chart shows {estimates}{about}. {whole_intervals(shown, scale)}"


def shares(
    frame: pd.DataFrame,
    *,
    title: str,
    what: str,
    row: str,
    things: str,
) -> Figure:
    """Show shares: columns `label`, `right`, `n`, `value`, `ci_low`, `ci_high` (0 to 100).

    `what` names the share, `row` says in the singular what a row is, and `things` are counted.
    """
    same_n = f" (n = {frame['n'].iloc[0]})" if frame["n"].nunique() == 1 else ""
    scale = Scale(what, is_ratio=False, axis_title=f"{what}, of 100{same_n}")
    shown = drawable(frame, scale).round({end: 1 for end in ENDS})
    if not same_n:
        labels = [f"{label} (n = {n})" for label, n in zip(shown["label"], shown["n"], strict=True)]
        shown = shown.assign(label=labels)
    symbols = [Symbol(f"{what}, with its interval", "circle", ACCENT.light, hollow=False)] * len(shown)
    return Figure(
        title=title,
        sentence=_shares_in_words(frame, what, row, things),
        table=_shares_table(frame, what, row, things),
        chart=forest(shown, scale, symbols, WIDE),
        narrow=forest(shown, scale, symbols, NARROW),
        note=SHARES_READING,
        alt=f"Dot and interval chart: {title}",
    )


def _shares_table(frame: pd.DataFrame, what: str, row: str, things: str) -> pd.DataFrame:
    heads = {
        "label": row.capitalize(),
        "n": things.capitalize(),
        "right": "Right",
        "value": f"{what}, of 100",
        "ci_low": "95% interval from",
        "ci_high": "to",
    }
    rounded = frame.assign(**{end: frame[end].round(1) for end in ENDS})
    return rounded[list(heads)].rename(columns=heads)


def _shares_in_words(frame: pd.DataFrame, what: str, row: str, things: str) -> str:
    right, n = int(frame["right"].sum()), int(frame["n"].sum())
    rows = sorted(frame[["value", "label", "right", "n"]].itertuples(index=False, name=None))
    ends = [f"{label} ({number(right)} of {number(n)})" for _, label, right, n in (rows[-1], rows[0])]
    counted = f"{number(right)} of {number(n)} {one_or_more(n, things.removesuffix('s'), things)}"
    return f"{what}: {counted}. The highest share by {row} is {ends[0]}, the lowest {ends[1]}."
