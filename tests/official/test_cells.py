"""A figure that is written is the figure that was read."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.official.sheet import Kind, NoFigure, figure, written

scores = st.decimals(0, 100, places=3)


@given(scores)
def test_a_score_comes_back(value: Decimal) -> None:
    assert figure(written(value), Kind.SCORE) == value
    assert figure(f" {value} ", Kind.SCORE) == value


@given(st.decimals(0, 1, places=3))
def test_a_rate_becomes_a_percentage_exactly(rate: Decimal) -> None:
    percent = figure(str(rate), Kind.RATE)
    assert percent == rate * 100
    assert percent is not None
    assert Decimal(written(percent)) == percent


@given(st.integers(1000, 10**9))
def test_commas_between_thousands_are_refused(number: int) -> None:
    with pytest.raises(NoFigure, match="commas between thousands"):
        figure(f"{number:,}", Kind.COUNT)


@given(st.text(), st.sampled_from(Kind))
def test_any_text_is_a_figure_or_missing_or_refused(text: str, kind: Kind) -> None:
    with suppress(NoFigure):
        assert (figure(text, kind) is None) == (not text.strip())


@pytest.mark.parametrize(
    ("value", "text"),
    [(Decimal("17.70"), "17.7"), (Decimal("100"), "100"), (Decimal("1E+2"), "100"), (None, "")],
)
def test_zeros_that_say_nothing_are_left_out(value: Decimal | None, text: str) -> None:
    assert written(value) == text
