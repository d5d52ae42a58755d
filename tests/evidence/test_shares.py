"""Known intervals: those that Wilson's and Newcombe's papers give."""

import pytest

from resilience.evidence.shares import Difference, Share


def test_wilson_by_hand() -> None:
    # 0 of 10: the upper limit is z*z / (n + z*z) = 3.8415 / 13.8415.
    assert Share(0, 10).interval == pytest.approx((0, 27.753), abs=0.001)
    assert Share(81, 263).interval == pytest.approx((25.53, 36.62), abs=0.01)


@pytest.mark.parametrize(
    ("first", "second", "low", "high"),
    [
        (Share(56, 70), Share(48, 80), 5.24, 33.39),
        (Share(9, 10), Share(3, 10), 17.05, 80.90),
        (Share(10, 10), Share(0, 20), 67.91, 100),
    ],
)
def test_differences_of_newcombe_1998(first: Share, second: Share, low: float, high: float) -> None:
    assert Difference(first, second).interval == pytest.approx((low, high), abs=0.01)


def test_the_reverse_is_the_mirror_image() -> None:
    there, back = (Difference(*pair) for pair in ((Share(5, 9), Share(2, 30)), (Share(2, 30), Share(5, 9))))
    assert there.interval is not None
    assert back.interval == pytest.approx((-there.interval[1], -there.interval[0]))
    assert there.value == pytest.approx(-(back.value or 0))


def test_without_any_there_is_no_difference_to_give() -> None:
    assert Difference(Share(0, 0), Share(1, 2)).value is None
    assert Difference(Share(0, 0), Share(1, 2)).interval is None
