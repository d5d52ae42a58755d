"""The rule always recommends a design: the last one needs nothing."""

import json
from typing import Any

import pytest
from pydantic import ValidationError
from tests.frozen import book

from resilience.records.evaluation_design import EvaluationDesigns, Needs

RULE: dict[str, Any] = book().evaluation_designs.model_dump(mode="json")


def test_what_a_design_does_not_name_it_does_not_need() -> None:
    assert Needs() == Needs(lots=False, areas=0, comparison_areas=0, waves_before=0, waves_after=0)


def test_a_rule_whose_last_design_needs_something_is_refused() -> None:
    turned = {**RULE, "designs": RULE["designs"][::-1]}
    with pytest.raises(ValidationError, match="areas-by-lot, needs something"):
        EvaluationDesigns.model_validate_json(json.dumps(turned))
