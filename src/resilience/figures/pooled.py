"""A forest of one set of results, with the pooled effect as its last row where there is one."""

from collections.abc import Sequence

import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.forest import Scale, drawable, forest
from resilience.figures.key import Symbol
from resilience.figures.palette import ACCENT, INK
from resilience.figures.style import NARROW, WIDE

STUDY, LEFT_OUT, POOLED = "study", "left out", "pooled"
SYMBOLS = {
    STUDY: Symbol("Result", "circle", ACCENT.light),
    LEFT_OUT: Symbol("Result that does not count", "circle", ACCENT.light, hollow=True),
    POOLED: Symbol("Pooled effect", "diamond", INK.light),
}


def pooled(frame: pd.DataFrame, scale: Scale, *, title: str, sentence: str, note: str) -> Figure:
    """Show a set: columns `label`, `group`, `part`, `value`, `ci_low`, `ci_high`; rows keep their order.

    `part` is `study`, `left out` or `pooled`. Raises ValueError where no row has a value that can be drawn.
    """
    shown = drawable(frame, scale)
    if shown.empty:
        raise ValueError("No result in the set has a value that can be drawn.")
    symbols = [SYMBOLS[part] for part in shown["part"]]
    group = "group" if shown["group"].astype(bool).any() else None
    return Figure(
        title=title,
        sentence=sentence,
        table=_table(frame, scale),
        chart=forest(shown, scale, symbols, WIDE, group=group),
        narrow=forest(shown, scale, symbols, NARROW, group=group),
        note=note,
        alt=f"Forest plot: {title}",
    )


def _table(frame: pd.DataFrame, scale: Scale) -> pd.DataFrame:
    heads = {
        "label": "Result",
        "group": "Group",
        "part": "Part",
        "value": scale.label,
        "ci_low": "95% interval from",
        "ci_high": "to",
    }
    needed = {"group": frame["group"].astype(bool).any(), "part": (frame["part"] != STUDY).any()}
    kept = [name for name in heads if needed.get(name, True)]
    return frame[kept].rename(columns=heads)


def rows(cells: Sequence[tuple[object, ...]]) -> pd.DataFrame:
    """Make the frame of rows `label`, `group`, `part`, `value`, `ci_low`, `ci_high`."""
    return pd.DataFrame(cells, columns=["label", "group", "part", "value", "ci_low", "ci_high"])
