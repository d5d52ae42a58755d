"""Whether a score means what it says: the share that was right against the mean score, band by band."""

import altair as alt
import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.palette import ACCENT, EDGE, INK_SOFT
from resilience.figures.style import NARROW, WIDE, Size
from resilience.figures.words import number

READING = "On the slanting line the score means just what it says. Above it answers are right more often."
HEIGHT = 300
AXIS_ROOM = 64


def reliability(frame: pd.DataFrame, *, title: str, things: str, note: str = READING) -> Figure:
    """Show bands: `label`, `score` (its mean), `right`, `n`, `value`, `ci_low`, `ci_high`, all 0 to 100."""
    return Figure(
        title=title,
        sentence=_sentence(frame, things),
        table=_table(frame, things),
        chart=_draw(frame, WIDE),
        narrow=_draw(frame, NARROW),
        note=note,
        alt=f"Reliability diagram: {title}",
    )


def _draw(frame: pd.DataFrame, size: Size) -> alt.TopLevelMixin:
    hundred = alt.Scale(domain=[0, 100])
    x = alt.X("score:Q", scale=hundred, title="Mean score")
    tips = [
        alt.Tooltip("label", title="Band"),
        alt.Tooltip("right", title="Right"),
        alt.Tooltip("n", title="Answers"),
    ]
    ends = pd.DataFrame({"score": [0, 100], "value": [0, 100]})
    just = (
        alt.Chart(ends)
        .mark_line(color=EDGE.light, strokeDash=[5, 4])
        .encode(x="score:Q", y=alt.Y("value:Q", scale=hundred, title="Right, of 100"))
    )
    shown = alt.Chart(frame.round(1))
    between = shown.mark_rule(strokeWidth=2, color=INK_SOFT.light).encode(x=x, y="ci_low:Q", y2="ci_high:Q")
    points = shown.mark_circle(size=90, opacity=1, color=ACCENT.light).encode(x=x, y="value:Q", tooltip=tips)
    return alt.layer(just, between, points).properties(width=min(size.width - AXIS_ROOM, 420), height=HEIGHT)


def _table(frame: pd.DataFrame, things: str) -> pd.DataFrame:
    heads = {
        "label": "Score",
        "score": "Mean score",
        "n": things.capitalize(),
        "right": "Right",
        "value": "Right, of 100",
        "ci_low": "95% interval from",
        "ci_high": "to",
    }
    rounded = frame.assign(**{name: frame[name].round(1) for name in ("score", "value", "ci_low", "ci_high")})
    return rounded[list(heads)].rename(columns=heads)


def _sentence(frame: pd.DataFrame, things: str) -> str:
    holds = (frame["ci_low"] <= frame["score"]) & (frame["score"] <= frame["ci_high"])
    outside = [str(label) for label in frame.loc[~holds, "label"]]
    said = (
        f"In {number(int(holds.sum()))} of {number(len(frame))} bands the mean score lies within "
        f"the interval of the share that was right ({number(int(frame['n'].sum()))} {things})."
    )
    return f"{said} It does not in: {', '.join(outside)}." if outside else said
