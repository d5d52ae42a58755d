"""The regions and nations of the UK as tiles, and councils as tiles inside them: maps without outlines."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from resilience.figures.figure import Boxes, Figure
from resilience.figures.palette import SEQUENTIAL, shade_of
from resilience.records.english import listing, number, one_or_more

if TYPE_CHECKING:
    import pandas as pd

# Column and row of each region, roughly where it lies.
PLACES = {
    "Scotland": (2, 1),
    "Northern Ireland": (1, 2),
    "North East": (3, 2),
    "North West": (2, 3),
    "Yorkshire and the Humber": (3, 3),
    "Wales": (1, 4),
    "West Midlands": (2, 4),
    "East Midlands": (3, 4),
    "East of England": (4, 4),
    "South West": (2, 5),
    "South East": (3, 5),
    "London": (4, 5),
}
SHORT = {"Yorkshire and the Humber": "Yorks and Humber"}
"""What is written where a name is too long for its tile."""
NAMED_AT_MOST = 3
HEADS = {"of": "All on record there", "policies": "Policies"}
LEAST_OF_SHADES = (1, 2, 3, 5, 8)
"""The least number of a council that has each shade, palest first."""


def regions(frame: "pd.DataFrame", *, title: str, things: str, note: str) -> Figure:
    """Map counts: columns `region` and `n`, and any others that the table shows; `things` are counted.

    The column `of` stands for all that are on record there, `policies` for policies.
    Raises ValueError for a region that is not on the map.
    """
    _refuse_unknown(frame["region"])
    counts = dict(zip(frame["region"], frame["n"].astype(int), strict=True))
    most = max(*counts.values(), 1)
    tiles = [
        {**_place(region), "n": number(n) if (n := counts[region]) else "–", "shade": _share(n, most)}
        for region in PLACES
        if region in counts
    ]
    return Figure(
        title=title,
        sentence=_regions_in_words(frame, things),
        table=frame.rename(columns={"region": "Region", "n": things.capitalize(), **HEADS}),
        chart=Boxes("regions", {"tiles": tiles}),
        note=note,
        alt=f"Tile map of the UK's regions and nations: {title}",
    )


def council_tiles(frame: "pd.DataFrame", *, title: str, things: str, note: str) -> Figure:
    """Map councils: columns `council`, `region`, `n`, and any others that the table shows.

    A tile is shaded by `n`, the number of `things`. Raises ValueError for a region that is not on the map.
    """
    _refuse_unknown(frame["region"])
    ordered = frame.sort_values(["region", "n", "council"], ascending=[True, False, True])
    blocks = [
        {
            **_place(region),
            "n": number(len(councils)),
            "tiles": [
                {"council": f"{council}: {number(n)}", "shade": _council_shade(n)}
                for council, n in zip(councils["council"], councils["n"], strict=True)
            ],
        }
        for region in PLACES
        if len(councils := ordered[ordered["region"] == region])
    ]
    heads = {"council": "Authority", "region": "Region", "n": things.capitalize()}
    return Figure(
        title=title,
        sentence=_councils_in_words(frame, things),
        table=ordered.rename(columns=heads),
        chart=Boxes("councils", {"regions": blocks, "key": spans(things)}),
        note=note,
        alt=f"Tile map of authorities by region and nation: {title}",
    )


def _refuse_unknown(regions: Iterable[str]) -> None:
    unknown = set(regions) - set(PLACES)
    if unknown:
        raise ValueError(f"The map has no place for {listing(sorted(unknown))}.")


def _place(region: str) -> dict[str, str | int]:
    column, row = PLACES[region]
    return {"region": region, "short": SHORT.get(region, region), "column": column, "row": row}


def _share(n: int, most: int) -> int:
    """Give the shade of a share of the most, from 1, palest; 0 where there are none."""
    return SEQUENTIAL.index(shade_of(n / most)) + 1 if n else 0


def _council_shade(n: int) -> int:
    return max(sum(n >= least for least in LEAST_OF_SHADES), 1)


def spans(things: str) -> list[dict[str, str | int]]:
    """Say of each shade how many things it stands for: its words, its number and the fewest of them."""
    one = {"activities": "activity"}.get(things, things.removesuffix("s"))
    lasts = [least - 1 for least in LEAST_OF_SHADES[1:]]
    said = [str(a) if a == b else f"{a} to {b}" for a, b in zip(LEAST_OF_SHADES, lasts, strict=False)]
    labels = [f"{said[0]} {one}", *said[1:], f"{LEAST_OF_SHADES[-1]} or more"]
    return [
        {"label": label, "shade": shade, "least": least}
        for shade, (label, least) in enumerate(zip(labels, LEAST_OF_SHADES, strict=True), start=1)
    ]


def _regions_in_words(frame: "pd.DataFrame", things: str) -> str:
    total, some = int(frame["n"].sum()), frame[frame["n"] > 0]
    if some.empty:
        return f"No {things} are on record."
    most = some.sort_values(["n", "region"], ascending=[False, True]).head(NAMED_AT_MOST)
    named = [f"{region} ({number(n)})" for region, n in zip(most["region"], most["n"], strict=True)]
    regions_ = one_or_more(len(some), "region or nation", "regions and nations")
    return f"{number(total)} {things} in {number(len(some))} {regions_}; most in {listing(named)}."


def _councils_in_words(frame: "pd.DataFrame", things: str) -> str:
    ordered = frame.sort_values(["n", "council"], ascending=[False, True])
    named = [f"{council} ({number(n)})" for council, n in zip(ordered["council"], ordered["n"], strict=True)]
    one = int((frame["n"] == 1).sum())
    return (
        f"{number(one)} of {number(len(frame))} authorities have one {things.removesuffix('s')} on record; "
        f"{listing(named[:NAMED_AT_MOST])} have most."
    )
