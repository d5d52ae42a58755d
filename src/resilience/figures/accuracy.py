"""How right the matcher is: what was coded against what it gave, and whether a score means what it says."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.palette import ACCENT, EDGE, INK, INK_SOFT, shade_of
from resilience.figures.style import NARROW, WIDE, Size
from resilience.records.english import number, one_or_more

CONFUSION_READING = (
    "Rows are what was coded, columns what the matcher gave, both in the order of the table. "
    "A square in the diagonal is right; the darker, the larger its share of the row."
)
# What is left for the names of the rows.
NAMES = {WIDE.name: 250, NARROW.name: 118}
CELL_HEIGHT = 17
TOP = 24
RELIABILITY_READING = (
    "On the slanting line the score means just what it says. Above it answers are right more often."
)
HEIGHT = 300
AXIS_ROOM = 64


def confusion(
    pairs: pd.DataFrame,
    order: Sequence[str],
    *,
    title: str,
    row: str,
    things: str,
    note: str = CONFUSION_READING,
) -> Figure:
    """Show pairs of coded and given: columns `row`, `column`, `n`; `order` holds every name once.

    `row` says in the singular what is confused (`activity type`); `things` are counted.
    """
    whole = pairs.groupby("row")["n"].sum()
    shared = pairs.assign(share=[n / whole[name] for name, n in zip(pairs["row"], pairs["n"], strict=True)])
    place = {name: number_ for number_, name in enumerate((name for name in order if _is_in(name, pairs)), 1)}
    return Figure(
        title=title,
        sentence=_confusion_in_words(pairs, things),
        table=_confusion_table(pairs, place, row, things),
        chart=_draw_confusion(shared, place, WIDE),
        narrow=_draw_confusion(shared, place, NARROW),
        note=note,
        alt=f"Grid of squares, {row} that was coded by {row} that the matcher gave",
    )


def _is_in(name: str, pairs: pd.DataFrame) -> bool:
    return bool((pairs["row"] == name).any() or (pairs["column"] == name).any())


def _draw_confusion(shared: pd.DataFrame, place: dict[str, int], size: Size) -> alt.TopLevelMixin:
    numbered = [f"{number_} {name}" for name, number_ in place.items()]
    frame = pd.DataFrame(
        {
            "coded": [f"{place[name]} {name}" for name in shared["row"]],
            "given": [f"{place[name]} {name}" for name in shared["column"]],
            "n": shared["n"],
            "fill": [shade_of(share).light for share in shared["share"]],
        }
    )
    names = alt.Axis(labelLimit=NAMES[size.name], title=None, ticks=False, domain=False)
    numbers = alt.Axis(
        labelExpr="split(datum.label, ' ')[0]", orient="top", title=None, labelAngle=0, ticks=False,
        labelOverlap=True, labelSeparation=4, domain=False,
    )  # fmt: skip
    base = alt.Chart(frame).encode(
        x=alt.X("given:N", scale=alt.Scale(domain=numbered, padding=0.08), axis=numbers),
        y=alt.Y("coded:N", scale=alt.Scale(domain=numbered, padding=0.08), axis=names),
        tooltip=[
            alt.Tooltip("coded", title="Coded"),
            alt.Tooltip("given", title="Matcher"),
            alt.Tooltip("n", title="Texts"),
        ],
    )
    squares = base.mark_rect(stroke=EDGE.light, strokeWidth=0.5).encode(
        color=alt.Color("fill:N", scale=None, legend=None)
    )
    return alt.layer(squares).properties(
        width=size.width - NAMES[size.name] - 12,
        height=CELL_HEIGHT * len(place),
        padding={"left": 0, "right": 0, "top": TOP, "bottom": 4},
        view=alt.ViewBackground(stroke=INK.light, strokeOpacity=0.3),
    )


def _confusion_table(pairs: pd.DataFrame, place: dict[str, int], row: str, things: str) -> pd.DataFrame:
    rows = []
    for name, number_ in place.items():
        own = pairs[pairs["row"] == name].sort_values("n", ascending=False, kind="stable")
        others = own[own["column"] != name]
        rows.append(
            {
                "Number": number_,
                row.capitalize(): name,
                things.capitalize(): int(own["n"].sum()),
                "Right": int(own.loc[own["column"] == name, "n"].sum()),
                "Taken for": ", ".join(f"{one.column} ({one.n})" for one in others.itertuples()) or "none",
            }
        )
    return pd.DataFrame(rows)


def _confusion_in_words(pairs: pd.DataFrame, things: str) -> str:
    right, n = int(pairs.loc[pairs["row"] == pairs["column"], "n"].sum()), int(pairs["n"].sum())
    said = f"The matcher gave what was coded for {number(right)} of {number(n)} {things}."
    wrong = pairs[pairs["row"] != pairs["column"]]
    if wrong.empty:
        return said
    most = wrong["n"].max()
    first = wrong[wrong["n"] == most].iloc[0]
    alike = int((wrong["n"] == most).sum()) - 1
    others = (
        f" {number(alike)} other {one_or_more(alike, 'pair is', 'pairs are')} as common." if alike else ""
    )
    return (
        f"{said} It most often took {first['row']} for {first['column']} "
        f"({number(int(most))} {one_or_more(int(most), things.removesuffix('s'), things)}).{others}"
    )


def reliability(frame: pd.DataFrame, *, title: str, things: str, note: str = RELIABILITY_READING) -> Figure:
    """Show bands: `label`, `score` (its mean), `right`, `n`, `value`, `ci_low`, `ci_high`, all 0 to 100."""
    return Figure(
        title=title,
        sentence=_reliability_in_words(frame, things),
        table=_reliability_table(frame, things),
        chart=_draw_reliability(frame, WIDE),
        narrow=_draw_reliability(frame, NARROW),
        note=note,
        alt=f"Reliability diagram: {title}",
    )


def _draw_reliability(frame: pd.DataFrame, size: Size) -> alt.TopLevelMixin:
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


def _reliability_table(frame: pd.DataFrame, things: str) -> pd.DataFrame:
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


def _reliability_in_words(frame: pd.DataFrame, things: str) -> str:
    holds = (frame["ci_low"] <= frame["score"]) & (frame["score"] <= frame["ci_high"])
    outside = [str(label) for label in frame.loc[~holds, "label"]]
    said = (
        f"In {number(int(holds.sum()))} of {number(len(frame))} bands the mean score lies within "
        f"the interval of the share that was right ({number(int(frame['n'].sum()))} {things})."
    )
    return f"{said} It does not in: {', '.join(outside)}." if outside else said
