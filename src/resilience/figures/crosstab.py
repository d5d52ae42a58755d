"""Grids of shaded numbers: how many there are of each pair, and how often things stand together."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.marks import bars, colour, column_headings, encoded, labels, on_rows, tip, words
from resilience.figures.palette import INK_SOFT, SUNK, ink_on, shade_of
from resilience.figures.row_layout import NUDGE, Columns, mark_start, place_rows, wrapped
from resilience.figures.style import NARROW, SMALL_FONT, WIDE, Size, line_height, text_height
from resilience.records.english import number, one_or_more

NONE_FOUND = "none found"
DASH = "\N{EN DASH}"
CELL_PADDING = 8
NAMED_AT_MOST = 3
CROSSTAB_READING = "None found means that the sources read name none; there may be some."
GAP = 2
DOT = "·"
TOGETHER_READING = (
    "The columns have the numbers of the rows. A dot means that none were found; there may be some."
)


def crosstab(
    frame: pd.DataFrame,
    *,
    title: str,
    row: str,
    column: str,
    things: str,
    note: str = CROSSTAB_READING,
    short: Mapping[str, str] | None = None,
) -> Figure:
    """Count pairs: columns `row`, `column`, `n`; rows and columns keep their order of first appearance.

    A pair that is missing is `none found`, which is not 0. `row` and `column` say in the singular what
    they hold (`activity type`, `nation`); `things` are counted. `short` heads columns of the chart where
    their names are too long for it, and a dash is none found there; the note then tells what each means.
    """
    crossed = frame.pivot(index="row", columns="column", values="n")
    crossed = crossed.reindex(index=frame["row"].unique(), columns=frame["column"].unique())
    headed = crossed.rename(columns=short or {})
    return Figure(
        title=title,
        sentence=_crosstab_in_words(frame, crossed, things),
        table=_crosstab_table(crossed, row),
        chart=_draw_crosstab(headed, WIDE, DASH if short else NONE_FOUND),
        narrow=_draw_crosstab(headed, NARROW, DASH if short else NONE_FOUND),
        note=" ".join(filter(None, [_headings(short or {}, column), note])),
        alt=f"Grid of numbers, {row} by {column}: {title}",
    )


def _draw_crosstab(crossed: pd.DataFrame, size: Size, blank: str) -> alt.LayerChart:
    columns = Columns([str(name) for name in crossed.columns], size)
    none_found = wrapped(blank, columns.width, SMALL_FONT)
    height = text_height(none_found, SMALL_FONT) + CELL_PADDING
    rows = place_rows(pd.DataFrame({"label": crossed.index}), size, start=columns.height, mark=height)
    most = max(crossed.max().max(), 1)
    cells = [
        _column(
            rows.frame, place, [_crosstab_cell(n, most, none_found) for n in crossed.iloc[:, place]], columns
        )
        for place in range(crossed.shape[1])
    ]
    layers = [
        column_headings(columns),
        *labels(rows),
        bars("left", "right", tooltip=tip(Row="label", Column="column", Number="shown")),
        encoded(words("shown", "centre", "text_y", align="center"), color=colour("ink")),
    ]
    return on_rows(rows, pd.concat(cells), layers)


def _headings(short: Mapping[str, str], column: str) -> str:
    told = "; ".join(f"{heading} is {name}" for name, heading in short.items())
    return f"Each column is a {column}: {told}. A dash is none found." if told else ""


def _crosstab_cell(n: float, most: float, none_found: str) -> dict[str, str]:
    if pd.isna(n):
        return {"shown": none_found, "fill": "transparent", "ink": INK_SOFT.light}
    return _shaded(int(n), most)


def _column(frame: pd.DataFrame, place: int, cells: list[dict[str, str]], columns: Columns) -> pd.DataFrame:
    left = columns.left(place)
    placed = frame[["label", "top", "bottom"]].assign(
        column=columns.headings[place], left=left, right=left + columns.width, centre=left + columns.width / 2
    )
    heights = [text_height(cell["shown"], SMALL_FONT) for cell in cells]
    placed["text_y"] = frame["middle"] - pd.Series(heights) / 2 + NUDGE
    return pd.concat([placed, pd.DataFrame(cells)], axis="columns")


def _crosstab_table(crossed: pd.DataFrame, row: str) -> pd.DataFrame:
    words_in = crossed.astype("Int64").astype(object).where(crossed.notna(), NONE_FOUND)
    return words_in.reset_index(names=row[:1].upper() + row[1:])


def _crosstab_in_words(frame: pd.DataFrame, crossed: pd.DataFrame, things: str) -> str:
    most = frame["n"].max()
    first = frame[frame["n"] == most]
    pairs = [f"{item.row} and {item.column}" for item in first.itertuples()]
    held = "; ".join(pairs) if len(pairs) <= NAMED_AT_MOST else f"{len(pairs)} pairs"
    missing = int(crossed.isna().sum().sum())
    rest = f" For {number(missing)} of {number(crossed.size)} pairs none were found." if missing else ""
    each = one_or_more(len(pairs), "", " each")
    return f"Found most often together: {held} ({number(int(most))} {things}{each}).{rest}"


def together(
    frame: pd.DataFrame, names: Sequence[str], *, title: str, things: str, few: str, note: str = ""
) -> Figure:
    """Show pairs of `names`: columns `first`, `second`, `both`, `with_first`, `with_second`, `lift`.

    A pair that is missing was not found. `things` are counted; `few` stands where there is no lift.
    Raises ValueError where no pair of these names was found.
    """
    known = frame[frame["first"].isin(names) & frame["second"].isin(names)]
    if known.empty:
        raise ValueError("None of these names were found together; there is nothing to draw.")
    return Figure(
        title=title,
        sentence=_together_in_words(known, len(names), things),
        table=_together_table(known, things, few),
        chart=_draw_together(known, names, WIDE),
        narrow=_draw_together(known, names, NARROW),
        note=f"{TOGETHER_READING} {note}".strip(),
        alt=f"Square grid of numbers: {title}",
    )


def _draw_together(frame: pd.DataFrame, names: Sequence[str], size: Size) -> alt.LayerChart:
    numbered = pd.DataFrame({"label": [f"{place}. {name}" for place, name in enumerate(names, start=1)]})
    rows = place_rows(numbered, size, start=line_height(SMALL_FONT) + 10)
    pitch = (size.width - mark_start(size) + GAP) / len(names)
    both = dict(
        zip(zip(frame["first"], frame["second"], strict=True), frame["both"].astype(int), strict=True)
    )
    most = max(both.values())
    cells = [
        {
            "label": f"{names[row]} and {names[column]}",
            "left": mark_start(size) + column * pitch,
            "right": mark_start(size) + (column + 1) * pitch - GAP,
            "centre": mark_start(size) + (column + 0.5) * pitch - GAP / 2,
            **rows.frame.loc[row, ["top", "middle", "bottom"]],
            **_together_cell(
                both.get((names[row], names[column])) or both.get((names[column], names[row])), most
            ),
        }
        for row in range(len(names))
        for column in range(len(names))
        if row != column
    ]
    marks = pd.DataFrame(cells)
    heads = pd.DataFrame(
        {
            "head": [str(place + 1) for place in range(len(names))],
            "head_x": [mark_start(size) + (place + 0.5) * pitch - GAP / 2 for place in range(len(names))],
        }
    ).round(1)
    ink = {"color": colour("ink")}
    layers = [
        words("head", "head_x", 2, align="center", color=INK_SOFT.light).properties(data=heads),
        *labels(rows),
        bars("left", "right", tooltip=tip(Pair="label", Number="shown")),
        encoded(words("shown", "centre", "middle", align="center", baseline="middle"), **ink),
    ]
    return on_rows(rows, marks, layers)


def _together_cell(n: int | None, most: int) -> dict[str, str]:
    if n is None:
        return {"shown": DOT, "fill": SUNK.light, "ink": INK_SOFT.light}
    return _shaded(n, most)


def _shaded(n: int, most: float) -> dict[str, str]:
    shade = shade_of(n / most)
    return {"shown": number(n), "fill": shade.light, "ink": ink_on(shade).light}


def _together_table(frame: pd.DataFrame, things: str, few: str) -> pd.DataFrame:
    heads = {
        "first": "First",
        "second": "Second",
        "both": f"{things.capitalize()} with both",
        "with_first": "With the first",
        "with_second": "With the second",
        "lift": "Lift",
    }
    lifts = frame["lift"].astype(object).where(frame["lift"].notna(), few)
    return frame.assign(lift=lifts)[list(heads)].rename(columns=heads)


def _together_in_words(frame: pd.DataFrame, size: int, things: str) -> str:
    first = frame.sort_values("both", ascending=False, kind="stable").iloc[0]
    possible = size * (size - 1) // 2
    return (
        f"Found together most often: {first['first']} and {first['second']} "
        f"({number(int(first['both']))} {things}). "
        f"Of {number(possible)} pairs, {number(len(frame))} were found."
    )
