"""A set says what it leaves out, and each reason is for one thing."""

from typing import Any

import pytest
from pydantic import ValidationError

from resilience.records.pool import LeftOut


@pytest.mark.parametrize("meant", [{"studies": ["mead-2010"]}, {"kind": "exposure"}])
def test_a_reason_is_for_studies_or_for_a_kind(meant: dict[str, Any]) -> None:
    assert LeftOut.model_validate({**meant, "because": "b"}).because == "b"


@pytest.mark.parametrize("meant", [{}, {"studies": []}, {"studies": ["mead-2010"], "kind": "review"}])
def test_a_reason_for_nothing_or_for_both_is_refused(meant: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="not for both or neither"):
        LeftOut.model_validate({**meant, "because": "b"})
