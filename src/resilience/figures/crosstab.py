"""How many there are of each pair, as a grid of shaded numbers."""

from collections.abc import Mapping

import altair as alt
import pandas as pd

from resilience.figures.columns import Columns
from resilience.figures.figure import Figure
from resilience.figures.layers import bars, colour, encoded, labels, on_rows, tip, words
from resilience.figures.palette import INK, INK_SOFT, PAPER, SEQUENTIAL
from resilience.figures.rows import NUDGE, place_rows, wrapped
from resilience.figures.style import NARROW, SMALL_FONT, WIDE, Size, text_height
from resilience.figures.words import number, one_or_more

NONE_FOUND = "none found"
DASH = "\N{EN DASH}"
CELL_PADDING = 8
# From this shade on, type must be pale to be read.
FIRST_DARK = 3
NAMED_AT_MOST = 3
READING = "None found means that the sources read name none; there may be some."


def crosstab(
    frame: pd.DataFrame,
    *,
    title: str,
    row: str,
    column: str,
    things: str,
    note: str = READING,
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
        sentence=_sentence(frame, crossed, things),
        table=_table(crossed, row),
        chart=_draw(headed, WIDE, DASH if short else NONE_FOUND),
        narrow=_draw(headed, NARROW, DASH if short else NONE_FOUND),
        note=" ".join(filter(None, [_headings(short or {}, column), note])),
        alt=f"Grid of numbers, {row} by {column}: {title}",
    )


def _draw(crossed: pd.DataFrame, size: Size, blank: str) -> alt.LayerChart:
    columns = Columns([str(name) for name in crossed.columns], size)
    none_found = wrapped(blank, columns.width, SMALL_FONT)
    height = text_height(none_found, SMALL_FONT) + CELL_PADDING
    rows = place_rows(pd.DataFrame({"label": crossed.index}), size, start=columns.height, mark=height)
    most = max(crossed.max().max(), 1)
    cells = [
        _column(rows.frame, place, [_cell(n, most, none_found) for n in crossed.iloc[:, place]], columns)
        for place in range(crossed.shape[1])
    ]
    layers = [
        columns.layer(),
        *labels(rows),
        bars("left", "right", tooltip=tip(Row="label", Column="column", Number="shown")),
        encoded(words("shown", "centre", "text_y", align="center"), color=colour("ink")),
    ]
    return on_rows(rows, pd.concat(cells), layers)


def _headings(short: Mapping[str, str], column: str) -> str:
    told = "; ".join(f"{heading} is {name}" for name, heading in short.items())
    return f"Each column is a {column}: {told}. A dash is none found." if told else ""


def _cell(n: float, most: float, none_found: str) -> dict[str, str]:
    if pd.isna(n):
        return {"shown": none_found, "fill": "transparent", "ink": INK_SOFT.light}
    shade = min(int(n / most * len(SEQUENTIAL)), len(SEQUENTIAL) - 1)
    ink = INK if shade < FIRST_DARK else PAPER
    return {"shown": number(int(n)), "fill": SEQUENTIAL[shade].light, "ink": ink.light}


def _column(frame: pd.DataFrame, place: int, cells: list[dict[str, str]], columns: Columns) -> pd.DataFrame:
    left = columns.left(place)
    placed = frame[["label", "top", "bottom"]].assign(
        column=columns.headings[place], left=left, right=left + columns.width, centre=left + columns.width / 2
    )
    heights = [text_height(cell["shown"], SMALL_FONT) for cell in cells]
    placed["text_y"] = frame["middle"] - pd.Series(heights) / 2 + NUDGE
    return pd.concat([placed, pd.DataFrame(cells)], axis="columns")


def _table(crossed: pd.DataFrame, row: str) -> pd.DataFrame:
    words_in = crossed.astype("Int64").astype(object).where(crossed.notna(), NONE_FOUND)
    return words_in.reset_index(names=row[:1].upper() + row[1:])


def _sentence(frame: pd.DataFrame, crossed: pd.DataFrame, things: str) -> str:
    most = frame["n"].max()
    first = frame[frame["n"] == most]
    pairs = [f"{item.row} and {item.column}" for item in first.itertuples()]
    held = "; ".join(pairs) if len(pairs) <= NAMED_AT_MOST else f"{len(pairs)} pairs"
    missing = int(crossed.isna().sum().sum())
    rest = f" For {number(missing)} of {number(crossed.size)} pairs none were found." if missing else ""
    each = one_or_more(len(pairs), "", " each")
    return f"Found most often together: {held} ({number(int(most))} {things}{each}).{rest}"
