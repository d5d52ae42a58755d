"""A few estimates with their intervals on one axis, with the truth where it is known."""

import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.forest import Scale, forest
from resilience.figures.key import Symbol
from resilience.figures.palette import ACCENT, INK
from resilience.figures.style import NARROW, WIDE

ESTIMATED = Symbol("Estimate, with its interval", "circle", ACCENT.light)
TRUE = Symbol("The truth that was put in", "diamond", INK.light)


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
