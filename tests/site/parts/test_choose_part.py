"""The page on choosing ranks as the room does, says what is known first, and refuses with a sentence."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from tests.frozen import book

from resilience.appraisal import Group, options_of, places_of, rank, rules_of
from resilience.site.live.browser import Refusal
from resilience.site.live.browser.choose_handler import chosen
from resilience.site.pages.common import Pages
from resilience.site.parts.choose_part import CHOOSE, choosing_data, needs_of

PAGES = Pages(book())
DATA = json.loads(json.dumps(choosing_data(PAGES)))
OPTIONS, PLACES, RULES = options_of(PAGES), places_of(PAGES), rules_of(PAGES)
HTML = BeautifulSoup(CHOOSE.render(PAGES, "", root="./", download="6 MB", uri=str), "html.parser")


def request(**changes: object) -> dict[str, Any]:
    start = {"place": "claremont", "outcomes": ["connection"], "weights": {}, "out": [], "own": {}}
    return start | changes


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"place": "E05001646", "outcomes": ["mind", "money"], "weights": {"need": "30", "mind": "100"}},
        {"place": "", "outcomes": ["say"], "own": {"befriending": "7", "fuel-poverty": "2"}},
        {"out": ["befriending"], "weights": {"need": "0"}},
    ],
)
def test_it_ranks_as_the_room_does(changes: dict[str, Any]) -> None:
    asked = request(**changes)
    found = chosen(DATA, asked)
    place = next((one.percentiles for one in PLACES.all if one.slug == asked["place"]), {})
    group = Group(
        tuple(asked["outcomes"]),
        {step: float(weight) for step, weight in asked["weights"].items()},
        frozenset(asked["out"]),
        {slug: float(score) for slug, score in asked["own"].items()},
    )
    expected = rank(OPTIONS, place, group, RULES)
    assert [one["type"] for one in found["ranked"]] == [one.option.slug for one in expected.ranked]
    assert [one["tier"] for one in found["ranked"]] == [one.tier for one in expected.ranked]
    assert [tuple(one["score"]) for one in found["ranked"]] == [one.score for one in expected.ranked]
    assert found["weights"] == expected.weights
    assert found["silent"] == list(expected.silent)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"place": "nowhere"}, "Choose a place."),
        ({"outcomes": []}, "Pick at least one outcome that you want to change."),
        ({"weights": {"need": "0", "connection": "0"}}, "Give at least one step more than 0."),
        ({"weights": {"need": "many"}}, "A weight is a number from 0 to 100. Mend “many” for need."),
        (
            {"own": {"befriending": "99"}},
            "A score of your own is a number from 0 to 10. Mend “99” for Befriending.",
        ),
        ({"own": {"befriending": "nan"}}, "Mend “nan” for Befriending."),
    ],
)
def test_what_can_not_be_done_is_refused(changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence.replace("(", r"\(")):
        chosen(DATA, request(**changes))


def test_what_is_known_of_the_example_stands_without_scripts() -> None:
    missing = HTML.select_one("noscript")
    assert missing
    assert "needs JavaScript" in missing.get_text()
    shown = [row for row in HTML.select(".choose-matrix tbody tr") if not row.has_attr("hidden")]
    assert all("mind" in str(row["data-about"]).split() for row in shown)
    assert len(shown) == sum(option.is_about(["mind"]) for option in OPTIONS)
    columns = [head for head in HTML.select(".choose-matrix thead th") if not head.has_attr("hidden")]
    assert [head.get_text() for head in columns] == [
        "Activity",
        "Need here",
        "Mind: what happens, how sure, how much",
        "Cost, where known",
        "Who could tell you how",
    ]
    ranked = rank(OPTIONS, PLACES.all[0].percentiles, Group(("mind",)), RULES).ranked
    assert len(HTML.select(".choose-tiers tbody tr:not(.choose-tier)")) == len(ranked)


def test_each_step_and_field_has_its_label() -> None:
    fields = HTML.select("form :is(select, input)")
    assert len(fields) > 40
    for field in fields:
        assert (
            field.has_attr("aria-label")
            or field.find_parent("label")
            or HTML.select_one(f"label[for={field['id']}]")
        )
    assert [box["value"] for box in HTML.select("[name=outcome]")] == list(PAGES.base.outcome_groups)


def test_the_needs_of_the_table_are_those_of_the_places() -> None:
    needs = needs_of(OPTIONS, PLACES)
    place = PLACES.named("claremont")[0]
    found = dict(zip(needs["types"], needs["places"]["claremont"], strict=True))
    assert found["fuel-poverty"] == round(place.percentiles["fuel_poor_pct_2019"])
    assert "neighbourhood-partnerships" not in found
    assert len(needs["places"]) == len(PLACES.all)


def test_what_a_row_says_of_an_activity() -> None:
    row = HTML.select_one(".choose-matrix tr[data-type=befriending]")
    assert row
    cell = row.select_one("[data-group=mind]")
    assert cell
    words = " ".join(cell.get_text().split())
    assert words.startswith("Helps (promising evidence)")
    assert "evaluations and reviews." in words
    assert row.select(".choose-size a[href^='policies/']") == [] or "council" in row.get_text()
