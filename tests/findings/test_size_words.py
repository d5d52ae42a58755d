"""A result's size stands in words that claim no more than the record, or a reason stands in its place."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.findings.sized import EVIDENCE, outcome

from resilience.evidence import EvidenceBase
from resilience.findings.scales import scale_named
from resilience.findings.size_numbers import people
from resilience.findings.size_words import Said, said
from resilience.synthesis import Estimate

CASES = Path(__file__).parent / "cases"
SCALES = EvidenceBase(EVIDENCE).scales


def cases(name: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return loaded


def sized(fields: dict[str, Any]) -> Said:
    result = outcome(fields)
    return said(result, scale_named(SCALES.values(), result))


@pytest.mark.parametrize("case", cases("size_words.yml"), ids=lambda case: case["id"])
def test_a_result(case: dict[str, Any]) -> None:
    found, expect = sized(case["input"]), case["expect"]
    assert (found.size, found.why_not, found.instead) == (
        expect.get("size", ""),
        expect.get("why_not"),
        expect.get("instead", ""),
    ), case["note"]
    if "short" in expect:
        assert found.short == expect["short"]


@pytest.mark.parametrize("case", cases("scale_named.yml"), ids=lambda case: case["id"])
def test_a_scale_is_known_by_its_words(case: dict[str, Any]) -> None:
    found = scale_named(SCALES.values(), outcome(case["input"]))
    assert (found.slug if found else None) == case["expect"], case["note"]


@given(st.floats(0.01, 100), st.sampled_from(["lower", "higher"]))
def test_an_odds_ratio_is_never_called_a_chance_or_risk(value: float, better: str) -> None:
    direction = "benefit" if (value > 1) is (better == "higher") else "harm"
    found = sized({"better": better, "direction": direction, "effect": {"metric": "OR", "value": value}})
    words = found.size + found.instead
    assert "odds" in words
    assert "risk" not in words
    assert "chance" not in words.replace("odds are not chances", "")


@given(
    st.sampled_from(["OR", "RR", "HR", "rate-ratio", "SMD", "MD", "beta", "percentage-point", "other", None]),
    st.floats(-1000, 1000),
    st.floats(0, 10),
    st.sampled_from(["higher", "lower", None]),
    st.sampled_from(["points of CASP-19", "pounds a year", "per cent change in x", "degrees", None]),
    st.sampled_from(["benefit", "harm", "null", "not-told"]),
    st.sampled_from([None, {"value": 5, "source": "s"}, {"value": 90, "per": 100, "source": "s"}]),
)
def test_every_number_has_a_size_or_a_reason_and_never_both(
    metric: str | None,
    value: float,
    half: float,
    better: str | None,
    unit: str | None,
    direction: str,
    risk: dict[str, Any] | None,
) -> None:
    effect = {"metric": metric, "value": value, "ci_low": value - half, "ci_high": value + half}
    found = sized(
        {
            "better": better,
            "unit": unit,
            "direction": direction,
            "comparator_risk": risk,
            "effect": effect,
        }
    )
    assert bool(found.size) is (found.why_not is None)
    assert not (found.size and found.instead)
    assert "-" not in found.size.replace("CASP-19", "").replace("e-", "")


@given(st.floats(-1, 1), st.sampled_from([100, 1000]))
def test_people_are_whole_and_nobody_is_rounded_away(share: float, per: int) -> None:
    words = people(Estimate(share), per, about=True)
    assert ("fewer in" in words) is (share < 0 or not share)
    if abs(share) * 100_000 >= 1:
        assert "about 0 " not in words
