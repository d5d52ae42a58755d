"""A list of items that leaves one out, or claims one without saying where, is refused."""

from typing import Any

import pytest
from pydantic import ValidationError

from resilience.records.reporting import Reporting


def reporting(*items: dict[str, Any]) -> dict[str, Any]:
    return {
        "guideline": "A guideline",
        "short": "G",
        "reference": "Writers. A journal 2018.",
        "url": "https://doi.org/10.1000/x",
        "items": [{"section": "Methods", "name": "N", "asks": "A.", "note": "N."} | item for item in items],
    }


HERE = [{"page": "book/methods/limits", "label": "Limits"}]


def test_a_whole_list_is_taken() -> None:
    items = ({"number": 1, "status": "met", "where": HERE}, {"number": 2, "status": "not-kept"})
    assert len(Reporting.model_validate(reporting(*items)).items) == 2


@pytest.mark.parametrize(
    ("items", "why"),
    [
        ([{"number": 2, "status": "not-kept"}], "numbered from 1"),
        ([{"number": 1, "status": "not-kept"}] * 2, "numbered from 1"),
        ([{"number": 1, "status": "met"}], "must say where"),
        ([{"number": 1, "status": "in-part"}], "must say where"),
        ([{"number": 1, "status": "nearly"}], "met"),
        ([], "at least 1"),
    ],
)
def test_a_faulty_list_is_refused(items: list[dict[str, Any]], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        Reporting.model_validate(reporting(*items))
