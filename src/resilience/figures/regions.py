"""The regions of the UK as tiles, each with a number: a map that needs no outlines."""

import altair as alt
import pandas as pd

from resilience.figures.figure import Figure
from resilience.figures.layers import across, bars, colour, encoded, tip, words
from resilience.figures.palette import INK, INK_SOFT, PAPER, SEQUENTIAL, SUNK
from resilience.figures.style import NARROW, WIDE, Size
from resilience.figures.words import listing, number, one_or_more

# Column and row of each region, roughly where it lies.
PLACES = {
    "Scotland": (1, 0),
    "Northern Ireland": (0, 1),
    "North East": (2, 1),
    "North West": (1, 2),
    "Yorkshire and the Humber": (2, 2),
    "West Midlands": (1, 3),
    "East Midlands": (2, 3),
    "Wales": (0, 3),
    "East of England": (3, 3),
    "South West": (1, 4),
    "South East": (2, 4),
    "London": (3, 4),
}
ROWS, COLUMNS = 5, 4
SHORT = {"Yorkshire and the Humber": "Yorks and\nHumber", "Northern Ireland": "Northern\nIreland"}
TILE_HEIGHT = 66
NUMBER_FONT = 15
NAMED_AT_MOST = 3
HEADS = {"of": "All on record there", "policies": "Policies"}
# From this shade on, type must be pale to be read.
FIRST_DARK = 3


def short_name(region: str) -> str:
    """Give the name of a region in two lines, where it has two words."""
    return SHORT.get(region, region.replace(" ", "\n", 1))


def regions(frame: pd.DataFrame, *, title: str, things: str, note: str) -> Figure:
    """Map counts: columns `region` and `n`, and any others that the table shows; `things` are counted.

    The column `of` stands for all that are on record there, `policies` for policies.
    Raises ValueError for a region that is not on the map.
    """
    unknown = set(frame["region"]) - set(PLACES)
    if unknown:
        raise ValueError(f"The map has no tile for {listing(sorted(unknown))}.")
    return Figure(
        title=title,
        sentence=_sentence(frame, things),
        table=frame.rename(columns={"region": "Region", "n": things.capitalize(), **HEADS}),
        chart=_draw(frame, WIDE),
        narrow=_draw(frame, NARROW),
        note=note,
        alt=f"Tile map of the UK's regions and nations: {title}",
    )


def _draw(frame: pd.DataFrame, size: Size) -> alt.TopLevelMixin:
    width = min(size.width - 4, 460)
    tile = width / COLUMNS
    most = max(int(frame["n"].max()), 1)
    drawn = pd.DataFrame(
        [
            {
                "left": PLACES[region][0] * tile + 2,
                "right": (PLACES[region][0] + 1) * tile - 2,
                "top": PLACES[region][1] * TILE_HEIGHT + 2,
                "bottom": (PLACES[region][1] + 1) * TILE_HEIGHT - 2,
                "centre": (PLACES[region][0] + 0.5) * tile,
                "name": short_name(region),
                "region": region,
                "shown": number(n) if n else "–",
                "name_y": PLACES[region][1] * TILE_HEIGHT + 8,
                "number_y": (PLACES[region][1] + 1) * TILE_HEIGHT - 8,
                **_shade(n, most),
            }
            for region, n in zip(frame["region"], frame["n"].astype(int), strict=True)
        ]
    )
    ink = {"color": colour("ink"), "x": across("centre")}
    tiles = bars("left", "right", tooltip=tip(Region="region", Number="shown"))
    names = encoded(words("name", "centre", "name_y", align="center"), **ink)
    numbers = encoded(
        words(
            "shown",
            "centre",
            "number_y",
            font=NUMBER_FONT,
            align="center",
            baseline="bottom",
            fontWeight="bold",
        ),
        **ink,
    )
    return alt.LayerChart(
        layer=[tiles, names, numbers],
        data=drawn.round(1),
        width=width,
        height=ROWS * TILE_HEIGHT,
        autosize="none",
        padding=0,
    )


def _shade(n: int, most: int) -> dict[str, str]:
    if not n:
        return {"fill": SUNK.light, "ink": INK_SOFT.light}
    step = min(int(n / most * len(SEQUENTIAL)), len(SEQUENTIAL) - 1)
    return {"fill": SEQUENTIAL[step].light, "ink": INK.light if step < FIRST_DARK else PAPER.light}


def _sentence(frame: pd.DataFrame, things: str) -> str:
    total, some = int(frame["n"].sum()), frame[frame["n"] > 0]
    if some.empty:
        return f"No {things} are on record."
    most = some.sort_values(["n", "region"], ascending=[False, True]).head(NAMED_AT_MOST)
    named = [f"{region} ({number(n)})" for region, n in zip(most["region"], most["n"], strict=True)]
    regions_ = one_or_more(len(some), "region or nation", "regions and nations")
    return f"{number(total)} {things} in {number(len(some))} {regions_}; most in {listing(named)}."
