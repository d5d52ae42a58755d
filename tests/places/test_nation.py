"""A nation in columns says what the records say, and comes back from JSON as it was."""

import json
from statistics import pstdev

import pytest
from tests.frozen import book
from tests.places.made_nation import FIGURES, made_nation

from resilience.places.nation import NationTable, apart, as_data, from_data, slug_of
from resilience.places.nation_tables import nation_tables

BASE = book()
TABLES = nation_tables(BASE.country, BASE.place_figures)
USUAL = {
    "england": "income employment education health crime housing environment fuel_poverty not_deprived",
    "wales": "income employment education health crime housing access environment not_deprived",
    "scotland": "income employment education health crime housing access",
    "northern-ireland": "income employment education health crime access environment",
}


@pytest.mark.parametrize("nation", TABLES)
def test_it_comes_back_from_json_as_it_was(nation: str) -> None:
    table = TABLES[nation]
    back = from_data(json.loads(json.dumps(as_data(table))))
    assert as_data(back) == as_data(table)
    assert {code: set(own) for code, own in back.neighbours.items() if own} == {
        code: set(own) for code, own in table.neighbours.items() if own
    }
    assert back.programme == table.programme


def test_it_says_what_the_records_say() -> None:
    for nation, table in TABLES.items():
        assert list(table.codes) == sorted(
            place.code for place in BASE.country.places.values() if slug_of(place.nation) == nation
        )
        for code in table.codes:
            place = BASE.country.places[code]
            assert (table.name_of(code), table.council_of(code)) == (
                place.name,
                BASE.country.councils[place.council].name,
            )
            values = {key: column[table.row[code]] for key, column in table.columns.items()}
            assert {key: value for key, value in values.items() if value is not None} == place.figures


def test_a_neighbourhood_is_its_wards_of_today_by_shared_households() -> None:
    assert TABLES["england"].neighbourhoods == {
        "central-southport": {"E05000938": 7283, "E05000935": 6383},
        "claremont": {"E05015190": 3733},
    }
    assert TABLES["england"].programme == {"E05000938", "E05000935", "E05015190"}
    assert not any(table.programme for nation, table in TABLES.items() if nation != "england")


@pytest.mark.parametrize("nation", USUAL)
def test_the_usual_figures_are_domains_and_what_is_no_part_of_the_index(nation: str) -> None:
    assert apart(TABLES[nation].figures) == tuple(USUAL[nation].split())


def test_a_figure_without_parts_is_usual_and_a_part_of_a_part_is_not() -> None:
    assert apart(FIGURES) == ("income", "health", "fuel")


def test_the_spread_is_the_standard_deviation_of_all_places() -> None:
    for table in TABLES.values():
        for key, column in table.columns.items():
            known = [value for value in column if value is not None]
            assert table.spread(key) == pytest.approx(pstdev(known))


def test_what_does_not_vary_has_a_spread_of_one() -> None:
    same = made_nation({code: ("P", {"income": 0.1}) for code in "abc"})
    assert same.spread("income") == same.spread("fuel") == 1


def test_several_places_are_one_by_their_weights() -> None:
    table: NationTable = made_nation()
    assert table.mean_of("income", {"q1": 300, "q2": 100}) == 12.5
    assert table.mean_of("fuel", {"r2": 100, "q1": 300}) == 10
    assert table.mean_of("fuel", {"r2": 100}) is None
