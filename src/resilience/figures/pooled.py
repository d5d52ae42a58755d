"""One set of results: a forest with the pooled effect as its last row, and a funnel."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.forest import Scale, drawable, forest
from resilience.figures.marks import Symbol
from resilience.figures.palette import ACCENT, EDGE, INK
from resilience.figures.style import NARROW, WIDE, Size
from resilience.synthesis.distributions import critical_z

STUDY, LEFT_OUT, POOLED = "study", "left out", "pooled"
SYMBOLS = {
    STUDY: Symbol("Result", "circle", ACCENT.light),
    LEFT_OUT: Symbol("Result that does not count", "circle", ACCENT.light, hollow=True),
    POOLED: Symbol("Pooled effect", "diamond", INK.light),
}
FUNNEL_READING = (
    "Large studies stand at the top. "
    "Where small studies with dull results stay unpublished, a lower corner of the funnel is empty."
)
HEIGHT = 300
AXIS_ROOM = 64


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


def funnel(
    frame: pd.DataFrame, estimate: float, scale: str, *, title: str, sentence: str, note: str = FUNNEL_READING
) -> Figure:
    """Show effects: columns `label`, `effect`, `se`; `estimate` is the pooled effect on the same scale."""
    return Figure(
        title=title,
        sentence=sentence,
        table=frame.round(4).rename(columns={"label": "Result", "effect": scale, "se": "Standard error"}),
        chart=_draw_funnel(frame, estimate, scale, WIDE),
        narrow=_draw_funnel(frame, estimate, scale, NARROW),
        note=note,
        alt=f"Funnel plot: {title}",
    )


def _draw_funnel(frame: pd.DataFrame, estimate: float, scale: str, size: Size) -> alt.TopLevelMixin:
    widest = float(frame["se"].max()) * 1.05
    x = alt.X("effect:Q", title=scale)
    y = alt.Y("se:Q", title="Standard error", scale=alt.Scale(domain=[widest, 0]))
    edges = pd.DataFrame(
        {
            "effect": [estimate - critical_z() * widest, estimate, estimate + critical_z() * widest],
            "se": [widest, 0.0, widest],
            "order": [0, 1, 2],
        }
    )
    sides = alt.Chart(edges).mark_line(color=EDGE.light, strokeDash=[5, 4]).encode(x=x, y=y, order="order:O")
    middle = alt.Chart(pd.DataFrame({"effect": [estimate]})).mark_rule(color=INK.light).encode(x=x)
    points = (
        alt.Chart(frame.round(4))
        .mark_circle(size=50, opacity=0.8, color=ACCENT.light)
        .encode(x=x, y=y, tooltip=["label", "effect", "se"])
    )
    return alt.layer(sides, middle, points).properties(width=min(size.width - AXIS_ROOM, 480), height=HEIGHT)
