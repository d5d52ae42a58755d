"""The smallest change is that of the form, and stands beside results in people of 100 only."""

import json
from typing import Any

import pytest
from tests.frozen import book

from resilience.findings.view import Findings
from resilience.planning.evaluating.smallest import answer, section, smallest
from resilience.planning.from_records.facts import planning_facts
from resilience.planning.walk import Walk
from resilience.site.live.browser.power_handler import plan

FACTS: dict[str, Any] = json.loads(json.dumps(planning_facts(Findings(book()))))
START = FACTS["evaluate"]["start"]
FOUND = {
    "measure": "a say",
    "points": 7.5,
    "low": 1.6,
    "high": 13.5,
    "side": "for the better",
    "study": "x",
    "sure": "early evidence",
}


def facts(*found: dict[str, Any]) -> dict[str, Any]:
    sizes = {TYPE: {"say": list(found)}}
    return {**FACTS, "evaluate": {**FACTS["evaluate"], "sizes": sizes, "cited": {"x": "X, 2020"}}}


TYPE = "befriending"
WALK = Walk(outcomes=("say",), activities=(TYPE,))


@pytest.mark.parametrize("change", [{}, {"areas": "20"}, {"analysis": "adjusted"}, {"waves_before": "3"}])
def test_it_is_the_number_of_the_form(change: dict[str, str]) -> None:
    numbers = {**START, **change}
    shown = plan(numbers)["smallest"]
    found = smallest(numbers)
    assert not isinstance(found, str)
    assert found[1] == shown
    assert answer(numbers).text.startswith(
        f"Smallest change: {shown:.1f} points of 100 (the least difference"
    )


def test_what_cannot_be_worked_out_is_said_with_the_reason() -> None:
    said = answer({**START, "areas": "1"}).text
    assert said.startswith(
        "The smallest change that it would see can’t be worked out. Each group needs at least 4"
    )
    assert section(FACTS, Walk(), {**START, "areas": "1"}) is None


@pytest.mark.parametrize(
    ("points", "numbers", "seen"),
    [
        (7.5, START, "likely not: it is below 9.9"),
        (-12.0, START, "likely, if it is as large where you are"),
        (12.0, {**START, "areas": "1"}, "can’t be told"),
    ],
)
def test_a_result_is_set_beside_it(points: float, numbers: dict[str, Any], seen: str) -> None:
    found = section(facts({**FOUND, "points": points}), WALK, numbers)
    assert found
    assert found.table
    row = found.table.rows[0]
    assert row[3].text == seen
    assert row[0].sources
    assert row[0].sure == "early evidence"


def test_an_interval_that_was_not_seen_is_said() -> None:
    found = section(facts({**FOUND, "low": None, "high": None}), WALK, START)
    assert found
    assert found.table
    assert found.table.rows[0][2].text == "+7.5 (interval not seen), for the better"


def test_where_nothing_is_on_the_same_scale_that_is_said() -> None:
    found = section(facts(), WALK, START)
    assert found
    assert found.table is None
    assert (
        "tells its result on “Say” in people of 100, so nothing can be set beside it" in found.said[-1].text
    )
