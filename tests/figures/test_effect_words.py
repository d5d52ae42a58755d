"""The sentence on effects, against sentences written by hand."""

from typing import Any

import pandas as pd
import pytest
from tests.figures.drawn import CASES

from resilience.figures.effect_words import sentence


@pytest.mark.parametrize("case", CASES["sentences"], ids=lambda case: case["id"])
def test_sentence(case: dict[str, Any]) -> None:
    rows = [
        (*row, *("main", False, f"study {place}")[len(row) - 2 :]) for place, row in enumerate(case["input"])
    ]
    frame = pd.DataFrame(rows, columns=["direction", "clear", "estimand", "is_reverse", "work"])
    assert sentence(frame) == case["expect"], case["note"]
