"""A funnel: each effect against its standard error; an even one is as wide on either side."""

import altair as alt
import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.palette import ACCENT, EDGE, INK
from resilience.figures.style import NARROW, WIDE, Size

READING = (
    "Large studies stand at the top. "
    "Where small studies with dull results stay unpublished, a lower corner of the funnel is empty."
)
HEIGHT = 300
AXIS_ROOM = 64
HALF = 1.959963984540054


def funnel(
    frame: pd.DataFrame, estimate: float, scale: str, *, title: str, sentence: str, note: str = READING
) -> Figure:
    """Show effects: columns `label`, `effect`, `se`; `estimate` is the pooled effect on the same scale."""
    return Figure(
        title=title,
        sentence=sentence,
        table=frame.round(4).rename(columns={"label": "Result", "effect": scale, "se": "Standard error"}),
        chart=_draw(frame, estimate, scale, WIDE),
        narrow=_draw(frame, estimate, scale, NARROW),
        note=note,
        alt=f"Funnel plot: {title}",
    )


def _draw(frame: pd.DataFrame, estimate: float, scale: str, size: Size) -> alt.TopLevelMixin:
    widest = float(frame["se"].max()) * 1.05
    x = alt.X("effect:Q", title=scale)
    y = alt.Y("se:Q", title="Standard error", scale=alt.Scale(domain=[widest, 0]))
    edges = pd.DataFrame(
        {
            "effect": [estimate - HALF * widest, estimate, estimate + HALF * widest],
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
