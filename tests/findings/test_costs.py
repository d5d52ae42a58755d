"""An amount of money stands with its unit and prices, and the most telling results come first."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.findings.sized import STUDY, TYPE

from resilience.findings.costs import costs_of
from resilience.records.study import Study

CASES = yaml.safe_load((Path(__file__).parent / "cases/costs.yml").read_text("utf-8"))
COST = {"category": "cost-effectiveness", "measure": "m", "direction": "benefit", "clear": "not-told"}
POUNDS = {"unit": "pounds a year", "effect": {"metric": "money", "value": 300}}


def study(key: str, outcome: dict[str, Any], **fields: Any) -> Study:
    return Study(key=key, **{**STUDY, "outcomes": [{**COST, **outcome}], **fields})


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_words(case: dict[str, Any]) -> None:
    (found,) = costs_of(TYPE, [study("a", case["input"])], {})
    assert {"amount": found.amount, "prices": found.prices} == case["expect"]


def test_money_comes_first_then_studies_of_just_this_then_the_uk_then_the_newest() -> None:
    studies = [
        study("words", {}),
        study("old", POUNDS),
        study("abroad", POUNDS, countries=["US"]),
        study("part", POUNDS, on_topic={TYPE: "part"}),
        study("new", POUNDS),
        study("other", {"unit": "QALYs", "effect": {"metric": "other", "value": 1}}),
    ]
    found = costs_of(TYPE, studies, {"old": 2001, "new": 2020, "abroad": 2025, "part": 2025})
    assert [one.study.key for one in found] == ["new", "old", "abroad", "part", "other", "words"]


def test_what_did_not_study_the_activity_and_other_results_are_left_out() -> None:
    studies = [
        study("exposure", POUNDS, of_exposure=True),
        study("off-topic", POUNDS, on_topic={TYPE: "no"}),
        study("health", {**POUNDS, "category": "mental-health"}),
    ]
    assert costs_of(TYPE, studies, {}) == ()
