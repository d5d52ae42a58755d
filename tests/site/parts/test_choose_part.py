"""The page on choosing ranks as the room does, says what is known first, and refuses with a sentence."""

import json
from random import Random
from typing import Any

import pytest
from bs4 import BeautifulSoup
from tests.frozen import book

from resilience.appraisal import Group, Place, Ranking, Rules, needs_of, options_of, places_of, rank, rules_of
from resilience.appraisal.choosing import choosing_data
from resilience.planning.option_words import lead_of, not_known, notes_of, score, stays, tries, weights_of
from resilience.records.vocabulary import Nation
from resilience.site.live.browser import Refusal
from resilience.site.live.browser.choose_handler import chosen
from resilience.site.pages.common import Pages
from resilience.site.parts.choose_part import CHOOSE, neighbourhood_files

PAGES = Pages(book())
DATA = json.loads(json.dumps(choosing_data(PAGES)))
OPTIONS = {nation.value: options_of(PAGES, nation) for nation in Nation} | {"": options_of(PAGES)}
PLACES, RULES = places_of(PAGES), rules_of(PAGES)
LACKING = "W05001273"
"""Canton in Cardiff, which has no figure of the Welsh index."""
SEED, SAMPLE = 2026, 50
HTML = BeautifulSoup(CHOOSE.render(PAGES, "", root="./", download="6 MB", uri=str), "html.parser")


def better_of(place: Place) -> dict[str, float | None]:
    """Say how a place stands as the file of its council does: null where a figure is not known."""
    return {one.key: place.percentiles.get(one.key) for one in PAGES.standings.figures_of(place.nation)}


def request(place: Place | None = None, **changes: object) -> dict[str, Any]:
    here = place or PLACES.named("claremont")[0]
    start = {"nation": here.nation.value, "better": better_of(here), "outcomes": ["connection"]}
    return json.loads(json.dumps(start | {"weights": {}, "out": [], "own": {}} | changes))


def assert_agree(found: dict[str, Any], expected: Ranking) -> None:
    assert [one["type"] for one in found["ranked"]] == [one.option.slug for one in expected.ranked]
    assert [one["tier"] for one in found["ranked"]] == [one.tier for one in expected.ranked]
    assert [one["share"] for one in found["ranked"]] == [one.share for one in expected.ranked]
    assert [one["told"] for one in found["ranked"]] == [
        [tries(one.share), score(one), not_known(one, DATA["steps"])] for one in expected.ranked
    ]
    steps = DATA["steps"]
    assert found["says"] == {
        "lead": lead_of(expected),
        "weights": weights_of(expected, steps),
        "notes": notes_of(expected, steps),
        "stays": stays(expected),
    }


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"outcomes": ["mind", "money"], "weights": {"need": "30", "mind": "100"}},
        {"nation": "", "better": {}, "outcomes": ["say"], "own": {"befriending": "7", "fuel-poverty": "2"}},
        {"out": ["befriending"], "weights": {"need": "0"}},
    ],
)
def test_it_ranks_as_the_room_does(changes: dict[str, Any]) -> None:
    asked = request(**changes)
    group = Group(
        tuple(asked["outcomes"]),
        {step: float(weight) for step, weight in asked["weights"].items()},
        frozenset(asked["out"]),
        {slug: float(score) for slug, score in asked["own"].items()},
    )
    known = {key: value for key, value in asked["better"].items() if value is not None}
    assert_agree(chosen(DATA, asked), rank(OPTIONS[asked["nation"]], known, group, RULES))


@pytest.mark.parametrize("nation", Nation)
def test_on_places_drawn_at_random_it_ranks_as_the_room_does(nation: Nation) -> None:
    codes, few = PLACES.codes(nation), {**DATA, "rules": DATA["rules"] | {"tries": 20}}
    groups, drawn = list(PAGES.base.outcome_groups), Random(SEED)
    for code in drawn.sample(codes, min(SAMPLE, len(codes))):
        place, outcomes = PLACES.of(code), drawn.sample(groups, 2)
        # Outcomes count in the order of the page, however they are told.
        group = Group(tuple(sorted(outcomes, key=groups.index)))
        expected = rank(OPTIONS[nation.value], place.percentiles, group, Rules.from_plain(few["rules"]))
        assert_agree(chosen(few, request(place, outcomes=outcomes)), expected)


def test_a_figure_that_a_place_lacks_is_a_gap_and_no_nought() -> None:
    place = PLACES.of(LACKING)
    asked = request(place, outcomes=["home"])
    assert asked["better"]["index"] is None
    found = chosen(DATA, asked)
    assert found["says"]["notes"].startswith("Of need nothing is known")
    told = chosen(DATA, request(place, outcomes=["home"], better={"housing": 0}))
    assert {one["type"] for one in told["ranked"] if "need" not in one["told"][2]} >= {"healthy-homes"}


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"nation": "France"}, "Choose a place."),
        (
            {"better": {"income": 101}},
            "The figures of this place can’t be read: income is “101”. Choose it again.",
        ),
        ({"better": {"income": "many"}}, "income is “many”"),
        ({"better": {"income": True}}, "income is “True”"),
        ({"better": {"income": float("nan")}}, "income is “nan”"),
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
    assert len(shown) == sum(option.is_about(["mind"]) for option in OPTIONS[""])
    columns = [head for head in HTML.select(".choose-matrix thead th") if not head.has_attr("hidden")]
    assert [head.get_text() for head in columns] == [
        "Activity",
        "Need here",
        "Mind: what happens, how sure, how much",
        "Cost, where known",
        "Who could tell you how",
    ]
    start = PLACES.neighbourhoods[0]
    assert start.title in missing.get_text()
    assert missing.select_one("a[href$=all-councils]")
    ranked = rank(OPTIONS["England"], start.percentiles, Group(("mind",)), RULES).ranked
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


def test_the_page_holds_the_neighbourhoods_in_the_form_of_a_councils_file() -> None:
    script = HTML.select_one(".choose-places")
    assert script
    (file,) = json.loads(script.get_text())
    assert file == json.loads(json.dumps(neighbourhood_files(PAGES)))[0]
    assert [row["code"] for row in file["places"]] == [place.slug for place in PLACES.neighbourhoods]
    place = PLACES.named("claremont")[0]
    row = next(row for row in file["places"] if row["code"] == "claremont")
    needs = dict(zip(file["types"], row["needs"], strict=True))
    assert needs == needs_of(OPTIONS["England"], place.percentiles)
    assert needs["fuel-poverty"] == round(place.percentiles["fuel_poverty"])
    assert "neighbourhood-partnerships" not in needs
    assert dict(zip(file["figures"], row["better"], strict=True)).items() <= better_of(place).items()
    assert (
        row["fit"]
        == "Figures are those of the ward Claremont; all of its households are in the neighbourhood."
    )


def test_the_page_says_among_what_a_need_is_told() -> None:
    caption = HTML.select_one(".choose-matrix caption")
    assert caption
    assert caption.get_text().endswith("need: 100 = worst off of the wards of England")
    root = HTML.select_one(".choose")
    assert root
    scales = json.loads(str(root["data-scales"]))
    assert scales["Northern Ireland"]["among"] == "the small areas of Northern Ireland"
    assert "Welsh Index of Multiple Deprivation 2019" in scales["Wales"]["edition"]
    assert "North West" not in HTML.get_text()


def test_a_need_that_no_figure_tells_is_not_one_that_is_not_known() -> None:
    cells = {
        str(row["data-type"]): row.select_one(".choose-need")
        for row in HTML.select(".choose-matrix tr[data-type]")
    }
    said = {slug: cell.get_text() for slug, cell in cells.items() if cell}
    assert said["befriending"] == "no figure tells it"
    assert said["fuel-poverty"].endswith(" of 100")


def test_what_a_row_says_of_an_activity() -> None:
    row = HTML.select_one(".choose-matrix tr[data-type=befriending]")
    assert row
    cell = row.select_one("[data-group=mind]")
    assert cell
    words = " ".join(cell.get_text().split())
    assert words.startswith("Helps (promising evidence)")
    assert "evaluations and reviews." in words
    assert row.select(".choose-size a[href^='policies/']") == [] or "council" in row.get_text()
