"""The map of regions, and of councils in them: each has one place, shaded by its number."""

from typing import Any

import pandas as pd
import pytest

from resilience.figures.figure import Figure
from resilience.figures.palette import SEQUENTIAL
from resilience.figures.region_tiles import LEAST_OF_SHADES, PLACES, council_tiles, regions


def frame(**counts: int) -> pd.DataFrame:
    rows = [(name, counts.get(name.replace(" ", "_"), 0), 20) for name in PLACES]
    return pd.DataFrame(rows, columns=["region", "n", "of"])


def test_the_sentence_names_where_most_are() -> None:
    figure = regions(frame(North_West=3, Wales=1), title="T", things="authorities", note="N")
    assert figure.sentence == "4 authorities in 2 regions and nations; most in North West (3) and Wales (1)."


def test_none_is_said_so() -> None:
    assert (
        regions(frame(), title="T", things="authorities", note="N").sentence
        == "No authorities are on record."
    )


def test_a_region_without_a_tile_is_refused() -> None:
    other = pd.DataFrame([("Mercia", 1, 1)], columns=["region", "n", "of"])
    with pytest.raises(ValueError, match="no place for Mercia"):
        regions(other, title="T", things="authorities", note="N")


def test_no_two_regions_share_a_tile() -> None:
    assert len(set(PLACES.values())) == len(PLACES)


def test_a_tile_is_shaded_by_its_share_of_the_most_and_a_dash_is_none() -> None:
    made = regions(frame(North_West=10, Wales=1, London=8), title="T", things="authorities", note="N")
    tiles = {tile["region"]: tile for tile in made.payload()["boxes"]["parts"]["tiles"]}
    found = {
        region: (tiles[region]["n"], tiles[region]["shade"])
        for region in ("North West", "London", "Wales", "Scotland")
    }
    assert found == {"North West": ("10", 5), "London": ("8", 5), "Wales": ("1", 1), "Scotland": ("–", 0)}


def test_the_table_names_what_else_is_counted() -> None:
    counted = frame(London=1).rename(columns={"of": "policies"})
    figure = regions(counted, title="T", things="authorities", note="N")
    assert list(figure.table) == ["Region", "Authorities", "Policies"]


FRAME = pd.DataFrame(
    [("Leeds", "Yorkshire and the Humber", 1), ("Bolton", "North West", 9), ("Wigan", "North West", 2)],
    columns=["council", "region", "n"],
)


def figure(frame: pd.DataFrame = FRAME) -> Figure:
    return council_tiles(frame, title="T", things="activity types", note="N")


def blocks(made: Figure) -> dict[str, dict[str, Any]]:
    return {block["region"]: block for block in made.payload()["boxes"]["parts"]["regions"]}


def test_the_sentence_on_councils_says_how_many_have_one_and_who_has_most() -> None:
    assert figure().sentence == (
        "1 of 3 authorities have one activity type on record; Bolton (9), Wigan (2) and Leeds (1) have most."
    )


def test_each_council_has_a_tile_in_its_region() -> None:
    found = blocks(figure())
    assert [tile["council"] for tile in found["North West"]["tiles"]] == ["Bolton: 9", "Wigan: 2"]
    assert (found["North West"]["n"], found["North West"]["column"], found["North West"]["row"]) == (
        "2",
        2,
        3,
    )


def test_the_shade_rises_with_the_number() -> None:
    ns = [30, 8, 7, 5, 4, 3, 2, 1]
    frame = pd.DataFrame([(f"C{n}", "Wales", n) for n in ns], columns=["council", "region", "n"])
    made = figure(frame)
    assert [tile["shade"] for tile in blocks(made)["Wales"]["tiles"]] == [5, 5, 4, 4, 3, 3, 2, 1]
    assert len(LEAST_OF_SHADES) == len(SEQUENTIAL)


def test_the_key_names_every_shade() -> None:
    key = figure().payload()["boxes"]["parts"]["key"]
    assert [(one["shade"], one["label"]) for one in key] == [
        (1, "1 activity type"),
        (2, "2"),
        (3, "3 to 4"),
        (4, "5 to 7"),
        (5, "8 or more"),
    ]


def test_the_list_names_every_council_by_region() -> None:
    assert figure().table["Authority"].tolist() == ["Bolton", "Wigan", "Leeds"]
    assert list(figure().table) == ["Authority", "Region", "Activity types"]


def test_a_council_of_a_region_without_a_place_is_refused() -> None:
    with pytest.raises(ValueError, match="no place for Mercia"):
        figure(FRAME.assign(region="Mercia"))
