"""Small multiples: a small panel for each figure, all in one chart, with the same names in each.

In each panel a value further right is worse, whichever way its numbers run, so that panels can be read alike.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.marks import (
    Symbol,
    across,
    bars,
    down,
    encoded,
    key,
    line_across,
    symbol_columns,
    symbols_at,
    tip,
    words,
)
from resilience.figures.palette import ACCENT, EDGE, INK_SOFT, LINE
from resilience.figures.row_layout import LETTER_WIDTH, wrapped
from resilience.figures.style import NARROW, SMALL_FONT, WIDE, Size, text_height
from resilience.records.english import NOT_SEEN

LANE = 19
GUTTER = 30
GAP = 20
HEAD_GAP = 5
LABEL_MARGIN = 12
NUMBER_ROOM = 46
NUMBER_GAP = 9
NOT_THERE = "not in our data"
BAND = "Where the middle half of wards lies"


def panels(
    frame: pd.DataFrame,
    *,
    title: str,
    sentence: str,
    note: str,
    main: str,
    other: str,
    row: str,
    also: Sequence[str] = (),
) -> Figure:
    """Draw a panel for each `panel`, with a line for each `label` in it; both keep their order.

    Columns: `panel`, `label`, `value` (None is not seen) and its `decimals`, `is_main`, `worse` (`high` or
    `low`), and `middle_low`, `middle_high`, the ends of a band. `main` and `other` say what the two symbols
    are, `row` what a panel holds. Columns named in `also` are told in the table alone, once for each panel.
    """
    return Figure(
        title=title,
        sentence=sentence,
        table=_table(frame, row, also),
        chart=_draw(frame, WIDE, main, other),
        narrow=_draw(frame, NARROW, main, other),
        note=note,
        alt=f"Small charts side by side: {title}",
    )


def _table(frame: pd.DataFrame, row: str, also: Sequence[str]) -> pd.DataFrame:
    labels = list(dict.fromkeys(frame["label"]))
    rows: list[dict[str, object]] = []
    for panel, group in frame.groupby("panel", sort=False):
        shown = {item["label"]: _shown(item) for item in group.to_dict("records")}
        told = {name: group[name].iloc[0] for name in also}
        rows.append({row: panel} | {label: shown.get(label, NOT_THERE) for label in labels} | told)
    return pd.DataFrame(rows)


def _shown(item: Mapping[Hashable, Any]) -> str:
    return NOT_SEEN if pd.isna(item["value"]) else f"{item['value']:,.{int(item['decimals'])}f}"


def _draw(frame: pd.DataFrame, size: Size, main: str, other: str) -> alt.LayerChart:
    symbols = {
        True: Symbol(main, "diamond", ACCENT.light),
        False: Symbol(other, "circle", INK_SOFT.light, hollow=True),
    }
    band = Symbol(BAND, "square", LINE.light)
    key_layers, top = key([*symbols.values(), band], size)
    columns = 1 if size.is_narrow else 2
    width = (size.width - GUTTER * (columns - 1)) / columns
    heads, lanes = [], []
    groups = [group for _, group in frame.groupby("panel", sort=False)]
    for first in range(0, len(groups), columns):
        bottoms = []
        for place, group in enumerate(groups[first : first + columns]):
            left = place * (width + GUTTER)
            head, own = _panel(group, left, width, top, size)
            heads.append(head)
            lanes += own
            bottoms.append(own[-1]["bottom"])
        top = max(bottoms) + GAP
    drawn = pd.DataFrame(lanes)
    drawn = drawn.assign(**symbol_columns([symbols[bool(flag)] for flag in drawn["is_main"]]))
    return alt.LayerChart(
        layer=[*key_layers, *_layers(drawn.round(1), pd.DataFrame(heads).round(1), size)],
        width=size.width,
        height=round(top - GAP + 4),
        autosize="none",
        padding=0,
    )


def _panel(
    group: pd.DataFrame, left: float, width: float, top: float, size: Size
) -> tuple[dict[str, Any], list[dict[Hashable, Any]]]:
    text = wrapped(str(group["panel"].iloc[0]), width, size.font)
    start = top + text_height(text, size.font) + HEAD_GAP
    longest = max(len(str(label)) for label in group["label"])
    line_left = left + longest * LETTER_WIDTH * SMALL_FONT + LABEL_MARGIN
    line_right = left + width - NUMBER_ROOM
    low, high = _ends(group)
    is_low_worse = group["worse"].iloc[0] == "low"

    def at(value: float) -> float:
        share = (value - low) / (high - low)
        return line_left + (line_right - line_left) * (1 - share if is_low_worse else share)

    band = sorted(at(float(group[end].iloc[0])) for end in ("middle_low", "middle_high"))
    end = start + LANE * len(group)
    lanes = [
        {
            **item,
            "left": line_left,
            "right": line_right,
            "top": start + LANE * place,
            "middle": start + LANE * (place + 0.5),
            "bottom": start + LANE * (place + 1),
            "label_x": left,
            "number_x": line_right + NUMBER_GAP,
            "x": line_left if pd.isna(item["value"]) else at(item["value"]),
            "shown": _shown(item),
        }
        for place, item in enumerate(group.to_dict("records"))
    ]
    head = {"heading": text, "x": left, "y": top, "left": band[0], "right": band[1]}
    return head | {"top": start, "bottom": end, "fill": LINE.light}, lanes


def _ends(group: pd.DataFrame) -> tuple[float, float]:
    """Fit a panel's line to its values and its band, with as much room beside the band as it is wide."""
    low, high = float(group["middle_low"].iloc[0]), float(group["middle_high"].iloc[0])
    room = (high - low) or 1.0
    values: Sequence[float] = [float(value) for value in group["value"].dropna()]
    return min([low - room, *values]), max([high + room, *values])


def _layers(drawn: pd.DataFrame, heads: pd.DataFrame, size: Size) -> list[alt.Chart]:
    about = tip(Figure="panel", Of="label", Value="shown")
    known = drawn[drawn["value"].notna()]
    heading = words("heading", "x", "y", font=size.font, fontWeight="bold")
    names = words("label", "label_x", "middle", font=SMALL_FONT, baseline="middle")
    values = words("shown", "number_x", "middle", font=SMALL_FONT, baseline="middle")
    return [
        bars("left", "right").properties(data=heads),
        heading.properties(data=heads[["heading", "x", "y"]]),
        line_across("left", "right", "middle", color=EDGE.light).properties(data=drawn),
        symbols_at("x", "middle", tooltip=about).properties(data=known),
        encoded(names, x=across("label_x"), y=down("middle")).properties(data=drawn),
        values.properties(data=drawn),
    ]
