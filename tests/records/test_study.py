"""What a study says of its place, and of the scale of its effects."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from resilience.records.study import Study
from resilience.records.vocabulary import Metric

CASES = yaml.safe_load((Path(__file__).parent / "cases/in_uk.yml").read_text(encoding="utf-8"))
DIFFERENCES = (Metric.SMD, Metric.MD, Metric.BETA, Metric.PERCENTAGE_POINT, Metric.OTHER)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_in_uk(case: dict[str, Any]) -> None:
    assert Study.model_construct(country=case["input"]).in_uk is case["expect"], case["note"]


@pytest.mark.parametrize("metric", Metric)
def test_ratios_are_told_from_differences(metric: Metric) -> None:
    assert metric.is_ratio is (metric not in DIFFERENCES)
