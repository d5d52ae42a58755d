"""The places most like each one, all at once, are those that a comparison finds one by one."""

import random
from dataclasses import replace

import pytest
from tests.frozen import book

from resilience.places.alike import alike, alike_by_code
from resilience.places.comparison import CannotMatch, Choice, compare
from resilience.places.nation import apart
from resilience.places.nation_tables import nation_tables

BASE = book()
TABLES = nation_tables(BASE.country, BASE.place_figures)
ENGLAND = TABLES["england"]


def test_all_at_once_is_the_same_to_the_last_bit() -> None:
    found = alike(ENGLAND)
    for code in random.Random(15).sample(list(ENGLAND.codes), 30):
        assert found[code] == compare(ENGLAND, {code: 1.0}, Choice(apart(ENGLAND.figures))).matches


@pytest.mark.parametrize("nation", ["wales", "scotland", "northern-ireland"])
def test_where_only_one_council_is_known_nothing_is_alike(nation: str) -> None:
    table = TABLES[nation]
    assert not any(alike(table).values())
    with pytest.raises(CannotMatch, match=r"Only 0 "):
        compare(table, {table.codes[0]: 1.0}, Choice(apart(table.figures)))


def test_a_place_that_lacks_a_figure_is_like_nothing_and_nothing_is_like_it() -> None:
    code, other = ENGLAND.codes[0], alike(ENGLAND)[ENGLAND.codes[0]][0].code
    columns = dict(ENGLAND.columns) | {"crime": [None, *ENGLAND.columns["crime"][1:]]}
    lacking = replace(ENGLAND, columns=columns)
    assert alike(lacking)[code] == ()
    assert code not in {match.code for match in alike(lacking)[other]}


def test_it_is_told_with_names_for_every_place_of_the_country() -> None:
    named = alike_by_code(TABLES.values())
    assert set(named) == set(BASE.country.places)
    code, name, council, distance = named["E05015190"][0]
    assert BASE.country.places[code].name == name
    assert council in {one.name for one in BASE.country.councils.values()} - {"Blackpool"}
    assert distance == round(distance, 2) > 0
