"""Differences between two shares, one a row, each with its interval."""

import pandas as pd

from .figure import Figure
from .forest import Scale, forest
from .key import Symbol
from .palette import ACCENT
from .style import NARROW, WIDE
from .words import listing, number

NAMED_AT_MOST = 3


def differences(
    frame: pd.DataFrame, *, title: str, row: str, things: str, here: str, elsewhere: str, note: str
) -> Figure:
    """Show differences: `label`, `here`, `here_n`, `elsewhere`, `elsewhere_n`, `value`, `ci_low`, `ci_high`.

    The last three are points of a hundred; `here` and `elsewhere` name the two groups of `things`, and
    `row` says in the singular what a row is.
    """
    scale = Scale("Difference", is_ratio=False, axis_title=f"Left: {elsewhere}; right: {here}")
    rounded = frame.assign(
        **{end: frame[end].astype(float).round(0) for end in ("value", "ci_low", "ci_high")}
    )
    columns = frame[["label", "here", "here_n", "elsewhere", "elsewhere_n"]]
    counted = [
        f"{label} ({k} of {n}; {other_k} of {other_n})"
        for label, k, n, other_k, other_n in columns.itertuples(index=False, name=None)
    ]
    symbols = [Symbol("Difference in points of 100, with its interval", "circle", ACCENT.light)] * len(frame)
    shown = rounded.assign(label=counted)
    return Figure(
        title=title,
        sentence=_sentence(frame, here, elsewhere, things),
        table=_table(rounded, row, here, elsewhere),
        chart=forest(shown, scale, symbols, WIDE),
        narrow=forest(shown, scale, symbols, NARROW),
        note=f"In brackets: {things} {here}; {things} {elsewhere}. {note}",
        alt=f"Dot and interval chart: {title}",
    )


def _table(frame: pd.DataFrame, row: str, here: str, elsewhere: str) -> pd.DataFrame:
    heads = {
        "label": row[:1].upper() + row[1:],
        "here": f"Found {here}",
        "here_n": f"All {here}",
        "elsewhere": f"Found {elsewhere}",
        "elsewhere_n": f"All {elsewhere}",
        "value": "Difference, points of 100",
        "ci_low": "95% interval from",
        "ci_high": "to",
    }
    return frame[list(heads)].rename(columns=heads)


def _sentence(frame: pd.DataFrame, here: str, elsewhere: str, things: str) -> str:
    ordered = frame.sort_values("value", ascending=False, kind="stable")
    more, less = ordered[ordered["value"] > 0], ordered[ordered["value"] < 0].iloc[::-1]
    parts = [
        f"more often {place}: {listing([_named(item) for item in side.head(NAMED_AT_MOST).itertuples()])}"
        for side, place in ((more, here), (less, elsewhere))
        if len(side)
    ]
    said = "; ".join(parts)
    return (
        f"Of the {things}, {said}." if parts else f"No share differs between {things} {here} and {elsewhere}."
    )


def _named(item: object) -> str:
    label, value = getattr(item, "label", ""), getattr(item, "value", 0)
    return f"{label} ({number(round(abs(value)))} points)"
