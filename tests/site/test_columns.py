"""Columns of lists: what is shown, by what rows are sorted, and among which values readers choose."""

import dataclasses
from collections.abc import Iterable

from resilience.site.columns import Column, Explorer, Extras, Filter, Order, counted, explorer, year_column
from resilience.site.wording.values import Line

COLUMNS: tuple[Column[int, Line], ...] = (
    Column("Number", lambda number: f"number {number}"),
    Column(
        "Size", lambda number: "small" if number < 2 else "big", key=lambda number: number if number else None
    ),
    counted("Times", lambda number: number * 1000),
    year_column("Year", lambda number: 2000 + number if number else None),
)
PARITY: Filter[int] = Filter(
    "Parity",
    "parity",
    lambda number: ("even", "odd")[number % 2 :][:1],
    {"neither": "Neither", "odd": "Odd", "even": "Even"},
    default="odd",
)


def made(items: Iterable[int]) -> Explorer:
    extras: Extras[int] = Extras(
        line=Column("Half", lambda number: f"half is {number / 2}"),
        words=lambda number: ("The same word,", f"number {number} and word"),
        year=lambda number: number or None,
    )
    return explorer(("numbers", "All numbers", "numbers"), COLUMNS, items, [PARITY], extras)


def test_a_list_has_a_row_for_each_item_and_knows_its_columns() -> None:
    one = made(iter([0, 1, 2, 3]))
    assert one.heads == (
        ("Number", Order.WORDS), ("Size", Order.WORDS), ("Times", Order.AMOUNT), ("Year", Order.YEAR),
    )  # fmt: skip
    shown = [[cell[0].text for cell in row.cells] for row in one.rows]
    assert shown[:2] == [["number 0", "small", "0", "not seen"], ["number 1", "small", "1,000", "2001"]]
    assert [row.keys for row in one.rows][:2] == [("number 0", None, 0, None), ("number 1", 1, 1000, 2001)]
    assert [row.year for row in one.rows] == [None, 1, 2, 3]
    assert one.line == "Half"
    assert one.rows[3].line == "half is 1.5"


def test_only_options_that_a_row_has_are_offered_in_their_own_order() -> None:
    (choice,) = made([0, 1, 2]).choices
    assert choice.options == (("odd", "Odd"), ("even", "Even"))
    assert choice.default == "odd"


def test_what_fits_at_first_is_counted_and_a_default_that_no_row_has_is_none() -> None:
    assert made([0, 1, 2, 3, 5]).at_first == 3
    without = made([0, 2])
    assert without.choices[0].default == ""
    assert without.at_first == 2


def test_each_further_word_stands_once_and_only_where_the_row_does_not_show_it() -> None:
    assert made([7]).rows[0].words == "same word"


def test_a_list_is_plain_values_that_tell_when_they_change() -> None:
    assert repr(made([1, 2])) == repr(made([1, 2]))
    assert dataclasses.is_dataclass(made([1]).rows[0])
