"""A region's shares beside those of the rest; what is too few is named and not compared."""

import pandas as pd
import pytest

from resilience.assessment.policy_review import contrast
from resilience.assessment.policy_review.holdings import types_by_council, types_by_policy
from resilience.evidence import EvidenceBase


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare from two on, as the small base has no ten of anything."""
    monkeypatch.setattr(contrast, "ENOUGH", 2)


def rows(frame: pd.DataFrame) -> dict[str, tuple[int, int, int, int]]:
    columns = ["label", "here", "here_n", "elsewhere", "elsewhere_n"]
    return {row[0]: row[1:] for row in frame[columns].itertuples(index=False, name=None)}


def test_councils(base: EvidenceBase) -> None:
    frame = contrast.contrast(base, types_by_council(base))
    assert rows(frame) == {
        "Reducing fuel poverty": (2, 2, 0, 3),
        "Healthy homes": (2, 2, 0, 3),
        "Living wage": (1, 2, 1, 3),
    }
    assert list(frame["value"]) == pytest.approx([100, 100, 100 / 6])
    assert (frame["ci_low"] < frame["value"]).all()


def test_policies_lie_where_their_council_lies(base: EvidenceBase) -> None:
    frame = contrast.contrast(base, types_by_policy(base))
    assert rows(frame)["Reducing fuel poverty"] == (3, 3, 0, 3)
    assert rows(frame)["Living wage"] == (1, 3, 1, 3)


def test_the_reverse(base: EvidenceBase) -> None:
    frame = contrast.contrast(base, types_by_council(base), "London")
    assert rows(frame)["Living wage"] == (1, 1, 1, 4)
    assert frame["value"].min() < 0


def test_what_is_left_out_is_said(base: EvidenceBase) -> None:
    said = contrast.left_out(base, types_by_council(base))
    assert "Not compared, as fewer than 2 were found:" in said
    assert "Green space (1)" in said
    assert "Found in North West only: Healthy homes (2); Reducing fuel poverty (2)." in said
    assert "Not found in North West: Green space (1); Community clubs and associations (1)" in said
