"""How numbers, counts and lists are put into words."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from resilience.records.english import count, interval, listing, number, spelled, with_interval

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "english.yml").read_text())


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


@pytest.mark.parametrize(
    ("n", "words"), [(0, "0 studies"), (1, "1 study"), (2, "2 studies"), (1200, "1,200 studies")]
)
def test_count(n: int, words: str) -> None:
    assert count(n, "study", "studies") == words
