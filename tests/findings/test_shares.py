"""Known intervals: those that Wilson's paper gives."""

import pytest

from resilience.findings.shares import Share


def test_wilson_by_hand() -> None:
    # 0 of 10: the upper limit is z*z / (n + z*z) = 3.8415 / 13.8415.
    assert Share(0, 10).interval == pytest.approx((0, 27.753), abs=0.001)
    assert Share(81, 263).interval == pytest.approx((25.53, 36.62), abs=0.01)
