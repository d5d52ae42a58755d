"""How many things started in each year."""

import altair as alt
import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.layers import encoded
from resilience.figures.style import line_height
from resilience.figures.words import listing, number, one_or_more

HEIGHT = 12 * line_height(14)
NAMED_AT_MOST = 3


def years(frame: pd.DataFrame, *, title: str, thing: str, things: str, note: str = "") -> Figure:
    """Count starts by year: one row a thing, column `year` (null where it was not seen).

    Raises ValueError where no row has a year.
    """
    known = frame["year"].dropna().astype(int)
    if known.empty:
        raise ValueError(f"None of the {things} has a year; there is nothing to draw.")
    span = range(known.min(), known.max() + 1)
    counts = known.value_counts().reindex(span, fill_value=0).rename_axis("year").rename("n").reset_index()
    missing = len(frame) - len(known)
    return Figure(
        title=title,
        sentence=_sentence(counts, missing, thing, things),
        table=_table(counts, missing, things),
        chart=_draw(counts, things),
        note=note,
        alt=f"Bar chart, one bar a year: {title}",
    )


def _draw(counts: pd.DataFrame, things: str) -> alt.Chart:
    ends = counts.assign(first=counts["year"] - 0.4, last=counts["year"] + 0.4, none=0)
    year_axis = alt.Axis(format="d", tickMinStep=1, title=None, grid=False)
    return encoded(
        alt.Chart(ends, height=HEIGHT).mark_rect(),
        x=alt.X("first:Q", scale=alt.Scale(zero=False, nice=False), axis=year_axis),
        x2="last",
        y=alt.Y(
            "none:Q", axis=alt.Axis(format="d", tickMinStep=1, title=f"Number of {things}", domain=False)
        ),
        y2="n",
        tooltip=[alt.Tooltip("year:N", title="Year"), alt.Tooltip("n:Q", title=f"Number of {things}")],
    )


def _table(counts: pd.DataFrame, missing: int, things: str) -> pd.DataFrame:
    rows = counts.assign(year=counts["year"].astype(str))
    if missing:
        rows = pd.concat([rows, pd.DataFrame({"year": ["Year not seen"], "n": [missing]})])
    return rows.rename(columns={"year": "Year", "n": f"Number of {things}"})


def _sentence(counts: pd.DataFrame, missing: int, thing: str, things: str) -> str:
    total, most = int(counts["n"].sum()), int(counts["n"].max())
    peaks = [str(year) for year in counts.loc[counts["n"] == most, "year"]]
    held = listing(peaks) if len(peaks) <= NAMED_AT_MOST else f"each of {len(peaks)} years"
    first, last = counts["year"].iloc[0], counts["year"].iloc[-1]
    when = f"from {first} to {last}" if first != last else f"in {first}"
    rest = f" For {number(missing)} more no start year was seen." if missing else ""
    started = f"{number(total)} {one_or_more(total, thing, things)} started {when}"
    return f"{started}; most started in {held} ({number(most)}{one_or_more(len(peaks), '', ' each')}).{rest}"
