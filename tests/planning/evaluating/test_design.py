"""The design is the first whose needs are met; the refusal of the analysis is never left out."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.frozen import book

from resilience.evidence import load
from resilience.findings.view import Findings
from resilience.planning.evaluating.design import (
    Possible,
    answer,
    joined,
    possible,
    recommended,
    section,
    unmet,
    unreadable,
)
from resilience.planning.from_records.evaluate import evaluate_facts
from resilience.planning.walk import Walk
from resilience.synthesis.power import FEWEST_AREAS

CASES = yaml.safe_load((Path(__file__).parent / "cases/design.yml").read_text("utf-8"))
FACTS: dict[str, Any] = json.loads(json.dumps(evaluate_facts(Findings(book()))))
DESIGNS = FACTS["designs"]
ANY = st.builds(Possible, st.booleans(), *[st.integers(0, 12)] * 4)


def of_case(given: dict[str, Any]) -> Possible:
    names = ("areas", "others", "before", "after")
    return Possible(given.get("lots", False), *(given.get(name, 0) for name in names))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_each_branch_of_the_rule(case: dict[str, Any]) -> None:
    assert recommended(DESIGNS, of_case(case["input"]))["slug"] == case["expect"], case["note"]


def test_the_cases_reach_every_design_on_record() -> None:
    on_record = {one.slug for one in load().designs}
    assert {case["expect"] for case in CASES} == on_record == {one["slug"] for one in DESIGNS}


def test_the_small_book_has_the_order_and_needs_of_the_real_one() -> None:
    assert [(one.slug, one.needs) for one in load().designs] == [
        (one.slug, one.needs) for one in book().designs
    ]


@given(ANY)
def test_no_design_is_recommended_that_the_analysis_refuses_without_a_word(can: Possible) -> None:
    design = recommended(DESIGNS, can)
    assert unmet(design, can) == []
    few = min(can.areas, can.comparison_areas) < FEWEST_AREAS
    if few:
        assert not design["book_analyses"]
        assert "refuses" in answer(design).text
    if not design["tells_effect"]:
        assert "you can’t tell an effect" in answer(design).text


@given(ANY)
def test_more_of_anything_never_leaves_a_group_unable_to_tell(can: Possible) -> None:
    more = Possible(True, can.areas + 1, can.comparison_areas + 4, can.waves_before + 3, can.waves_after + 3)
    if recommended(DESIGNS, can)["tells_effect"]:
        assert recommended(DESIGNS, more)["tells_effect"]


def test_one_area_alone_is_told_plainly_and_what_it_would_take() -> None:
    can = Possible(False, 1, 0, 1, 1)
    said = [one.text for one in section(DESIGNS, can).said]
    assert said[0] == (
        "Taken as possible: 1 area with the activity and no comparison area; measured once before and once"
        " after; no lot is drawn."
    )
    take = [text for text in said if text.startswith("To tell an effect you would have to ")]
    assert "draw by lot who has it first: draw lots among the people who want it." in take[0]
    assert any("have 4 areas with the activity and find 4 comparison areas" in text for text in take)
    assert all(one.sources for one in section(DESIGNS, can).said if one.sure)


def test_who_gave_no_number_of_areas_is_told_of_one_and_what_more_would_be() -> None:
    can = possible(Walk(), FACTS["start"])
    assert (can.areas, can.comparison_areas) == (1, 1)
    assert recommended(DESIGNS, can)["slug"] != "areas-before-after"
    said = joined(DESIGNS, can, FACTS["start"]).text
    assert (
        "With the programme’s 9 areas with the activity and 9 comparison areas it would be: compare" in said
    )
    assert possible(Walk(numbers={"areas": "2"}), FACTS["start"]).comparison_areas == 9


def test_a_number_that_cannot_be_read_is_named_and_the_start_stands() -> None:
    walk = Walk(
        numbers={"areas": "many", "comparison_areas": "-1", "waves_before": "inf", "waves_after": "3"}
    )
    assert possible(walk, FACTS["start"]) == Possible(False, 9, 9, 1, 3)
    assert unreadable(walk) == ["areas", "comparison_areas", "waves_before"]
