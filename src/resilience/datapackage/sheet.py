"""A table to take away: its columns, each described, and its rows.

Columns are described as a Table Schema describes them: Frictionless Data, Table Schema 1,
https://specs.frictionlessdata.io/table-schema/.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from resilience.evidence.coding import BETWEEN

Item = TypeVar("Item")
Outer = TypeVar("Outer")
Value = str | int | float | bool | date | None
Type = Literal["string", "integer", "number", "boolean", "date"]


def keys(names: Iterable[str]) -> str | None:
    """Write a list of keys in one cell."""
    return BETWEEN.join(names) or None


@dataclass(frozen=True)
class Field:
    """A column as its readers need to know it."""

    name: str
    type: Type
    description: str
    unit: str = ""
    """What a number counts."""
    values: tuple[tuple[str, str], ...] = ()
    """Each value that it may have, with its meaning; empty where it may have any."""
    may_be_null: bool = True

    def described(self) -> dict[str, Any]:
        """Describe it as a field of a Table Schema; `unit` and `values` are properties of our own."""
        constraints: dict[str, Any] = {} if self.may_be_null else {"required": True}
        if self.values:
            constraints["enum"] = [value for value, _ in self.values]
        return {
            "name": self.name,
            "type": self.type,
            "description": self.description,
            **({"unit": self.unit} if self.unit else {}),
            **({"values": dict(self.values)} if self.values else {}),
            **({"constraints": constraints} if constraints else {}),
        }


@dataclass(frozen=True)
class Column(Generic[Item]):
    """A column and where its cells come from."""

    field: Field
    cell: Callable[[Item], Value]


@dataclass(frozen=True)
class Reference:
    """Columns that name a row of another table."""

    fields: tuple[str, ...]
    sheet: str
    to: tuple[str, ...]


@dataclass(frozen=True)
class Sheet(Generic[Item]):
    """A table with what it holds, what tells its rows apart and which other tables it leads to."""

    name: str
    title: str
    holds: str
    columns: tuple[Column[Item], ...]
    items: Callable[[], Iterable[Item]]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()

    @property
    def fields(self) -> tuple[Field, ...]:
        """Its columns as its readers need to know them."""
        return tuple(column.field for column in self.columns)

    @cached_property
    def rows(self) -> list[list[Value]]:
        """Its rows, in the order of its columns."""
        return [[column.cell(item) for column in self.columns] for item in self.items()]

    def schema(self) -> dict[str, Any]:
        """Describe it as a Table Schema."""
        return {
            "fields": [field.described() for field in self.fields],
            "missingValues": [""],
            "primaryKey": list(self.key),
            **(
                {"foreignKeys": [_foreign(one, self.name) for one in self.references]}
                if self.references
                else {}
            ),
        }


def _foreign(reference: Reference, own: str) -> dict[str, Any]:
    # A table that leads to itself is named by nothing.
    sheet = "" if reference.sheet == own else reference.sheet
    return {
        "fields": list(reference.fields),
        "reference": {"resource": sheet, "fields": list(reference.to)},
    }


class Inside(NamedTuple, Generic[Outer, Item]):
    """An item that stands in a record, or whatever lists it, at a place counted from 0."""

    of: Outer
    place: int
    item: Item


def each_inside(
    records: Iterable[Outer], items: Callable[[Outer], Iterable[Item]]
) -> Iterator[Inside[Outer, Item]]:
    """Give the items of all records, in order."""
    for record in records:
        for number, item in enumerate(items(record)):
            yield Inside(record, number, item)


def place(name: str, description: str) -> Column[Any]:
    """Make the column of an item's place, which with its record tells its row apart."""
    return whole(name, description, lambda row: row.place, may_be_null=False)


def text(name: str, description: str, cell: Callable[[Item], str | None], **more: Any) -> Column[Item]:
    """Make a column of text."""
    return Column(Field(name, "string", description, **more), cell)


def whole(name: str, description: str, cell: Callable[[Item], int | None], **more: Any) -> Column[Item]:
    """Make a column of whole numbers."""
    return Column(Field(name, "integer", description, **more), cell)


def amount(name: str, description: str, cell: Callable[[Item], float | None], **more: Any) -> Column[Item]:
    """Make a column of numbers."""
    return Column(Field(name, "number", description, **more), cell)


def truth(name: str, description: str, cell: Callable[[Item], bool | None], **more: Any) -> Column[Item]:
    """Make a column of true and false."""
    return Column(Field(name, "boolean", description, **more), cell)
