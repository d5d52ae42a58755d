"""The page on comparison areas finds what the room of places finds, and refuses with a sentence."""

import json
from typing import Any

import pytest
from tests.frozen import book

from resilience.places.comparison import Choice, compare
from resilience.places.measures import COMPARED
from resilience.records.area import Ward
from resilience.site.live.browser import Refusal
from resilience.site.live.browser.areas_handler import areas
from resilience.site.parts.areas_part import plain_wards

WARDS = book().wards
COLUMNS = tuple(one.column for one in COMPARED)


def request(**changes: object) -> dict[str, Any]:
    return {"place": "claremont", "indicators": COLUMNS, "own_council": False, "apart_km": "3"} | changes


def test_it_finds_what_places_finds() -> None:
    place = [ward for ward in WARDS if ward.neighbourhood == "claremont"]
    expected = compare(place, WARDS, Choice(COLUMNS, apart_km=3), 5)
    found = areas(WARDS, request())
    assert [row[0] for row in found["matches"]] == [one.ward.name for one in expected.matches]
    assert [row[4] for row in found["balance"]] == [one.after for one in expected.balance]


def test_wards_come_back_from_the_browsers_data_as_they_were() -> None:
    back = [Ward(**ward) for ward in json.loads(json.dumps(plain_wards(WARDS)))]
    assert areas(back, request()) == areas(WARDS, request())


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"place": ""}, "Choose a place."),
        ({"place": "nowhere"}, "Choose a place."),
        ({"indicators": []}, "Choose at least one figure."),
        ({"apart_km": "far"}, "Enter a distance"),
        ({"apart_km": "2000"}, "Only 0 wards are left"),
    ],
)
def test_what_can_not_be_done_is_refused(changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        areas(WARDS, request(**changes))


def test_a_figure_that_a_place_lacks_is_named_as_the_page_names_it() -> None:
    far = next(ward for ward in WARDS if "park_distance_m" not in ward.figures)
    with pytest.raises(Refusal, match=r"no figure for Distance to the nearest park\. Leave it out\."):
        areas(WARDS, request(place=far.code))
