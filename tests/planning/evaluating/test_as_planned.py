"""Data beside a plan: what was planned, what came, and a warning wherever they differ."""

import json
from typing import Any

import pytest
from tests.frozen import book
from tests.planning.evaluating.test_areas import STANDING, TABLE

from resilience.findings.view import Findings
from resilience.planning.evaluating.as_planned import Came, beside
from resilience.planning.from_records.facts import planning_facts
from resilience.planning.given import Given
from resilience.planning.walk import Walk

FACTS: dict[str, Any] = json.loads(json.dumps(planning_facts(Findings(book()))))
NUMBERS = {"areas": "4", "comparison_areas": "5", "households": "20"}
PLACES = ("Q0", "q1", "Q2", "Q3", "q4")


def came(**change: Any) -> Came:
    answers = {"programme": 20, "comparison": 25}
    whole = {
        "programme_areas": [f"area {n}" for n in range(4)],
        "comparison_areas": PLACES,
        "answers": answers,
        "ci_low": -0.02,
        "ci_high": 0.13,
        "is_share": True,
    }
    return Came(**{**whole, **change})


def given(**numbers: str) -> Given:
    walk = Walk(place="P.p", figures=("income", "fuel"), numbers={**NUMBERS, **numbers})
    return Given(FACTS, walk, STANDING, TABLE)


def test_what_is_as_planned_brings_no_warning() -> None:
    found = beside(given(), came())
    assert found.warnings == ()
    rows = dict(found.rows)
    assert rows["planned comparison areas"] == "Q0, Q1, Q2, Q3 and Q4"
    assert rows["areas to compare, planned and there"] == "5 and 5"
    assert rows["the interval that came out"] == "−2.0 to 13.0 points, that is 7.5 points to each side"
    assert rows["planned smallest change"].endswith(" points of 100")


@pytest.mark.parametrize(
    ("numbers", "change", "warning"),
    [
        ({"areas": "6"}, {}, "6 areas with the activity were planned, and 4 came."),
        (
            {},
            {"answers": {"programme": 19, "comparison": 20}},
            "An area of the programme group has 19 answers",
        ),
        ({"households": "many"}, {}, "The plan has no usable number of households"),
        (
            {},
            {"comparison_areas": ("Q0", "Q1", "Q2", "Q3", "R")},
            "Q4 is planned to compare with and is not among",
        ),
        ({"waves_before": "2"}, {}, "The plan has 2 waves before and 1 after, and this takes one of each"),
        ({"analysis": "adjusted"}, {}, "The plan adjusts for the waves before"),
        (
            {"areas": "1"},
            {},
            "The plan leads to another design, “Describe and learn, with another area beside it”.",
        ),
    ],
)
def test_each_difference_brings_its_warning(
    numbers: dict[str, str], change: dict[str, Any], warning: str
) -> None:
    found = beside(given(**numbers), came(**change)).warnings
    assert any(one.startswith(warning) for one in found), found


def test_answers_that_are_no_shares_have_nothing_beside_the_smallest_change() -> None:
    rows = dict(beside(given(), came(is_share=False)).rows)
    assert "the interval that came out" not in rows
    assert rows["planned smallest change"].endswith("the answers are not 0 or 1, so it says nothing here")


def test_a_plan_without_a_place_says_so() -> None:
    found = beside(Given(FACTS, Walk(numbers=NUMBERS)), came())
    assert dict(found.rows)["planned comparison areas"] == "none: the plan names no place"
    assert found.warnings == ()


def test_what_the_plan_leaves_open_was_planned_by_nobody() -> None:
    found = beside(Given(FACTS, Walk(numbers={"areas": "two"})), came())
    rows = dict(found.rows)
    assert rows["areas with the activity, planned and there"] == "not said and 4"
    assert rows["areas to compare, planned and there"] == "not said and 5"
    assert rows["households in each area and wave, planned"] == "not said"
    assert rows["planned smallest change"].startswith("can’t be worked out: ")
    assert found.warnings == ()


def test_a_smallest_change_with_numbers_of_the_programme_says_so() -> None:
    found = beside(Given(FACTS, Walk(numbers={"areas": "4"})), came())
    assert dict(found.rows)["planned smallest change"].endswith(
        "the programme’s numbers where the plan has none"
    )
