"""From what a source prints to an effect and its variance, or a reason why not."""

import math
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from resilience.synthesis import (
    CannotPool,
    Comparable,
    Reported,
    Source,
    comparable,
    convert,
)

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "scale.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_printed_effects(case: dict[str, Any]) -> None:
    reported, expect = Reported(**case["input"]), case["expect"]
    if "refused" in expect:
        with pytest.raises(CannotPool) as refusal:
            comparable(reported)
        assert expect["refused"] in refusal.value.reason
        return
    found = comparable(reported)
    assert (found.scale, found.source) == (expect["scale"], Source[expect["source"]])
    assert (found.yi, math.sqrt(found.vi)) == (pytest.approx(expect["yi"]), pytest.approx(expect["se"]))
    assert [part in note for part, note in zip(expect["notes"], found.notes, strict=True)] == [True] * len(
        found.notes
    )


@given(st.floats(-5, 5), st.floats(0.05, 3), st.booleans())
def test_a_printed_interval_gives_back_its_standard_error(yi: float, se: float, is_ratio: bool) -> None:
    low, high = yi - 1.959963984540054 * se, yi + 1.959963984540054 * se
    value, low, high = (math.exp(limit) if is_ratio else limit for limit in (yi, low, high))
    found = comparable(Reported("RR" if is_ratio else "MD", is_ratio, value, low, high))
    assert (found.yi, math.sqrt(found.vi)) == (pytest.approx(yi, abs=1e-9), pytest.approx(se))
    assert found.notes == ()


def effect(scale: str) -> Comparable:
    return Comparable(scale, 0.5, 0.04, Source.SE)


def test_a_mean_difference_becomes_a_log_odds_ratio_and_back() -> None:
    there = convert(effect("SMD"), "log OR")
    # Chinn 2000: a standardised mean difference of 0.5 is an odds ratio of 2.5; 1.81 is her factor.
    assert there.yi == pytest.approx(0.5 * 1.81, rel=0.003)
    assert there.vi == pytest.approx(0.04 * 1.81**2, rel=0.006)
    assert there.scale == "log OR"
    back = convert(there, "SMD")
    assert (back.yi, back.vi) == (pytest.approx(0.5), pytest.approx(0.04))
    assert len(back.notes) == 2


def test_the_same_scale_needs_no_conversion() -> None:
    assert convert(effect("SMD"), "SMD") == effect("SMD")


@pytest.mark.parametrize(("scale", "wanted"), [("log RR", "log OR"), ("MD", "SMD"), ("SMD", "log HR")])
def test_what_cannot_be_converted_is_refused(scale: str, wanted: str) -> None:
    with pytest.raises(CannotPool, match=f"no sound way from {scale} to {wanted}"):
        convert(effect(scale), wanted)
