"""How figures put numbers and lists into words."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from resilience.figures.words import interval, listing, number, spelled, with_interval

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "words.yml").read_text())


@pytest.mark.parametrize("case", CASES["numbers"], ids=lambda case: case["id"])
def test_number(case: dict[str, Any]) -> None:
    assert number(case["input"]) == case["expect"], case["note"]


@pytest.mark.parametrize("case", CASES["intervals"], ids=lambda case: case["id"])
def test_interval(case: dict[str, Any]) -> None:
    assert interval(*case["input"]) == case["expect"], case["note"]


@pytest.mark.parametrize("case", CASES["listings"], ids=lambda case: case["id"])
def test_listing(case: dict[str, Any]) -> None:
    assert listing(case["input"]) == case["expect"], case["note"]


@pytest.mark.parametrize("case", CASES["with_intervals"], ids=lambda case: case["id"])
def test_with_interval(case: dict[str, Any]) -> None:
    assert with_interval(*case["input"]) == case["expect"], case["note"]


@pytest.mark.parametrize("case", CASES["spelled"], ids=lambda case: case["id"])
def test_spelled(case: dict[str, Any]) -> None:
    assert spelled(case["input"]) == case["expect"], case["note"]
