"""A figure's numbers as a table and as CSV, and a table alone on a page."""

import csv
import io
import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.figures.table import FigureTable, figure_table, listing, shown, to_csv

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
FRAME = pd.DataFrame({"Text": ["<script>alert(1)</script>", None], "Score": [90, 12]})


def test_a_frame_becomes_plain_values_that_json_can_hold() -> None:
    frame = pd.DataFrame(
        {"Type": ["Green space", None], "n": pd.array([3, None], dtype="Int64"), "Share": [0.5, np.nan]}
    )
    table = figure_table(frame)
    assert json.loads(json.dumps(table, allow_nan=False)) == {
        "columns": [
            {"label": "Type", "numeric": False},
            {"label": "n", "numeric": True},
            {"label": "Share", "numeric": True},
        ],
        "rows": [["Green space", 3, 0.5], [None, None, None]],
    }


def test_numbers_and_words_may_share_a_column() -> None:
    table = figure_table(pd.DataFrame({"England": [4, "none found"]}))
    assert table["columns"][0]["numeric"]
    assert [shown(cell) for (cell,) in table["rows"]] == ["4", "none found"]


@pytest.mark.parametrize(
    ("cell", "expect"), [(None, "not seen"), (4319, "4,319"), (-0.5, "−0.5"), ("as it is", "as it is")]
)
def test_a_cell_on_the_page(cell: str | float | None, expect: str) -> None:
    assert shown(cell) == expect


@pytest.mark.parametrize("text", ["=1+1", "+44", "-x", "@me", "\tx", "\rx"])
def test_text_in_csv_never_runs_as_a_formula(text: str) -> None:
    table = FigureTable(columns=[{"label": text, "numeric": False}], rows=[[text]])
    rows = list(csv.reader(io.StringIO(to_csv(table), newline="")))
    assert rows == [[f"'{text}"], [f"'{text}"]]


def test_a_negative_number_in_csv_stays_a_number() -> None:
    table = FigureTable(columns=[{"label": "n", "numeric": True}], rows=[[-0.5], [None]])
    assert to_csv(table) == '"n"\r\n-0.5\r\n\r\n'


@given(st.lists(TEXT, min_size=1, max_size=3).filter(any))
def test_csv_gives_back_every_text(cells: list[str]) -> None:
    table = FigureTable(columns=[{"label": "a", "numeric": False} for _ in cells], rows=[[*cells]])
    row = list(csv.reader(io.StringIO(to_csv(table), newline="")))[1]
    assert [cell.removeprefix("'") for cell in row] == [cell.removeprefix("'") for cell in cells]


def test_contributed_text_is_escaped() -> None:
    html = listing(FRAME, 'A "caption"')._repr_html_()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html
    assert 'aria-label="Table: A &quot;caption&quot;"' in html


def test_what_is_missing_is_not_zero() -> None:
    assert "not seen" in listing(FRAME, "T")._repr_html_()


def test_it_says_what_it_is_without_html() -> None:
    assert repr(listing(FRAME, "Texts")) == "Table: Texts, 2 rows"
