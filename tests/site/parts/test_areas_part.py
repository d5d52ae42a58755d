"""The page on comparison areas finds what the room of places finds, and refuses with a sentence."""

import json
import random
from typing import Any

import pytest
from bs4 import BeautifulSoup
from tests.frozen import book

from resilience.places.comparison import Choice, compare
from resilience.places.comparison_words import notes, verdict
from resilience.places.nation import apart, as_data, from_data
from resilience.site.live.browser import Refusal
from resilience.site.live.browser.areas_handler import MAHALANOBIS, areas
from resilience.site.pages.common import Pages
from resilience.site.parts.areas_part import AREAS, answers_of

PAGES = Pages(book())
TABLES = PAGES.nation_tables
ENGLAND = TABLES["england"]
KEYS = apart(ENGLAND.figures)
ASKED_OF = 50
SEED = 15


def request(**changes: object) -> dict[str, Any]:
    usual = {"place": "claremont", "nation": "england", "figures": KEYS, "own_council": False}
    return usual | {"distance": "straight"} | changes


@pytest.fixture(scope="module")
def html() -> BeautifulSoup:
    return BeautifulSoup(AREAS.render(PAGES, "", root="./", download="6 MB", uri=str), "html.parser")


@pytest.mark.parametrize("distance", ["straight", MAHALANOBIS])
@pytest.mark.parametrize("nation", TABLES)
def test_the_browser_finds_what_places_finds(nation: str, distance: str) -> None:
    table = TABLES[nation]
    in_browser = from_data(json.loads(json.dumps(as_data(table))))
    # The small book holds one council of three nations, whose figures go closely together.
    keys = KEYS if nation == "england" else ("income", "crime", "access", "not_deprived")
    choice = Choice(keys, own_council=True, by_covariance=distance == MAHALANOBIS)
    for code in random.Random(SEED).choices(table.codes, k=ASKED_OF):
        expected = compare(table, {code: 1.0}, choice)
        found = areas(in_browser, request(place=code, figures=keys, own_council=True, distance=distance))
        assert [(row[0], row[3]) for row in found["matches"]] == [
            (table.link_of(one.code), one.distance) for one in expected.matches
        ]
        assert [row[2:] for row in found["balance"]] == [
            [one.place, one.matches, one.before, one.after] for one in expected.balance
        ]
        assert found["verdict"] == verdict(table, expected)
        assert found["notes"] == notes(table, {code: 1.0}, choice, expected)
        assert found["candidates"] == expected.candidates


def test_a_neighbourhood_is_its_wards_of_today() -> None:
    expected = compare(ENGLAND, ENGLAND.neighbourhoods["central-southport"], Choice(KEYS))
    found = areas(ENGLAND, request(place="central-southport"))
    assert [row[0] for row in found["matches"]] == [ENGLAND.link_of(one.code) for one in expected.matches]
    assert found == answers_of(PAGES)["central-southport"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"place": ""}, "Choose a place."),
        ({"place": "nowhere"}, "The place is not among those on record for England."),
        ({"figures": []}, "Choose at least one figure."),
    ],
)
def test_what_can_not_be_done_is_refused(changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        areas(ENGLAND, request(**changes))
    assert str(refused.value) == sentence


def test_the_form_has_the_figures_of_each_nation_with_the_usual_ones_ticked(html: BeautifulSoup) -> None:
    for nation, table in TABLES.items():
        boxes = html.select(f"fieldset[data-nation={nation}] [name=figure]")
        assert sorted(str(box["value"]) for box in boxes) == sorted(one.key for one in table.figures)
        assert tuple(box["value"] for box in boxes if box.has_attr("checked")) == apart(table.figures)
        assert html.select(f"fieldset[data-nation={nation}]")[0].has_attr("hidden") == (nation != "england")


def test_the_verdict_stands_with_the_answer_and_without_scripts(html: BeautifulSoup) -> None:
    answer = html.select_one(".areas-answer .areas-verdict")
    assert answer
    assert "ood match " in answer.get_text()
    without = html.select_one("noscript")
    assert without
    assert "needs JavaScript" in without.get_text()
    assert without.select("a")


def test_each_table_says_which_index_of_which_year(html: BeautifulSoup) -> None:
    for caption in html.select(".areas caption"):
        assert "English Indices of Deprivation 2025" in caption.get_text()
    assert "wards of 2024" in html.select(".areas-say")[0].get_text()


def test_what_the_page_knows_is_the_answer_of_python(html: BeautifulSoup) -> None:
    known = json.loads(html.select(".areas-known")[0].get_text())
    assert known == json.loads(json.dumps(answers_of(PAGES)))
    assert set(known) == set(ENGLAND.neighbourhoods)
