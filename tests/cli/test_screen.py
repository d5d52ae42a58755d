"""Tables fit the terminal without a cut, and stay whole where they are piped."""

from hypothesis import given
from hypothesis import strategies as st

from resilience.cli.screen import fitted, table_lines

HEADS = ["type", "body", "mind"]
ROWS = [["social-isolation", "unclear", "promising"], ["x", "y", "z"]]
CELL = st.text("abc-", min_size=1, max_size=12)


def test_a_piped_table_is_one_table() -> None:
    assert list(table_lines(HEADS, ROWS, None)) == [
        "type              body     mind",
        "social-isolation  unclear  promising",
        "x                 y        z",
    ]


def test_a_narrow_terminal_gets_several_tables() -> None:
    assert list(table_lines(HEADS, ROWS, 30)) == [
        "type              body",
        "social-isolation  unclear",
        "x                 y",
        "",
        "type              mind",
        "social-isolation  promising",
        "x                 z",
    ]


@given(st.lists(st.tuples(CELL, CELL, CELL, CELL), min_size=1), st.integers(30, 80))
def test_no_cell_is_cut_and_no_line_too_long(rows: list[tuple[str, ...]], width: int) -> None:
    lines = list(table_lines(["a", "b", "c", "d"], rows, width))
    assert max(map(len, lines)) <= width
    for row in rows:
        assert all(any(cell in line.split() for line in lines) for cell in row)


def test_a_long_line_is_broken_between_words_and_an_address_never() -> None:
    address = "https://example.org/" + "a" * 30
    assert list(fitted([f"  see {address} there"], 20)) == ["  see", f"    {address}", "    there"]
    assert list(fitted(["a long line of words"], None)) == ["a long line of words"]
