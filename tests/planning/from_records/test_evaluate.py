"""The facts of Evaluate are plain, and a result in people of 100 is taken only where it is one."""

import json

import pytest
from tests.frozen import book

from resilience.findings.view import Findings
from resilience.planning.from_records.evaluate import evaluate_facts, points_of
from resilience.records.study import ComparatorRisk, Effect, Outcome
from resilience.records.vocabulary import Clear, Direction, Metric

FINDINGS = Findings(book())
FACTS = evaluate_facts(FINDINGS)


def outcome(metric: Metric, value: float, unit: str | None = None, risk: float | None = None) -> Outcome:
    return Outcome(
        category="wellbeing",
        measure="anything",
        direction=Direction.BENEFIT,
        clear=Clear.YES,
        unit=unit,
        effect=Effect(metric=metric, value=value),
        comparator_risk=ComparatorRisk(value=risk, source="a table") if risk else None,
    )


def test_json_holds_them_as_they_are() -> None:
    assert json.loads(json.dumps(FACTS)) == FACTS


def test_what_is_shown_is_named() -> None:
    studies = {key for found in FACTS["scales"].values() for one in found for key in one["studies"]}
    assert studies <= set(FACTS["cited"]) <= set(FINDINGS.base.studies)
    assert set(FACTS["scales"]) | set(FACTS["survey"]) <= set(FINDINGS.base.outcome_groups)
    assert all(source["url"] for one in FACTS["designs"] for source in one["sources"])


def test_the_survey_says_what_it_asked_by_group() -> None:
    asked = {group: [one["text"] for one in found] for group, found in FACTS["survey"].items()}
    assert asked["home"] == ["condensation, heating, maintenance"]
    assert "anxiety, by GAD-7" in asked["mind"]
    assert asked["say"] == ["residents who feel able to influence local decisions (a question)"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (outcome(Metric.PERCENTAGE_POINT, 7.5), 7.5),
        (outcome(Metric.PERCENTAGE_POINT, 7.5, "percentage points of residents"), 7.5),
        (outcome(Metric.PERCENTAGE_POINT, -1.4, "percentage points per $1 rise"), None),
        (outcome(Metric.RR, 0.5, risk=20), -10.0),
        (outcome(Metric.RR, 0.5), None),
        (outcome(Metric.RR, 9.0, risk=20), None),
        (outcome(Metric.MD, 3.0, "points of a scale"), None),
    ],
)
def test_a_result_in_people_of_100(given: Outcome, expected: float | None) -> None:
    found = points_of(given)
    assert (found and found.value) == (None if expected is None else pytest.approx(expected))
