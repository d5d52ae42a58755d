"""A figure that is written is the figure that was read."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.official.cells import NOT_PUBLISHED, Kind, NoFigure, figure, written

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


@given(st.integers(0, 10_000))
def test_a_rate_with_a_percent_sign_is_that_percentage(hundredths: int) -> None:
    percent = Decimal(hundredths) / 100
    assert figure(f"{percent}%", Kind.RATE) == percent == figure(f"{percent} %", Kind.RATE)


@pytest.mark.parametrize(("cell", "kind"), [("101%", Kind.RATE), ("20%%", Kind.RATE), ("20%", Kind.SCORE)])
def test_other_percent_signs_are_told(cell: str, kind: Kind) -> None:
    with pytest.raises(NoFigure):
        figure(cell, kind)


@given(
    st.decimals(-(10**9), 10**9, places=2) | st.integers(-(10**9), 10**9),
    st.sampled_from([",", " ", "\u00a0", "\u2009", "\u202f"]),
)
def test_signs_between_thousands_are_read(number: Decimal | int, sign: str) -> None:
    assert figure(f"{number:,}".replace(",", sign), Kind.NUMBER) == number


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.RANK])
def test_a_comma_between_thousands_is_read_where_thousands_can_be(kind: Kind) -> None:
    assert figure("32,844", kind) == 32844
    assert figure("1 200", kind) == 1200


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("30,123", Kind.SCORE),
        ("1,234", Kind.DECILE),
        ("0,210", Kind.RATE),
        ("53,650", Kind.SMALL),
        ("0,500", Kind.COUNT),
        ("12,5", Kind.COUNT),
        ("1200,5", Kind.NUMBER),
        ("1.234,5", Kind.NUMBER),
        ("1 234,5", Kind.NUMBER),
        ("1\u202f234,50", Kind.NUMBER),
    ],
)
def test_a_decimal_comma_is_told_and_not_guessed_at(cell: str, kind: Kind) -> None:
    with pytest.raises(NoFigure, match="has a decimal comma") as caught:
        figure(cell, kind)
    assert caught.value.mend == "Save the file as CSV again, with decimal points."


@pytest.mark.parametrize("cell", ["1,20,000", "1,200 000", "1,2,3", ",5", "1,", "1 20", "1'200", "01,200"])
def test_other_signs_make_no_number(cell: str) -> None:
    with pytest.raises(NoFigure):
        figure(cell, Kind.NUMBER)


@given(st.text(), st.sampled_from(Kind))
def test_any_text_is_a_figure_or_missing_or_refused(text: str, kind: Kind) -> None:
    with suppress(NoFigure):
        assert (figure(text, kind) is None) == (text.strip() in NOT_PUBLISHED)


@pytest.mark.parametrize(
    ("value", "text"),
    [(Decimal("17.70"), "17.7"), (Decimal("100"), "100"), (Decimal("1E+2"), "100"), (None, "")],
)
def test_zeros_that_say_nothing_are_left_out(value: Decimal | None, text: str) -> None:
    assert written(value) == text
