"""What happened when, as precisely as sources say: dated events, and how many things started in a year."""

import calendar
from datetime import date
from typing import NamedTuple

import altair as alt
import pandas as pd

from resilience.figures.axis import HEIGHT, MARGIN, Axis, axis_layers
from resilience.figures.figure import Figure
from resilience.figures.marks import (
    Symbol,
    across,
    colour,
    down,
    encoded,
    key,
    labels,
    on_rows,
    symbol_columns,
    symbols_at,
    tip,
    words,
)
from resilience.figures.palette import ACCENT, INK_SOFT
from resilience.figures.row_layout import Rows, label_room, place_rows
from resilience.figures.style import NARROW, WIDE, Size, line_height
from resilience.records.english import listing, number, one_or_more
from resilience.records.period import Period, period

DAY = Symbol("On this day", "diamond", ACCENT.light)
WHOLE = Symbol("All this time", "square", ACCENT.light)
WITHIN = Symbol("Some time within", "square", ACCENT.light, hollow=True)
SHORTEST_BAR = 6
MARK_HEIGHT = 12
YEARS_AT_MOST = {"wide": 12, "narrow": 6}
BARS_HEIGHT = 12 * line_height(14)
NAMED_AT_MOST = 3


class Event(NamedTuple):
    """What happened, and when."""

    when: Period
    what: str


def timeline(frame: pd.DataFrame, *, title: str, note: str = "") -> Figure:
    """Show dated events in order: columns `date` (as `evidence/programme.yml` writes dates) and `event`.

    Raises ValueError for a date that can't be read.
    """
    dated = zip(map(period, frame["date"]), frame["event"], strict=True)
    events = [Event(*pair) for pair in sorted(dated, key=lambda pair: pair[0])]
    return Figure(
        title=title,
        sentence=_events_in_words(events),
        table=pd.DataFrame(
            {"When": [when.words for when, _ in events], "What": [what for _, what in events]}
        ),
        chart=_draw_events(events, WIDE),
        narrow=_draw_events(events, NARROW),
        note=note,
        alt=f"Timeline: {title}",
    )


def _draw_events(events: list[Event], size: Size) -> alt.LayerChart:
    symbols = [_symbol(when) for when, _ in events]
    key_layers, key_end = key([item for item in (DAY, WHOLE, WITHIN) if item in symbols], size)
    frame = pd.DataFrame({"label": [what for _, what in events], "when": [when.words for when, _ in events]})
    start = key_end + HEIGHT
    rows = place_rows(
        frame.assign(**symbol_columns(symbols)), size, start=start, mark=MARK_HEIGHT, lines_below=1
    )
    periods = [when for when, _ in events]
    axis = _years(periods, rows)
    layers = [*key_layers, *axis_layers(axis, "Year", key_end, rows, str), *labels(rows), *_marks(rows)]
    return on_rows(rows, _placed(periods, rows, axis), layers)


def _symbol(item: Period) -> Symbol:
    if item.is_day:
        return DAY
    return WHOLE if item.is_span else WITHIN


def _years(periods: list[Period], rows: Rows) -> Axis:
    first, last = min(item.first.year for item in periods), max(item.last.year for item in periods) + 1
    step = -(-(last - first) // YEARS_AT_MOST[rows.size.name])
    return Axis(
        first, last, rows.left + MARGIN, rows.size.width - MARGIN, tuple(range(first, last + 1, step))
    )


def _placed(periods: list[Period], rows: Rows, axis: Axis) -> pd.DataFrame:
    left = [axis.at(_in_years(item.first)) for item in periods]
    right = [axis.at(_in_years(item.last)) for item in periods]
    return rows.frame.drop(columns=["label_text", "label_y"]).assign(
        left=left,
        right=[max(end, start + SHORTEST_BAR) for start, end in zip(left, right, strict=True)],
        is_day=[item.is_day for item in periods],
    )


def _marks(rows: Rows) -> list[alt.Chart]:
    shown = {"fill": colour("fill", alt.Fill), "stroke": colour("stroke", alt.Stroke)}
    ends = {"x": across("left"), "x2": "right", "y": down("top"), "y2": "bottom"}
    about = tip(What="label", When="when")
    spans = encoded(alt.Chart().mark_rect(strokeWidth=1.5), **ends, **shown, tooltip=about)
    days = symbols_at("left", "middle", tooltip=about)
    room = label_room(rows.size)
    return [
        spans.transform_filter("!datum.is_day"),
        days.transform_filter("datum.is_day"),
        words("when", 0, "below_y", color=INK_SOFT.light, limit=room),
    ]


def _in_years(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / (366 if calendar.isleap(day.year) else 365)


def _events_in_words(events: list[Event]) -> str:
    first, last = events[0], events[-1]
    if len(events) == 1:
        return f"The one dated event is from {first.when.words}: {_inside(first.what)}."
    return (
        f"The {number(len(events))} dated events run from {first.when.words} to {last.when.words}. "
        f"The first: {_inside(first.what)}. The last: {_inside(last.what)}."
    )


def _inside(event: str) -> str:
    return event.rstrip(".")


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
        sentence=_years_in_words(counts, missing, thing, things),
        table=_years_table(counts, missing, things),
        chart=_draw_years(counts, things),
        note=note,
        alt=f"Bar chart, one bar a year: {title}",
    )


def _draw_years(counts: pd.DataFrame, things: str) -> alt.Chart:
    ends = counts.assign(first=counts["year"] - 0.4, last=counts["year"] + 0.4, none=0)
    year_axis = alt.Axis(format="d", tickMinStep=1, title=None, grid=False)
    return encoded(
        alt.Chart(ends, height=BARS_HEIGHT).mark_rect(),
        x=alt.X("first:Q", scale=alt.Scale(zero=False, nice=False), axis=year_axis),
        x2="last",
        y=alt.Y(
            "none:Q", axis=alt.Axis(format="d", tickMinStep=1, title=f"Number of {things}", domain=False)
        ),
        y2="n",
        tooltip=[alt.Tooltip("year:N", title="Year"), alt.Tooltip("n:Q", title=f"Number of {things}")],
    )


def _years_table(counts: pd.DataFrame, missing: int, things: str) -> pd.DataFrame:
    rows = counts.assign(year=counts["year"].astype(str))
    if missing:
        rows = pd.concat([rows, pd.DataFrame({"year": ["Year not seen"], "n": [missing]})])
    return rows.rename(columns={"year": "Year", "n": f"Number of {things}"})


def _years_in_words(counts: pd.DataFrame, missing: int, thing: str, things: str) -> str:
    total, most = int(counts["n"].sum()), int(counts["n"].max())
    peaks = [str(year) for year in counts.loc[counts["n"] == most, "year"]]
    held = listing(peaks) if len(peaks) <= NAMED_AT_MOST else f"each of {len(peaks)} years"
    first, last = counts["year"].iloc[0], counts["year"].iloc[-1]
    when = f"from {first} to {last}" if first != last else f"in {first}"
    rest = f" For {number(missing)} more no start year was seen." if missing else ""
    started = f"{number(total)} {one_or_more(total, thing, things)} started {when}"
    return f"{started}; most started in {held} ({number(most)}{one_or_more(len(peaks), '', ' each')}).{rest}"
