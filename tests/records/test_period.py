"""A date is as precise as its source."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from resilience.records.period import period

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "dates.yml").read_text())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_date_is_read_as_precisely_as_it_is_written(case: dict[str, Any]) -> None:
    assert list(period(case["input"])) == case["expect"], case["note"]


@pytest.mark.parametrize(
    "text", ["", "soon", "2016-13", "2017-02-30", "16", "2016 to", "2019 to 2016", "2016-1"]
)
def test_what_is_no_date_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        period(text)
