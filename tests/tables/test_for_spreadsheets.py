"""CSV for spreadsheets: what goes in comes out, and nothing runs."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.tables.for_spreadsheets import csv_text

CELLS = (
    st.none() | st.integers() | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"))
)


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        " =1+1",
        "\t=1",
        "\u00a0\u3000=1",
        "\uff1d1",
        "\uff0b1",
        "\uff20x",
        "\r1",
    ],
)
def test_what_may_run_gets_an_apostrophe(text: str) -> None:
    assert csv_text(["a"], [[text]]) == f'"a"\r\n"\'{text}"\r\n'


@pytest.mark.parametrize("text", ["a=1", "1-2", "", "; =1", "−0.3", "'=1"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert csv_text(["a"], [[text]]) == f'"a"\r\n"{text}"\r\n'


def test_numbers_are_plain_and_what_was_not_seen_is_empty() -> None:
    assert csv_text(["a", "b", "c"], [[-0.3, None, 12]]) == '"a","b","c"\r\n-0.3,,12\r\n'


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2)))
def test_every_reader_gets_the_same_cells(rows: list[list[str | int | None]]) -> None:
    read = list(csv.reader(io.StringIO(csv_text(["a", "b"], rows), newline="")))[1:]
    plain = [["" if cell is None else str(cell) for cell in row] for row in rows]
    assert [[cell.removeprefix("'") for cell in row] for row in read] == [
        [cell.removeprefix("'") for cell in row] for row in plain
    ]
