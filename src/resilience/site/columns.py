"""Columns of tables, declared once: on pages that readers sort and narrow down, and in files to take away."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from resilience.figures.table import Cell, csv_text
from resilience.site.pages.blocks import Block, Box, Line, Table, inlines

Item = TypeVar("Item")
Shown = TypeVar("Shown")


@dataclass(frozen=True)
class Column(Generic[Item, Shown]):
    """A column of a table of items."""

    name: str
    cell: Callable[[Item], Shown]
    key: Callable[[Item], str] | None = None
    """By what its cells are sorted, where their words don't tell."""
    choose: bool = False
    """Whether readers choose among its values."""


def tabulate(caption: str, columns: Sequence[Column[Item, Line]], items: Iterable[Item]) -> Table:
    """Make a table with a row for each item."""
    listed = list(items)
    return Table(
        caption,
        tuple(column.name for column in columns),
        tuple(tuple(inlines(column.cell(item)) for column in columns) for item in listed),
        chosen=tuple(column.name for column in columns if column.choose),
        keys=tuple(tuple(column.key(item) if column.key else "" for column in columns) for item in listed)
        if any(column.key for column in columns)
        else (),
    )


def explorer(table: Table) -> list[Block]:
    """Let readers sort a table and narrow it down: static/explore.js does so."""
    return [Box((table,), ("explore",))]


def to_csv(columns: Sequence[Column[Item, Cell]], items: Iterable[Item]) -> str:
    """Write a row for each item, for spreadsheets; an empty cell was not seen."""
    return csv_text(
        [column.name for column in columns], [[column.cell(item) for column in columns] for item in items]
    )
