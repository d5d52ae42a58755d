"""The step on options ranks as the page on choosing does, and gives reasons with their sources."""

import json
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import pytest
from tests.frozen import book

from resilience.appraisal import Group, options_of, places_of, rank, rules_of
from resilience.findings.view import Findings
from resilience.places.nation_tables import nation_tables
from resilience.planning.blocks import Said, Section, Step
from resilience.planning.from_records.council_file import standing_of
from resilience.planning.from_records.facts import planning_facts
from resilience.planning.from_records.place_view import PlaceView
from resilience.planning.given import Given
from resilience.planning.option_reasons import NOTHING_AGAINST
from resilience.planning.option_words import NOT_FOR, TIERS, lead_of
from resilience.planning.steps.change import NO_OUTCOMES
from resilience.planning.steps.options import MOST_ROWS, NO_ACTIVITIES, NO_PLACE, step
from resilience.planning.walk import read

FINDINGS = Findings(book())
BASE = FINDINGS.base
VIEW = PlaceView(FINDINGS, nation_tables(BASE.country, BASE.place_figures))
FACTS = json.loads(json.dumps(planning_facts(FINDINGS)))
PLACES = places_of(FINDINGS)
LINKS = ("claremont", "E06000009.E05015190", "S12000033.S02001236", "N09000001.95AA01S1")


def told(link: str, facts: Mapping[str, Any] = FACTS) -> Step:
    walk, lost = read(link, FACTS["common"])
    assert lost == []
    standing = standing_of(VIEW, walk.place) if walk.place else None
    assert (standing is None) == (walk.place == "")
    return step(Given(facts, walk, standing))


def section(found: Step, start: str) -> Section:
    return next(one for one in found.sections if one.heading.startswith(start))


def texts(found: Step, start: str) -> str:
    return " ".join(one.text for one in section(found, start).said)


@pytest.mark.parametrize("place", LINKS)
def test_the_tiers_are_those_of_the_page_on_choosing(place: str) -> None:
    found = told(f"place={place}&outcomes=mind.connection&most=mind&weights=need:30,mind:5&out=green-space")
    (here,) = PLACES.named(place)
    order = [one for one in BASE.outcome_groups if one in ("mind", "connection")]
    group = Group(tuple(order), {"need": 30.0, "mind": 100.0}, frozenset({"green-space"}))
    expected = rank(options_of(FINDINGS, here.nation), here.percentiles, group, rules_of(FINDINGS))
    assert found.answer[0].text.startswith(lead_of(expected))
    table = section(found, "In tiers").table
    assert table
    shown = {row[0].text: row[1].text for row in table.rows}
    assert shown == {one.option.label: TIERS[one.tier][0] for one in expected.ranked}


def test_what_states_evidence_has_its_sources_and_how_sure_it_is() -> None:
    found = told("place=claremont&outcomes=mind.connection&activities=befriending.fuel-poverty")
    reasons = section(found, "Why Befriending").said
    assert reasons[0].text.startswith(("It leads", "It stands in the middle", "We cannot tell"))
    for one in reasons:
        if one.text.startswith(("For it", "Against it", "Need here")):
            assert one.sources
            assert one.sure
    known = section(found, "What is known").table
    assert known
    assert [row[0].sources[0].page for row in known.rows][:2] == [
        "activities/befriending",
        "activities/fuel-poverty",
    ]
    at = next(place for place, head in enumerate(known.heads) if head.startswith("Mind"))
    assert known.rows[0][at].sources[0].page.startswith("studies/")
    assert known.rows[0][at].sure == "promising evidence"
    assert len(known.rows) <= MOST_ROWS


def test_it_says_how_many_others_there_are() -> None:
    found = told("outcomes=mind")
    known = section(found, "What is known")
    assert known.table
    about = sum(one.is_about(["mind"]) for one in options_of(FINDINGS))
    others = about - len(known.table.rows)
    assert others > 0
    assert f"{others} other" in known.said[0].text


def test_what_speaks_against_is_said_also_on_what_was_not_picked() -> None:
    facts = deepcopy(FACTS)
    facts["options"]["rows"]["befriending"]["happens"]["mind"] |= {
        "what": "Little or no difference",
        "sure": "little or no difference",
        "side": "against",
    }
    picked = texts(told("outcomes=mind&activities=befriending", facts), "Why Befriending")
    assert "Against it, on mind: little or no difference. " in picked
    beside = texts(told("outcomes=connection&activities=befriending", facts), "Why Befriending")
    assert "Against it, on mind, which you did not pick: little or no difference. " in beside
    assert NOTHING_AGAINST not in picked + beside
    assert NOTHING_AGAINST in texts(told("outcomes=mind&activities=befriending"), "Why Befriending")


def test_an_activity_that_is_not_about_what_is_picked_is_in_no_tier_and_said() -> None:
    slug = next(one.slug for one in options_of(FINDINGS) if not one.is_about(["mind"]))
    label = FACTS["common"]["types"][slug]["label"]
    found = told(f"outcomes=mind&activities={slug}")
    assert "is neither done nor studied for what you want to change" in texts(found, f"Why {label}")
    known, tiers = section(found, "What is known").table, section(found, "In tiers").table
    assert known
    assert tiers
    assert NOT_FOR in [cell.text for cell in known.rows[0]]
    assert label not in [row[0].text for row in tiers.rows]


def test_an_activity_that_is_ruled_out_is_said() -> None:
    found = told("outcomes=mind&activities=befriending&out=befriending")
    assert "Befriending is ruled out, so it is in no tier." in texts(found, "Why Befriending")


def test_an_activity_that_nobody_studied_for_an_outcome_is_said() -> None:
    slug, group = next(
        (slug, group)
        for slug, row in FACTS["options"]["rows"].items()
        for group, one in row["happens"].items()
        if not one["counted"]
    )
    label = FACTS["common"]["types"][slug]["label"]
    found = told(f"outcomes={group}&activities={slug}")
    assert "no study on record looked at it" in texts(found, f"Why {label}")


@pytest.mark.parametrize(
    ("link", "missing"),
    [
        ("", [NO_OUTCOMES, NO_ACTIVITIES, NO_PLACE]),
        ("place=claremont&activities=befriending", [NO_OUTCOMES]),
        ("place=claremont&outcomes=mind", [NO_ACTIVITIES]),
        ("outcomes=mind&activities=befriending", [NO_PLACE]),
        (
            "place=claremont&outcomes=mind&activities=befriending&weights=need:x",
            ["A weight is a number from 0 to 100. Mend “x” for need."],
        ),
    ],
)
def test_what_is_missing_is_said_and_the_rest_stands(link: str, missing: list[str]) -> None:
    found = told(link)
    assert list(found.missing) == missing
    if "befriending" in link:
        assert section(found, "Why Befriending").said
        assert Said("You take on: Befriending.") in found.answer


def test_without_a_place_no_need_stands_in_the_table() -> None:
    known = section(told("outcomes=mind"), "What is known").table
    assert known
    assert not any("Need" in head for head in known.heads)


def test_what_the_ranking_leaves_open_stands_in_the_answer() -> None:
    found = told("place=claremont&outcomes=say")
    assert any(one.text.startswith("Of need nothing is known") for one in found.answer)
