"""What happened when, as precisely as the sources say."""

from calendar import isleap
from datetime import date
from typing import NamedTuple

import altair as alt
import pandas as pd

from resilience.figures.axis import HEIGHT, MARGIN, Axis, axis_layers
from resilience.figures.dates import Period, period
from resilience.figures.figure import Figure
from resilience.figures.key import Symbol, key, symbol_columns, symbols_at
from resilience.figures.layers import across, colour, down, encoded, labels, on_rows, tip, words
from resilience.figures.palette import ACCENT, INK_SOFT
from resilience.figures.rows import Rows, label_room, place_rows
from resilience.figures.style import NARROW, WIDE, Size
from resilience.figures.words import number

DAY = Symbol("On this day", "diamond", ACCENT.light)
WHOLE = Symbol("All this time", "square", ACCENT.light)
WITHIN = Symbol("Some time within", "square", ACCENT.light, hollow=True)
SHORTEST_BAR = 6
MARK_HEIGHT = 12
YEARS_AT_MOST = {"wide": 12, "narrow": 6}


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
        sentence=_sentence(events),
        table=pd.DataFrame(
            {"When": [when.words for when, _ in events], "What": [what for _, what in events]}
        ),
        chart=_draw(events, WIDE),
        narrow=_draw(events, NARROW),
        note=note,
        alt=f"Timeline: {title}",
    )


def _draw(events: list[Event], size: Size) -> alt.LayerChart:
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
    return day.year + (day.timetuple().tm_yday - 1) / (366 if isleap(day.year) else 365)


def _sentence(events: list[Event]) -> str:
    first, last = events[0], events[-1]
    if len(events) == 1:
        return f"The one dated event is from {first.when.words}: {_inside(first.what)}."
    return (
        f"The {number(len(events))} dated events run from {first.when.words} to {last.when.words}. "
        f"The first: {_inside(first.what)}. The last: {_inside(last.what)}."
    )


def _inside(event: str) -> str:
    return event.rstrip(".")
