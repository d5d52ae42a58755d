"""Scales: what may share an axis, and what keeps a result off every axis."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.findings.made import outcome
from tests.frozen import book

from resilience.findings.scales import Interval, on_axis, scale_of

BASE = book()
CASES = yaml.safe_load((Path(__file__).parent / "cases" / "scales.yml").read_text())


@pytest.mark.parametrize("case", CASES["scales"], ids=lambda case: case["id"])
def test_scale(case: dict[str, Any]) -> None:
    assert list(scale_of(BASE, outcome(**case["input"]))) == case["expect"], case["note"]


@pytest.mark.parametrize("case", CASES["kept_off"], ids=lambda case: case["id"])
def test_what_is_kept_off_every_axis(case: dict[str, Any]) -> None:
    result = outcome(**case["input"])
    found = on_axis(result, scale_of(BASE, result))
    assert (found if isinstance(found, str) else None) == case["expect"], case["note"]


def test_what_stands_on_an_axis_is_as_printed() -> None:
    result = outcome()
    assert on_axis(result, scale_of(BASE, result)) == Interval(-0.3, -0.5, -0.1)
