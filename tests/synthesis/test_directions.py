"""What a count of votes can say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.synthesis import FEWEST_VOTES, CannotPool, sign_test


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_sign_test_is_even(benefit: int, harm: int) -> None:
    if benefit + harm == 0:
        with pytest.raises(CannotPool, match="no sign to test"):
            sign_test(benefit, harm)
        return
    one, other = sign_test(benefit, harm), sign_test(harm, benefit)
    assert one.p == other.p
    assert 0 < one.p <= 1
    assert 0 <= one.share_low <= one.share <= one.share_high <= 1
    assert one.share_low == pytest.approx(1 - other.share_high, abs=1e-9)


def test_fewer_votes_than_six_can_never_leave_out_chance() -> None:
    assert sign_test(FEWEST_VOTES - 1, 0).p > 0.05
    assert sign_test(FEWEST_VOTES, 0).p < 0.05


def test_a_negative_count_is_an_error() -> None:
    with pytest.raises(ValueError, match="negative"):
        sign_test(-1, 3)
