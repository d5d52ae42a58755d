"""Places as numbered points on a flat map with a scale bar: a map without tiles, the same in its list."""

from typing import NamedTuple

import altair as alt
import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.key import Symbol, key
from resilience.figures.label_places import DOT, label_places
from resilience.figures.layers import across, colour, down, encoded, line_across, words
from resilience.figures.palette import EDGE, INK, INK_SOFT, PAPER, SEQUENTIAL
from resilience.figures.style import NARROW, WIDE, Size
from resilience.figures.words import number

MARGIN = 30
TALLEST = {"narrow": 1.6, "wide": 1.1}
"""Height of the map as a share of its width, at most."""
WIDEST = 520
BAR_STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50)
BAR_ROOM = 26
LIST_LINE = 21
SHADES = len(SEQUENTIAL)
# From this shade on, type must be pale to be read.
FIRST_DARK = 3
TENTHS = 10


class Frame(NamedTuple):
    """From kilometres east and north to pixels; one scale both ways."""

    west: float
    north: float
    scale: float
    width: float
    height: float
    top: float

    def at(self, east: float, north: float) -> tuple[float, float]:
        """Give the pixel of a place."""
        return MARGIN + (east - self.west) * self.scale, self.top + MARGIN + (self.north - north) * self.scale


def point_map(
    frame: pd.DataFrame,
    table: pd.DataFrame,
    *,
    title: str,
    sentence: str,
    note: str,
    is_tenths: bool = False,
    around: pd.DataFrame | None = None,
) -> Figure:
    """Map places: columns `east`, `north` (kilometres), `mark` (written in the dot), `label` (its name).

    With `is_tenths` marks are tenths of England and dots are shaded by them, darkest where 1. `around` are
    other places, `east` and `north`, drawn small; names then stand in a list, as a dot may lie anywhere.
    `table` lists the same places.
    """
    drawn = [_draw(frame, size, is_tenths, around) for size in (WIDE, NARROW)]
    return Figure(
        title=title,
        sentence=sentence,
        table=table,
        chart=drawn[0],
        narrow=drawn[1],
        note=note,
        alt=f"Map of points: {title}",
    )


def _draw(frame: pd.DataFrame, size: Size, is_tenths: bool, around: pd.DataFrame | None) -> alt.LayerChart:
    key_layers, top = key(_shade_key(), size) if is_tenths else ([], 0.0)
    placed = _framed(frame if around is None else pd.concat([frame, around]), size, top)
    dots = frame.assign(**_pixels(frame, placed), **_colours(frame, is_tenths))
    layers = [*key_layers]
    height = placed.top + placed.height + BAR_ROOM
    if around is None:
        names = dots.assign(**label_places(dots, placed.width))
        middle = words("label", "label_x", "label_y", align="center", baseline="middle")
    else:
        names, end = _listed(dots, placed, size)
        height = max(height, end)
        others = pd.DataFrame(_pixels(around, placed)).round().drop_duplicates()
        specks = alt.Chart().mark_square(size=9, color=EDGE.light, opacity=1)
        layers.append(encoded(specks, x=across("x"), y=down("y")).properties(data=others))
        middle = words("label", "label_x", "label_y", baseline="middle", font=size.font)
    layers += [layer.properties(data=dots.round(1)) for layer in _dots()]
    layers += [middle.properties(data=names.round(1)), *_scale_bar(placed)]
    return alt.LayerChart(
        layer=layers,
        width=size.width,
        height=round(height),
        autosize="none",
        padding=0,
    )


def _framed(places: pd.DataFrame, size: Size, top: float) -> Frame:
    across_km = max(places["east"].max() - places["east"].min(), 0.1)
    up_km = max(places["north"].max() - places["north"].min(), 0.1)
    width = min(size.width, WIDEST)
    room = width - 2 * MARGIN
    scale = min(room / across_km, room * TALLEST[size.name] / up_km)
    height = up_km * scale + 2 * MARGIN
    return Frame(places["east"].min(), places["north"].max(), scale, width, height, top)


def _pixels(places: pd.DataFrame, placed: Frame) -> dict[str, list[float]]:
    pairs = [placed.at(*pair) for pair in zip(places["east"], places["north"], strict=True)]
    return {"x": [x for x, _ in pairs], "y": [y for _, y in pairs]}


def _shade(tenth: int) -> int:
    """Give the shade of a tenth: two tenths share one, and the most deprived are darkest."""
    return SHADES - 1 - (tenth - 1) * SHADES // TENTHS


def _shade_key() -> list[Symbol]:
    pairs = [(low, low + 1) for low in range(1, TENTHS, 2)]
    return [Symbol(f"Tenths {low} and {high}", "circle", _fill(low)) for low, high in pairs]


def _fill(tenth: int) -> str:
    return SEQUENTIAL[_shade(tenth)].light


def _colours(frame: pd.DataFrame, is_tenths: bool) -> dict[str, list[str]]:
    shades = [_shade(int(mark)) if is_tenths else SHADES - 1 for mark in frame["mark"]]
    return {
        "fill": [SEQUENTIAL[shade].light for shade in shades],
        "ink": [PAPER.light if shade >= FIRST_DARK else INK.light for shade in shades],
    }


def _listed(dots: pd.DataFrame, placed: Frame, size: Size) -> tuple[pd.DataFrame, float]:
    """List names with their marks right of the map, or under it on a phone; say where the list ends."""
    right = dots["x"].max() + 4 * MARGIN
    x, top = (
        (MARGIN, placed.top + placed.height + BAR_ROOM) if size.is_narrow else (right, placed.top + MARGIN)
    )
    ys = [top + LIST_LINE * (place + 0.5) for place in range(len(dots))]
    named = dots["mark"] + "  " + dots["label"]
    return dots.assign(label=named, label_x=float(x), label_y=ys), top + LIST_LINE * len(dots) + 4


def _dots() -> list[alt.Chart]:
    circle = alt.Chart().mark_circle(size=(2 * DOT) ** 2 * 0.79, opacity=1, stroke=EDGE.light, strokeWidth=1)
    dots = encoded(circle, x=across("x"), y=down("y"), fill=colour("fill", alt.Fill))
    marks = words("mark", "x", "y", align="center", baseline="middle", fontWeight="bold")
    return [dots, encoded(marks, color=colour("ink"))]


def _scale_bar(placed: Frame) -> list[alt.Chart]:
    longest = (placed.width - 2 * MARGIN) / 3
    km = max((step for step in BAR_STEPS if step * placed.scale <= longest), default=BAR_STEPS[0])
    y = placed.top + placed.height + 12
    bar = pd.DataFrame(
        {
            "left": [MARGIN],
            "right": [MARGIN + km * placed.scale],
            "y": [y],
            "x": [MARGIN + km * placed.scale + 8],
            "text": [f"{number(km)} km; north is up"],
        }
    ).round(1)
    ruler = line_across("left", "right", "y", color=INK_SOFT.light, strokeWidth=3)
    said = words("text", "x", "y", baseline="middle", color=INK_SOFT.light)
    return [layer.properties(data=bar) for layer in (ruler, said)]
