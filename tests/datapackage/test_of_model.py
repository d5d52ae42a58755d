"""Columns made from models: types, values, units, and groups of fields."""

from datetime import date
from enum import Enum
from typing import Annotated, Literal

import pytest
from pydantic import Field as ModelField

from resilience.datapackage.of_model import columns_of, own_columns, plain
from resilience.records.base import Record
from resilience.records.vocabulary import Direction


class Inner(Record):
    """A number with its unit."""

    value: float | None = None
    """How much."""
    when: date | None = None
    """The day."""


class Outer(Record):
    """Made for this test."""

    name: str
    """Its name."""
    kind: Literal["a", "b"]
    """One of two."""
    way: Direction
    """Which way."""
    p: float | Annotated[str, ModelField(min_length=1)] | None = None
    """A number or a bound."""
    sure: bool = False
    """Whether we are."""
    names: tuple[str, ...] = ()
    """Other names."""
    inner: Inner | None = None
    inners: tuple[Inner, ...] = ()
    """Stand in a sheet of their own."""


COLUMNS = {column.field.name: column for column in own_columns(Outer)}
ONE = Outer(name="x", kind="a", way=Direction.HARM, p=0.04, names=("y", "z"), inner=Inner(value=-0.5))


def test_each_field_that_one_cell_can_hold_is_a_column() -> None:
    assert list(COLUMNS) == ["name", "kind", "way", "p", "sure", "names", "inner_value", "inner_when"]


@pytest.mark.parametrize(
    ("name", "type_", "cell"),
    [
        ("name", "string", "x"),
        ("kind", "string", "a"),
        ("way", "string", "harm"),
        ("p", "string", "0.04"),
        ("sure", "boolean", False),
        ("names", "string", "y; z"),
        ("inner_value", "number", -0.5),
        ("inner_when", "date", None),
    ],
)
def test_a_column_knows_its_type_and_reads_its_cell(name: str, type_: str, cell: object) -> None:
    assert COLUMNS[name].field.type == type_
    assert COLUMNS[name].cell(ONE) == cell


def test_closed_lists_tell_their_values() -> None:
    assert dict(COLUMNS["way"].field.values) == {one.value: one.label for one in Direction}
    assert COLUMNS["kind"].field.values == (("a", "a"), ("b", "b"))


def test_what_may_be_absent_may_be_null() -> None:
    assert not COLUMNS["name"].field.may_be_null
    assert COLUMNS["names"].field.may_be_null
    assert COLUMNS["inner_value"].field.may_be_null


def test_a_group_without_a_record_is_empty() -> None:
    absent = columns_of(Inner, lambda _: None)
    assert [column.cell(ONE) for column in absent] == [None, None]


def test_an_empty_list_is_an_empty_cell() -> None:
    assert plain(()) is None


def test_a_code_is_written_by_its_value() -> None:
    class Code(Enum):
        ONE = 1

    assert plain(Code.ONE) == "1"
