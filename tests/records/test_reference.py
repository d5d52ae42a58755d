"""A cited work has one name in text and one best address."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from resilience.records.reference import Reference

CASES = yaml.safe_load((Path(__file__).parent / "cases/reference.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_name_and_link(case: dict[str, Any]) -> None:
    work = Reference(key="a-work", kind="article", **case["input"])
    assert {"short": work.short, "link": work.link} == case["expect"], case["note"]
