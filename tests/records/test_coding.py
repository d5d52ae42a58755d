"""A coded text carries one verdict of its coders."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from resilience.records.coding import CodedText

CASES = yaml.safe_load((Path(__file__).parent / "cases/coding.yml").read_text(encoding="utf-8"))
SOUND = [case for case in CASES if isinstance(case["expect"], dict)]
REFUSED = [case for case in CASES if isinstance(case["expect"], str)]


@pytest.mark.parametrize("case", SOUND, ids=lambda case: case["id"])
def test_verdict(case: dict[str, Any]) -> None:
    text = CodedText(text="plant trees", **case["input"])
    assert {"status": text.status.value, "types": [*text.types]} == case["expect"], case["note"]
    assert text.type == (text.types or (None,))[0]


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["id"])
def test_what_contradicts_itself_is_refused(case: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match=case["expect"]):
        CodedText(text="plant trees", **case["input"])
