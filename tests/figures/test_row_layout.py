"""Rows never overlap, and no label is lost."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.figures.row_layout import place_rows, wrapped
from resilience.figures.style import NARROW, WIDE, Size, text_height

LABELS = st.lists(
    st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=120), min_size=1, max_size=6
)


@given(LABELS, st.sampled_from([NARROW, WIDE]), st.integers(0, 2))
def test_each_row_stands_below_the_one_before(labels: list[str], size: Size, lines_below: int) -> None:
    rows = place_rows(pd.DataFrame({"label": labels}), size, lines_below=lines_below)
    end = 0.0
    for row in rows.frame.itertuples():
        assert min(row.label_y, row.top) >= end
        end = max(row.label_y + text_height(row.label_text, size.font), row.bottom)
    assert rows.height >= end


@pytest.mark.parametrize(("size", "beside"), [(WIDE, True), (NARROW, False)], ids=["wide", "narrow"])
def test_a_label_stands_beside_its_mark_or_above_it(size: Size, beside: bool) -> None:
    rows = place_rows(pd.DataFrame({"label": ["Green space"]}), size)
    row = rows.frame.iloc[0]
    assert (row["label_y"] < row["bottom"] and rows.left > 0) == beside or row["label_y"] < row["top"]
    assert (rows.left > 0) == beside


def test_a_heading_stands_above_the_first_row_of_each_group() -> None:
    frame = pd.DataFrame({"label": ["a", "b", "c"], "group": ["One", "One", "Two"]})
    rows = place_rows(frame, WIDE, group="group")
    assert list(rows.headings["heading"]) == ["One", "Two"]
    (first, second), tops = rows.headings["y"], rows.frame["label_y"]
    assert first < tops[0] < tops[1] < second < tops[2]


@given(st.text(st.characters(categories=("L", "N", "Zs")), max_size=200))
def test_wrapping_keeps_every_letter(text: str) -> None:
    assert "".join(wrapped(text, 100, 12).split()) == "".join(text.split())


def test_a_word_too_long_for_its_column_may_be_kept_whole() -> None:
    assert "\n" in wrapped("difference", 30, 12)
    assert wrapped("No difference", 30, 12, cut_words=False) == "No\ndifference"
