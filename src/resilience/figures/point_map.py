"""Places as numbered points on a flat map with a scale bar, and where each label goes."""

from itertools import product
from math import fsum
from typing import NamedTuple

import altair as alt
import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.marks import Symbol, across, colour, down, encoded, key, line_across, words
from resilience.figures.palette import EDGE, INK_SOFT, SEQUENTIAL, Shade, ink_on
from resilience.figures.style import NARROW, SMALL_FONT, WIDE, Size, line_height
from resilience.records.english import number

MARGIN = 30
TALLEST = {"narrow": 1.6, "wide": 1.1}
"""Height of the map as a share of its width, at most."""
WIDEST = 520
BAR_STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50)
BAR_ROOM = 26
LIST_LINE = 21
TENTHS = 10
DOT = 10
"""Half the width of a dot, pixels."""
LETTER = 7
FURTHER = (0, 9)
"""How much further from its dot a label may stand where it finds no room beside it, pixels."""
OUTSIDE = 100
"""What a pixel outside the map costs, in pixels of other things covered."""

Box = tuple[float, float, float, float]


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


def _shade(tenth: int) -> Shade:
    """Give the shade of a tenth: two tenths share one, and the most deprived are darkest."""
    return SEQUENTIAL[-1 - (tenth - 1) * len(SEQUENTIAL) // TENTHS]


def _shade_key() -> list[Symbol]:
    pairs = [(low, low + 1) for low in range(1, TENTHS, 2)]
    return [Symbol(f"Tenths {low} and {high}", "circle", _shade(low).light) for low, high in pairs]


def _colours(frame: pd.DataFrame, is_tenths: bool) -> dict[str, list[str]]:
    shades = [_shade(int(mark)) if is_tenths else SEQUENTIAL[-1] for mark in frame["mark"]]
    return {
        "fill": [shade.light for shade in shades],
        "ink": [ink_on(shade).light for shade in shades],
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


def label_places(dots: pd.DataFrame, width: float) -> dict[str, list[float]]:
    """Give `label_x`, `label_y`, the middle of the `label` of each dot at `x`, `y` on a map of some width.

    A label goes where it covers no dot and no other label, else where it covers least.
    """
    taken = [(x - DOT, x + DOT, y - DOT, y + DOT) for x, y in zip(dots["x"], dots["y"], strict=True)]
    xs, ys = [], []
    for x, y, label in zip(dots["x"], dots["y"], dots["label"], strict=True):
        half = len(str(label)) * LETTER / 2
        spots = [
            (x + side * (DOT + 2 + half + more), y + up * (DOT + line_height(SMALL_FONT) / 2 + more))
            for more, (up, side) in product(FURTHER, ((0, 1), (0, -1), *product((1, -1), (0, 1, -1))))
        ]
        boxes = [_box(spot, half) for spot in spots]
        costs = [_cost(box, taken, width) for box in boxes]
        best = costs.index(min(costs))
        taken.append(boxes[best])
        xs.append(spots[best][0])
        ys.append(spots[best][1])
    return {"label_x": xs, "label_y": ys}


def _box(spot: tuple[float, float], half: float) -> Box:
    tall = line_height(SMALL_FONT) / 2 - 1
    return spot[0] - half, spot[0] + half, spot[1] - tall, spot[1] + tall


def _cost(box: Box, taken: list[Box], width: float) -> float:
    """Give the area that a label would share with what is there, in square pixels; outside is dear."""
    shared = fsum(
        max(min(box[1], other[1]) - max(box[0], other[0]), 0.0)
        * max(min(box[3], other[3]) - max(box[2], other[2]), 0.0)
        for other in taken
    )
    outside = max(-box[0], 0.0) + max(box[1] - width, 0.0)
    return shared + outside * OUTSIDE
