"""A place or council is found under each letter that a word of its name begins with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.frozen import book

from resilience.planning.from_records.place_view import PlaceView
from resilience.site.pages.common import Pages
from resilience.site.places.names import letters_of, name_parts, words_of

PAGES = Pages(book())
PARTS = name_parts(PlaceView(PAGES, PAGES.nation_tables))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Bôn-y-maen", ["bon", "y", "maen"]),
        ("St. Ann’s", ["st", "anns"]),
        ("Moss Bay & Moorclose", ["moss", "bay", "and", "moorclose"]),
        ("Cults, Bieldside and Milltimber West", ["cults", "bieldside", "and", "milltimber", "west"]),
        ("Aldergrove 1", ["aldergrove", "1"]),
    ],
)
def test_accents_apostrophes_and_signs_are_folded(name: str, words: list[str]) -> None:
    assert words_of(name) == words


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert words_of(" ".join(words_of(text))) == words_of(text)


def test_every_place_and_council_stands_under_each_of_its_letters() -> None:
    country = PAGES.base.country
    for place in country.places.values():
        assert all(
            place.code in {row[0] for row in PARTS[letter]["places"]} for letter in letters_of([place.name])
        )
    for council in country.councils.values():
        assert all(
            council.code in {row[0] for row in PARTS[letter]["councils"]}
            for letter in letters_of([council.name])
        )


def test_a_part_names_the_councils_of_its_places() -> None:
    for part in PARTS.values():
        assert {row[2] for row in part["places"]} == set(part["of"])


def test_a_former_council_leads_to_that_of_today() -> None:
    (row,) = [row for row in PARTS["a"]["councils"] if row[1] == "Cumberland"]
    assert "Allerdale" in row[3]


def test_a_neighbourhood_is_found_and_its_name_leads_to_the_ward_of_today() -> None:
    assert ["claremont", "Claremont", []] in PARTS["c"]["neighbourhoods"]
    (row,) = [row for row in PARTS["c"]["places"] if row[0] == "E05015190"]
    assert row[1:] == ["Claremont", "E06000009", []]


def test_the_larger_places_stand_first() -> None:
    weights = [PAGES.base.country.places[row[0]].weight or 0 for row in PARTS["b"]["places"]]
    assert weights == sorted(weights, reverse=True)
