"""Where pooling is wrong, the rule that says so and the results that it concerns."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from resilience.synthesis import Candidate, objections

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "overlap.yml").read_text(encoding="utf-8"))


def candidate(fields: dict[str, Any]) -> Candidate:
    includes = fields.get("includes")
    return Candidate(**{**fields, "includes": None if includes is None else frozenset(includes)})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_objections(case: dict[str, Any]) -> None:
    found = objections(
        [candidate(fields) for fields in case["input"]],
        rare_events=case.get("rare_events", False),
        clustered=case.get("clustered", False),
    )
    assert [{item.rule: list(item.labels)} for item in found] == case["expect"], case["note"]
    assert all(item.sentence.endswith(".") for item in found)
