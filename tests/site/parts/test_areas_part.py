"""The page on comparison areas finds what the room of places finds, and refuses with a sentence."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from tests.frozen import book

from resilience.places.measures import COMPARED
from resilience.places.ward_comparison import TOO_FAR, Balance, Choice, compare, verdict
from resilience.records.area import Ward
from resilience.site.live.browser import Refusal
from resilience.site.live.browser.areas_handler import areas
from resilience.site.pages.common import Pages
from resilience.site.parts.areas_part import AREAS, plain_wards

WARDS = book().wards
NONE_OFF = "none is more than 0.25 standard deviations off."
PAGES = Pages(book())
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


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (
            (0.0, TOO_FAR, -TOO_FAR),
            f"Good match on 3 figures: {NONE_OFF}",
        ),
        ((0.1,), f"Good match on 1 figure: {NONE_OFF}"),
        ((0.26, -0.72, 0.1), "Poor match on 2 of 3 figures: treat with care."),
    ],
)
def test_the_verdict_counts_figures_that_are_too_far_off(after: tuple[float, ...], said: str) -> None:
    assert verdict([Balance("imd", 0, 0, 0, 1.0, one) for one in after]) == said


def test_the_verdict_stands_with_the_answer_and_without_scripts() -> None:
    html = BeautifulSoup(AREAS.render(PAGES, "", root="./", download="6 MB", uri=str), "html.parser")
    answer = html.select_one(".areas-answer .areas-verdict")
    assert answer
    assert "match on" in answer.get_text()
    without = html.select_one("noscript")
    assert without
    assert "needs JavaScript" in without.get_text()
