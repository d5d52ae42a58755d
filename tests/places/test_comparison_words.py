"""What a comparison comes to is said in sentences that follow from its numbers."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.places.made_nation import made_nation, of_case

from resilience.places.comparison import Balance, Choice, Comparison, Match, compare
from resilience.places.comparison_words import TOO_FAR, notes, verdict

CASES = yaml.safe_load((Path(__file__).parent / "cases/comparison_words.yml").read_text("utf-8"))
PAIR = (Match("q1", 0.1), Match("q2", 0.2))


@pytest.mark.parametrize("case", CASES["verdicts"], ids=lambda case: case["id"])
def test_the_verdict_names_the_figures_that_are_off(case: dict[str, Any]) -> None:
    balance = tuple(
        Balance(figure, 0, 0, 0, 1, after, at_best) for figure, (after, at_best) in case["input"].items()
    )
    found = Comparison(PAIR, balance, (), (), (), 6, 0, 0, ())
    assert verdict(made_nation(), found) == case["expect"], case["note"]


@pytest.mark.parametrize("case", CASES["notes"], ids=lambda case: case["id"])
def test_what_was_left_out_and_may_border_is_said(case: dict[str, Any]) -> None:
    given = case["input"]
    table, place = of_case(given), {given["place"]: 1.0}
    choice = Choice(tuple(given["figures"]), given.get("own", False), given.get("covariance", False))
    found = compare(table, place, choice, 2)
    assert notes(table, place, choice, found) == case["expect"], case["note"]


def test_the_worst_of_a_nation_has_no_good_match() -> None:
    table = made_nation()
    found = compare(table, {"r1": 1.0}, Choice(("income",)), 2)
    assert found.balance[0].at_best > TOO_FAR
    assert verdict(table, found).startswith(
        "No good match exists, for its own figure is too high. On Income no two wards"
    )
