"""What came of a policy, in words."""

from typing import Any

import pytest
from tests.policies.conftest import policy

from resilience.policies.came_of_it import NOT_READ, ONLY_FIGURES, came_of_it
from resilience.records.policy import Policy

SENTENCE = "Of 40 homes, 30 were warmer."


def found(of: str) -> dict[str, Any]:
    source = {"url": "https://www.example.org/report"}
    return {
        "says": SENTENCE,
        "of": of,
        "whose": "independent",
        "source": source,
        "seen": "2026-11-30",
        "by": "model",
    }


@pytest.mark.parametrize(
    ("record", "said"),
    [
        ({}, None),
        ({"monitoring": True}, ONLY_FIGURES),
        ({"evaluation": True}, NOT_READ),
        ({"evaluation": True, "monitoring": True}, NOT_READ),
        ({"evaluation": True, "found": found("evaluation")}, SENTENCE),
        ({"monitoring": True, "found": found("monitoring")}, SENTENCE),
        ({"evaluation": True, "found": found("monitoring")}, f"{SENTENCE} {NOT_READ}"),
    ],
)
def test_what_came_of_a_policy_is_said_or_that_nothing_was_read(
    record: dict[str, Any], said: str | None
) -> None:
    whole = {
        "slug": "warm",
        "council": "bury",
        "types": ["fuel-poverty"],
        "document_type": "scheme",
        "actions": [],
        **policy("warm", record),
    }
    assert came_of_it(Policy.model_validate(whole)) == said
