"""Shares of a hundred with their intervals, one a row."""

import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.forest import Scale, drawable, forest
from resilience.figures.key import Symbol
from resilience.figures.palette import ACCENT
from resilience.figures.style import NARROW, WIDE
from resilience.figures.words import number, one_or_more

ENDS = ("value", "ci_low", "ci_high")
READING = "Each line is one share with its 95% interval. The fewer the texts, the longer the line."


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
        sentence=_sentence(frame, what, row, things),
        table=_table(frame, what, row, things),
        chart=forest(shown, scale, symbols, WIDE),
        narrow=forest(shown, scale, symbols, NARROW),
        note=READING,
        alt=f"Dot and interval chart: {title}",
    )


def _table(frame: pd.DataFrame, what: str, row: str, things: str) -> pd.DataFrame:
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


def _sentence(frame: pd.DataFrame, what: str, row: str, things: str) -> str:
    right, n = int(frame["right"].sum()), int(frame["n"].sum())
    rows = sorted(frame[["value", "label", "right", "n"]].itertuples(index=False, name=None))
    ends = [f"{label} ({number(right)} of {number(n)})" for _, label, right, n in (rows[-1], rows[0])]
    counted = f"{number(right)} of {number(n)} {one_or_more(n, things.removesuffix('s'), things)}"
    return f"{what}: {counted}. The highest share by {row} is {ends[0]}, the lowest {ends[1]}."
