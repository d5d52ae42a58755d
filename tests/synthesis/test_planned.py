"""A plan is read as people write it, and what can't be is refused with a sentence."""

from typing import Any

import pytest

from resilience.synthesis import CannotPool
from resilience.synthesis.planned import ADJUSTED, CHANGE, NUMBERS, planned
from resilience.synthesis.power import Plan, share_spread

WRITTEN: dict[str, Any] = {
    "areas": "9",
    "comparison_areas": 8,
    "households": "100.0",
    "rho": "0.02",
    "area_memory": 0.8,
    "same_people": 0,
    "drop_out": "10",
    "waves_before": 2,
    "waves_after": 1,
    "share": "40",
    "change": "7.5",
    "analysis": CHANGE,
}


def test_shares_and_changes_are_points_of_100() -> None:
    found = planned(WRITTEN)
    assert found.plan == Plan(9, 8, 100, share_spread(0.4), 0.02, 0.8, 0, 0.1, 2, 1)
    assert found.change == 0.075
    assert planned({**WRITTEN, "analysis": ADJUSTED}).plan.adjusted


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"areas": "many"}, "Fill in every field with a number"),
        ({"areas": None}, "Fill in every field with a number"),
        ({"households": "1e999"}, "Fill in every field with a number"),
        *(({name: text}, "Fill in every field") for name in NUMBERS for text in ("nan", "1e999", "-inf")),
        ({"areas": "3"}, "at least 4 areas"),
        ({"share": "0"}, "A share must lie between 0 and 1"),
        ({"analysis": "guess"}, "Choose what the analysis compares"),
    ],
)
def test_what_cannot_be_is_refused(change: dict[str, Any], sentence: str) -> None:
    with pytest.raises(CannotPool, match=sentence):
        planned({**WRITTEN, **change})


def test_a_number_that_is_missing_is_refused() -> None:
    with pytest.raises(CannotPool, match="Fill in every field"):
        planned({name: value for name, value in WRITTEN.items() if name != "rho"})
