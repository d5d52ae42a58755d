"""Each council has one tile, in the block of its region, shaded by its number."""

from typing import Any

import pandas as pd
import pytest

from resilience.figures.council_tiles import LEAST_OF_SHADES, council_tiles
from resilience.figures.figure import Figure
from resilience.figures.palette import SEQUENTIAL

FRAME = pd.DataFrame(
    [("Leeds", "Yorkshire and the Humber", 1), ("Bolton", "North West", 9), ("Wigan", "North West", 2)],
    columns=["council", "region", "n"],
)


def figure(frame: pd.DataFrame = FRAME) -> Figure:
    return council_tiles(frame, title="T", things="activity types", note="N")


def tiles(made: Figure, size: str = "wide") -> list[dict[str, Any]]:
    spec = made.payload()["narrow" if size == "narrow" else "wide"]
    return [row for rows in spec["datasets"].values() for row in rows if "council" in row]


def test_the_sentence_says_how_many_have_one_and_who_has_most() -> None:
    assert figure().sentence == (
        "1 of 3 authorities have one activity type on record; Bolton (9), Wigan (2) and Leeds (1) have most."
    )


@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_no_two_tiles_share_a_place(size: str) -> None:
    many = pd.DataFrame([(f"C{n}", "London", 1) for n in range(40)], columns=["council", "region", "n"])
    made = figure(pd.concat([FRAME, many]))
    assert len({(tile["x"], tile["y"]) for tile in tiles(made, size)}) == 43


def test_the_shade_rises_with_the_number() -> None:
    ns = [1, 2, 3, 4, 5, 7, 8, 30]
    frame = pd.DataFrame([(f"C{n}", "Wales", n) for n in ns], columns=["council", "region", "n"])
    fills = {tile["shown"]: tile["fill"] for tile in tiles(figure(frame))}
    shades = [shade.light for shade in SEQUENTIAL]
    assert [shades.index(fills[str(n)]) for n in ns] == [0, 1, 2, 2, 3, 3, 4, 4]
    assert len(LEAST_OF_SHADES) == len(SEQUENTIAL)


def test_the_list_names_every_council_by_region() -> None:
    assert figure().table["Authority"].tolist() == ["Bolton", "Wigan", "Leeds"]
    assert list(figure().table) == ["Authority", "Region", "Activity types"]


def test_a_region_without_a_place_is_refused() -> None:
    with pytest.raises(ValueError, match="no place for Mercia"):
        figure(FRAME.assign(region="Mercia"))
