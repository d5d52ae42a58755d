"""Councils as tiles, grouped where their region lies: a map of councils that needs no outlines."""

from typing import NamedTuple

import altair as alt
import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.key import Symbol, key
from resilience.figures.layers import across, colour, down, encoded, tip, words
from resilience.figures.palette import EDGE, SEQUENTIAL
from resilience.figures.regions import COLUMNS, PLACES, ROWS, short_name
from resilience.figures.style import NARROW, SMALL_FONT, WIDE, Size, line_height
from resilience.figures.words import listing, number

LEAST_OF_SHADES = (1, 2, 3, 5, 8)
"""The least number that has each shade, palest first."""
TILE = {"narrow": 11, "wide": 17}
GAP = 2
BLOCK_GAP = 12
NAMED_AT_MOST = 3


class Layout(NamedTuple):
    """Where blocks of tiles stand, in pixels."""

    size: Size
    in_a_row: int
    tops: tuple[float, ...]
    """Where each row of regions starts, and where the last ends."""

    def corner(self, region: str) -> tuple[float, float]:
        """Give the top left corner of a region."""
        column, row = PLACES[region]
        return column * self.size.width / COLUMNS, self.tops[row]

    def tile(self, region: str, place: int) -> tuple[float, float]:
        """Give the middle of a tile of a region."""
        left, top = self.corner(region)
        half = TILE[self.size.name] / 2
        down_, across_ = divmod(place, self.in_a_row)
        step = _step(self.size)
        return left + half + across_ * step, top + _name_room(self.size) + half + down_ * step


def council_tiles(frame: pd.DataFrame, *, title: str, things: str, note: str) -> Figure:
    """Map councils: columns `council`, `region`, `n`, and any others that the table shows.

    A tile is shaded by `n`, the number of `things`. Raises ValueError for a region that is not on the map.
    """
    unknown = set(frame["region"]) - set(PLACES)
    if unknown:
        raise ValueError(f"The map has no place for {listing(sorted(unknown))}.")
    ordered = frame.sort_values(["region", "n", "council"], ascending=[True, False, True])
    heads = {"council": "Authority", "region": "Region", "n": things.capitalize()}
    return Figure(
        title=title,
        sentence=_sentence(frame, things),
        table=ordered.rename(columns=heads),
        chart=_draw(ordered, things, WIDE),
        narrow=_draw(ordered, things, NARROW),
        note=note,
        alt=f"Tile map of authorities by region and nation: {title}",
    )


def _draw(frame: pd.DataFrame, things: str, size: Size) -> alt.LayerChart:
    key_layers, top = key(_shade_key(things), size)
    layout = _layout(frame, size, top)
    places = [
        layout.tile(*at) for at in zip(frame["region"], frame.groupby("region").cumcount(), strict=True)
    ]
    tiles = frame[["council"]].assign(
        x=[x for x, _ in places],
        y=[y for _, y in places],
        fill=frame["n"].map(_fill),
        shown=frame["n"].map(number),
    )
    square = alt.Chart().mark_square(
        size=TILE[size.name] ** 2, opacity=1, stroke=EDGE.light, strokeWidth=0.75
    )
    at = {"x": across("x"), "y": down("y")}
    pointed = tip(Authority="council", Number="shown")
    squares = encoded(square, **at, fill=colour("fill", alt.Fill), tooltip=pointed)
    names = words("name", "x", "y").properties(data=_names(frame, layout))
    return alt.LayerChart(
        layer=[*key_layers, squares.properties(data=tiles.round(1)), names],
        width=size.width,
        height=round(layout.tops[-1]),
        autosize="none",
        padding=0,
    )


def _layout(frame: pd.DataFrame, size: Size, top: float) -> Layout:
    in_a_row = int((size.width / COLUMNS - BLOCK_GAP) // _step(size))
    tops = [top]
    counts = frame["region"].value_counts()
    for row in range(ROWS):
        most = max(int(counts.get(region, 0)) for region, place in PLACES.items() if place[1] == row)
        tops.append(tops[-1] + _name_room(size) + -(-most // in_a_row) * _step(size) + BLOCK_GAP)
    return Layout(size, in_a_row, tuple(tops))


def _step(size: Size) -> int:
    """Distance from one tile to the next."""
    return TILE[size.name] + GAP


def _name_room(size: Size) -> int:
    """Height of a name, which takes two lines on a narrow screen."""
    return (2 if size.is_narrow else 1) * line_height(SMALL_FONT) + 5


def _names(frame: pd.DataFrame, layout: Layout) -> pd.DataFrame:
    rows = []
    for region, count in frame["region"].value_counts(sort=False).items():
        left, top = layout.corner(str(region))
        name = short_name(str(region)) if layout.size.is_narrow else f"{region} ({number(int(count))})"
        rows.append({"name": name, "x": left, "y": top})
    return pd.DataFrame(rows).round(1)


def _fill(n: int) -> str:
    shade = sum(n >= least for least in LEAST_OF_SHADES) - 1
    return SEQUENTIAL[max(shade, 0)].light


def _shade_key(things: str) -> list[Symbol]:
    lasts = [least - 1 for least in LEAST_OF_SHADES[1:]]
    spans = [str(a) if a == b else f"{a} to {b}" for a, b in zip(LEAST_OF_SHADES, lasts, strict=False)]
    labels = [*spans, f"{LEAST_OF_SHADES[-1]} or more"]
    labels[0] = f"{labels[0]} {things.removesuffix('s')}"
    return [Symbol(label, "square", _fill(n)) for label, n in zip(labels, LEAST_OF_SHADES, strict=True)]


def _sentence(frame: pd.DataFrame, things: str) -> str:
    ordered = frame.sort_values(["n", "council"], ascending=[False, True])
    named = [f"{council} ({number(n)})" for council, n in zip(ordered["council"], ordered["n"], strict=True)]
    one = int((frame["n"] == 1).sum())
    return (
        f"{number(one)} of {number(len(frame))} authorities have one {things.removesuffix('s')} on record; "
        f"{listing(named[:NAMED_AT_MOST])} have most."
    )
