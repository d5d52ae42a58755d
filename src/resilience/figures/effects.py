"""Effects of activities as studies report them, on one metric."""

import pandas as pd

from resilience.records.vocabulary import Metric

from .direction import DIRECTIONS, symbol_of, tally
from .figure import Figure
from .forest import Scale, drawable, forest, whole_intervals
from .style import NARROW, WIDE
from .words import number, one_or_more

READING = (
    "Each line is one result with its 95% interval, as its study reports it. "
    "The results are not pooled: they come from different measures, people and places."
)


def effects(frame: pd.DataFrame, metric: Metric, *, title: str, note: str = READING) -> Figure:
    """Show effects on one metric: columns `work`, `measure`, `direction`, `value`, `ci_low`, `ci_high`.

    Raises ValueError where no row has a value that can be drawn.
    """
    scale = Scale(metric.label, metric.is_ratio)
    shown = drawable(frame, scale).sort_values(["value", "work"], ascending=[False, True])
    if shown.empty:
        raise ValueError(f"No result has a value in {metric.label}; there is nothing to draw.")
    shown = shown.assign(label=shown["work"] + ": " + shown["measure"])
    symbols = [symbol_of(DIRECTIONS[direction]) for direction in shown["direction"]]
    return Figure(
        title=title,
        sentence=_sentence(frame, shown, scale),
        table=_table(frame, metric),
        chart=forest(shown, scale, symbols, WIDE),
        narrow=forest(shown, scale, symbols, NARROW),
        note=note,
        alt=f"Dot and interval chart: {title}",
    )


def _table(frame: pd.DataFrame, metric: Metric) -> pd.DataFrame:
    directions = [DIRECTIONS[direction].label for direction in frame["direction"]]
    ordered = frame.assign(direction=directions).sort_values(["value", "work"], ascending=[False, True])
    heads = {
        "work": "Study",
        "measure": "Result",
        "direction": "Direction",
        "value": metric.label,
        "ci_low": "95% interval from",
        "ci_high": "to",
    }
    return ordered[list(heads)].rename(columns=heads)


def _sentence(frame: pd.DataFrame, shown: pd.DataFrame, scale: Scale) -> str:
    pointing = tally(shown["direction"].value_counts().to_dict())
    missing = len(frame) - len(shown)
    rest = (
        f" {number(missing)} more {one_or_more(missing, 'gives', 'give')} no such number." if missing else ""
    )
    return f"{pointing}. {whole_intervals(shown, scale)}{rest}"
