"""Rows of texts come back from a link as they were, whatever is in them."""

from hypothesis import given
from hypothesis import strategies as st

from resilience.planning.packed import one_line, pack, unpack

CELLS = st.text(st.one_of(st.sampled_from("~._012 <>&'\"+%;,:"), st.characters(exclude_categories=["Cs"])))
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=5)


@given(ROWS)
def test_rows_come_back(rows: list[list[str]]) -> None:
    assert unpack(pack(rows)) == rows


@given(st.text())
def test_any_text_gives_rows(text: str) -> None:
    assert all(isinstance(cell, str) for row in unpack(text) for cell in row)


def test_what_a_row_holds_can_be_read_in_the_link() -> None:
    assert pack([("name", "do-befriending", "Tea. And_cake")]) == "name_do-befriending_Tea~1 And~2cake"


@given(st.text())
def test_a_line_is_one_line_and_stays_as_it_is(text: str) -> None:
    line = one_line(text)
    assert line == line.strip()
    assert line.isprintable()
    assert one_line(line) == line
