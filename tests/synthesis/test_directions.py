"""Counts by direction, one vote a study, and what a count can say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.synthesis import CannotPool, Pointing, direction_of_study, sign_test, tally


def test_no_number_seen_is_not_no_effect() -> None:
    results = [
        Pointing("benefit", True),
        Pointing("benefit", False),
        Pointing("no-difference", True),
        Pointing("unclear", False),
        Pointing("harm", True),
        Pointing("mixed", False),
    ]
    counts = tally(results)
    assert (counts.benefit, counts.harm, counts.mixed) == (2, 1, 1)
    assert (counts.no_difference, counts.unclear) == (1, 1)
    assert (counts.without_number, counts.total) == (3, 6)


def test_an_unknown_direction_is_an_error() -> None:
    with pytest.raises(ValueError, match="unknown directions: better"):
        tally([Pointing("better", True)])


@pytest.mark.parametrize(
    ("directions", "expected"),
    [
        (["benefit"], "benefit"),
        (["benefit"] * 7 + ["harm"] * 3, "benefit"),
        (["benefit"] * 6 + ["harm"] * 3, "mixed"),
        (["benefit", "harm"], "mixed"),
        (["no-difference"] * 3 + ["benefit"], "no-difference"),
        (["benefit", "unclear", "unclear"], "benefit"),
        (["unclear"], "unclear"),
        ([], "unclear"),
    ],
)
def test_a_study_votes_once(directions: list[str], expected: str) -> None:
    assert direction_of_study(directions) == expected


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


def test_a_negative_count_is_an_error() -> None:
    with pytest.raises(ValueError, match="negative"):
        sign_test(-1, 3)
