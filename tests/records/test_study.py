"""What a study says of its place, and of the scale of its effects."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from resilience.records.study import Effect, Outcome, Study
from resilience.records.vocabulary import Metric

CASES = yaml.safe_load((Path(__file__).parent / "cases/in_uk.yml").read_text(encoding="utf-8"))
RATIOS = (Metric.OR, Metric.RR, Metric.HR, Metric.RATE_RATIO)
WITHOUT_ONE_SCALE = (Metric.MONEY, Metric.COUNT, Metric.OTHER)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_in_uk(case: dict[str, Any]) -> None:
    assert Study.model_construct(countries=tuple(case["input"])).in_uk is case["expect"], case["note"]


@pytest.mark.parametrize("metric", Metric)
def test_ratios_are_told_from_differences(metric: Metric) -> None:
    assert metric.is_ratio is (metric in RATIOS)


@pytest.mark.parametrize("metric", Metric)
def test_counts_and_sums_of_money_share_no_axis(metric: Metric) -> None:
    assert metric.is_one_scale is (metric not in WITHOUT_ONE_SCALE)


@pytest.mark.parametrize(
    ("numbers", "has_number", "has_interval"),
    [
        (None, False, False),
        ({"value": 0.5}, True, False),
        ({"value": 0.5, "ci_low": 0.4}, True, False),
        ({"ci_low": 0.4, "ci_high": 0.6}, False, True),
        ({"value": 0, "ci_low": 0, "ci_high": 0}, True, True),
    ],
)
def test_an_interval_needs_both_limits(
    numbers: dict[str, float] | None, has_number: bool, has_interval: bool
) -> None:
    outcome = Outcome.model_construct(effect=None if numbers is None else Effect(**numbers))
    assert (outcome.has_number, outcome.has_interval) == (has_number, has_interval)
