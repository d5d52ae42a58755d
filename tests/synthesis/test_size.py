"""Sizes are those of the Cochrane Handbook's examples, stay within bounds, and are refused where unknown."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from resilience.synthesis import CannotPool
from resilience.synthesis.size import (
    RARE,
    Estimate,
    absolute_change,
    pairs_in_100,
    size_word,
)

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "size.yml").read_text(encoding="utf-8"))
RATIOS = st.floats(0.01, 100)
RISKS = st.floats(1e-6, 1 - 1e-6)
SMDS = st.floats(-5, 5)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_ratio_and_a_risk(case: dict[str, Any]) -> None:
    given_numbers, expect = dict(case["input"]), case["expect"]
    metric, risk = given_numbers.pop("metric"), given_numbers.pop("risk")
    if "refused" in expect:
        with pytest.raises(CannotPool, match=expect["refused"]):
            absolute_change(metric, Estimate(**given_numbers), risk)
        return
    change = absolute_change(metric, Estimate(**given_numbers), risk)
    assert change.value == pytest.approx(expect["change"], abs=5e-5)
    for end in ("low", "high"):
        wanted = expect.get(end)
        assert getattr(change, end) == (None if wanted is None else pytest.approx(wanted, abs=5e-5))


def people(metric: str, ratio: Estimate, risk: float) -> list[int]:
    change = absolute_change(metric, ratio, risk)
    assert change.low is not None
    assert change.high is not None
    return [round(100 * number) for number in (change.value, change.high, change.low)]


def test_the_odds_ratio_of_insulated_homes() -> None:
    ratio = Estimate(0.5, 0.38, 0.68)
    assert people("OR", ratio, 0.15) == [-7, -4, -9]
    assert people("OR", ratio, 0.3) == [-12, -7, -16]


@pytest.mark.parametrize(
    ("smd", "pairs", "word"),
    [
        (0.08, 52, "very small"),
        (0.18, 55, "very small"),
        (0.27, 58, "small"),
        (0.5, 64, "moderate"),
        (0.8, 71, "large"),
        (-0.5, 36, "moderate"),
        (0, 50, "very small"),
    ],
)
def test_pairs_in_100(smd: float, pairs: int, word: str) -> None:
    found = pairs_in_100(Estimate(smd)).value
    assert round(found) == pairs
    assert size_word(smd) == word


def test_pairs_keep_their_interval() -> None:
    found = pairs_in_100(Estimate(0.27, 0.06, 0.48))
    assert [round(number) for number in (found.low or 0, found.high or 0)] == [52, 63]
    assert pairs_in_100(Estimate(0.27)).low is None


@given(st.sampled_from(["OR", "HR"]), RATIOS, RISKS)
def test_nobody_is_counted_twice(metric: str, ratio: float, risk: float) -> None:
    change = absolute_change(metric, Estimate(ratio), risk).value
    assert 0 <= risk + change <= 1
    assert change == 0 or (change > 0) is (ratio > 1)


@given(st.sampled_from(["OR", "HR", "RR", "rate-ratio"]), st.floats(1e-6, RARE))
def test_a_ratio_of_one_changes_nothing(metric: str, risk: float) -> None:
    assert absolute_change(metric, Estimate(1), risk).value == pytest.approx(0, abs=1e-12)


@given(RATIOS, RISKS)
def test_the_odds_ratio_of_the_opposite_outcome_is_the_inverse(ratio: float, risk: float) -> None:
    fewer = absolute_change("OR", Estimate(ratio), risk).value
    more = absolute_change("OR", Estimate(1 / ratio), 1 - risk).value
    assert fewer == pytest.approx(-more, abs=1e-9)


@given(st.floats(0.01, 0.99), RISKS)
def test_an_odds_ratio_below_one_spares_fewer_people_than_the_same_risk_ratio(
    ratio: float, risk: float
) -> None:
    by_odds = absolute_change("OR", Estimate(ratio), risk).value
    by_risk = absolute_change("RR", Estimate(ratio), risk).value
    assert by_risk - 1e-12 <= by_odds <= 1e-12


@given(RATIOS, st.floats(1e-9, 1e-5))
def test_where_it_is_rare_all_ratios_say_the_same(ratio: float, risk: float) -> None:
    changes = [
        absolute_change(metric, Estimate(ratio), risk).value for metric in ("OR", "HR", "RR", "rate-ratio")
    ]
    assert changes == pytest.approx([changes[0]] * 4, rel=2e-3, abs=1e-12)


@given(st.floats(0.01, 2), st.floats(1e-6, RARE))
def test_a_rate_ratio_of_rare_risks_errs_by_one_in_100_at_most(ratio: float, risk: float) -> None:
    exact = absolute_change("HR", Estimate(ratio), risk).value
    assert absolute_change("rate-ratio", Estimate(ratio), risk).value == pytest.approx(exact, abs=0.0101)


@given(SMDS)
def test_pairs_turn_over_with_the_sign(smd: float) -> None:
    pairs = pairs_in_100(Estimate(smd)).value
    assert 0 <= pairs <= 100
    assert pairs + pairs_in_100(Estimate(smd).turned()).value == pytest.approx(100)
    assert pairs == 50 or (pairs > 50) is (smd > 0)


@given(SMDS, SMDS, SMDS)
def test_turning_twice_gives_the_same(a: float, b: float, c: float) -> None:
    low, value, high = sorted((a, b, c))
    estimate = Estimate(value, low, high)
    assert estimate.turned().turned() == estimate
    assert estimate.turned().low == -high


def test_a_size_that_is_not_a_number_is_refused() -> None:
    with pytest.raises(CannotPool, match="not a number"):
        size_word(float("nan"))
