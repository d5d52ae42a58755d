"""What was coded against what the matcher gave, as a grid in which the diagonal is right."""

from collections.abc import Sequence

import altair as alt
import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.palette import EDGE, INK, SEQUENTIAL
from resilience.figures.style import NARROW, WIDE, Size
from resilience.figures.words import number, one_or_more

READING = (
    "Rows are what was coded, columns what the matcher gave, both in the order of the table. "
    "A square in the diagonal is right; the darker, the larger its share of the row."
)
# What is left for the names of the rows.
NAMES = {WIDE.name: 250, NARROW.name: 118}
CELL_HEIGHT = 17
TOP = 24


def confusion(
    pairs: pd.DataFrame, order: Sequence[str], *, title: str, row: str, things: str, note: str = READING
) -> Figure:
    """Show pairs of coded and given: columns `row`, `column`, `n`; `order` holds every name once.

    `row` says in the singular what is confused (`activity type`); `things` are counted.
    """
    whole = pairs.groupby("row")["n"].sum()
    shared = pairs.assign(share=[n / whole[name] for name, n in zip(pairs["row"], pairs["n"], strict=True)])
    place = {name: number_ for number_, name in enumerate((name for name in order if _is_in(name, pairs)), 1)}
    return Figure(
        title=title,
        sentence=_sentence(pairs, things),
        table=_table(pairs, place, row, things),
        chart=_draw(shared, place, WIDE),
        narrow=_draw(shared, place, NARROW),
        note=note,
        alt=f"Grid of squares, {row} that was coded by {row} that the matcher gave",
    )


def _is_in(name: str, pairs: pd.DataFrame) -> bool:
    return bool((pairs["row"] == name).any() or (pairs["column"] == name).any())


def _draw(shared: pd.DataFrame, place: dict[str, int], size: Size) -> alt.TopLevelMixin:
    numbered = [f"{number_} {name}" for name, number_ in place.items()]
    frame = pd.DataFrame(
        {
            "coded": [f"{place[name]} {name}" for name in shared["row"]],
            "given": [f"{place[name]} {name}" for name in shared["column"]],
            "n": shared["n"],
            "fill": [_shade(share) for share in shared["share"]],
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


def _shade(share: float) -> str:
    return SEQUENTIAL[min(int(share * len(SEQUENTIAL)), len(SEQUENTIAL) - 1)].light


def _table(pairs: pd.DataFrame, place: dict[str, int], row: str, things: str) -> pd.DataFrame:
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


def _sentence(pairs: pd.DataFrame, things: str) -> str:
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
