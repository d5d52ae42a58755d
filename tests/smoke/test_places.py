"""The tables of all places on record: known values, and nothing counted twice or lost."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from resilience.evidence import EvidenceBase
from resilience.evidence.outlines import read_outlined, read_outlines
from resilience.findings.standings import Standings
from resilience.records.vocabulary import Nation

ROOT = Path(__file__).parents[2]
CASES = yaml.safe_load(Path(__file__).with_name("cases").joinpath("places.yml").read_text(encoding="utf-8"))
BASE = EvidenceBase(ROOT / "evidence")
STANDINGS = Standings(BASE.country, BASE.place_figures)
WAYS: dict[str, Callable[[str, str], float | None]] = {
    "place": lambda code, key: BASE.country.places[code].figures.get(key),
    "council": STANDINGS.of_council,
    "nation": lambda code, key: STANDINGS.of_nation(Nation(code), key),
    "better": lambda code, key: STANDINGS.better_off(BASE.country.places[code], key),
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_figures_are_those_worked_out_apart(case: dict[str, Any]) -> None:
    asked, expect = case["input"], case["expect"]
    found = WAYS[asked["of"]](asked["code"], asked["key"])
    if expect["value"] is None:
        assert found is None, case["note"]
    else:
        assert found == pytest.approx(expect["value"], abs=expect["within"]), case["note"]


def total(nations: set[Nation], what: Callable[[Any], int | None]) -> int:
    return sum(what(place) or 0 for place in BASE.country.places.values() if place.nation in nations)


def test_every_small_area_is_in_one_place() -> None:
    lsoas = {Nation.ENGLAND, Nation.WALES}
    assert total(lsoas, lambda place: place.areas) == 35_672
    assert total({Nation.SCOTLAND}, lambda place: place.areas) == 6_976
    assert total({Nation.NORTHERN_IRELAND}, lambda place: place.areas) == 890
    assert total({Nation.ENGLAND}, lambda place: place.areas) == 33_755


def test_households_are_those_of_the_census_and_people_those_of_the_index() -> None:
    assert total({Nation.ENGLAND, Nation.WALES}, lambda place: place.weight) == 24_783_097
    assert total({Nation.SCOTLAND}, lambda place: place.weight) == 5_424_800
    assert total({Nation.NORTHERN_IRELAND}, lambda place: place.weight) == 0


def test_how_many_places_each_nation_has() -> None:
    counts = Counter(place.nation for place in BASE.country.places.values())
    assert counts == {
        Nation.ENGLAND: 6_784,
        Nation.WALES: 752,
        Nation.SCOTLAND: 1_279,
        Nation.NORTHERN_IRELAND: 890,
    }
    assert len(BASE.country.councils) == 361


def test_of_the_wards_of_2024_most_are_wards_of_2025() -> None:
    folder = BASE.folder / "places"
    outlined = read_outlines(folder).rings.keys()
    assert len(outlined & BASE.country.places.keys()) == 7_210
    assert outlined == read_outlined(folder).keys()


def test_councils_have_the_codes_of_today_and_real_predecessors() -> None:
    councils = BASE.country.councils
    assert {"E08000016", "E08000019", "S12000015"}.isdisjoint(councils)
    assert councils["E08000038"].former == councils["S12000047"].former == ()
    assert councils["E06000063"].former == ("Allerdale", "Carlisle", "Copeland")
    assert councils["E07000112"].former == ("Shepway",)
    assert {place.council for place in BASE.country.places.values()} == councils.keys()
