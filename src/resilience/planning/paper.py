"""The forms of a page of the pack: sentences whose sources are numbered notes at its foot."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from resilience.planning.blocks import Said, Section, Source, Table


@dataclass(frozen=True)
class Noted:
    """A sentence or a cell, with the numbers of its notes."""

    text: str
    notes: tuple[int, ...] = ()
    sure: str = ""


@dataclass(frozen=True)
class NotedTable:
    """A table whose cells are noted."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Noted, ...], ...]


@dataclass(frozen=True)
class NotedSection:
    """A section of a page."""

    heading: str
    said: tuple[Noted, ...] = ()
    table: NotedTable | None = None
    more: str = ""
    """What was left out to keep the page to one side, and where it stands."""


@dataclass(frozen=True)
class Missing:
    """A sentence on what the group has not answered, and the step where it can."""

    text: str
    step: str


@dataclass(frozen=True)
class Note:
    """A source with its number; its address is that of a page of the book, or a public one."""

    number: int
    text: str
    page: str
    url: str


@dataclass(frozen=True)
class Head:
    """What stands on every page."""

    plan: str
    """Which plan it is of: the place, and what the group wants to change."""
    day: str
    """As people write it."""
    link: str
    """The address under which the plan opens again."""
    about_link: str
    """What the address lacks, where the whole one is too long to print."""


@dataclass(frozen=True)
class Page:
    """One side of A4."""

    number: int
    of: int
    title: str
    head: Head
    answer: tuple[Noted, ...]
    picture: Mapping[str, Any] | None
    """The logic model as `logic.drawn` gives it, where it stands on this page and fits."""
    sections: tuple[NotedSection, ...]
    left_out: str
    """Which sections there was no room for, and where they stand."""
    missing: tuple[Missing, ...]
    notes: tuple[Note, ...]


@dataclass
class Notes:
    """The notes of a page, numbered in the order in which its sentences first need them."""

    _numbers: dict[Source, int] = field(default_factory=dict)

    def of(self, said: Said) -> Noted:
        """Number the sources of a sentence."""
        numbers = (self._numbers.setdefault(one, len(self._numbers) + 1) for one in said.sources)
        return Noted(said.text, tuple(dict.fromkeys(numbers)), said.sure)

    def all(self, said: tuple[Said, ...]) -> tuple[Noted, ...]:
        """Number those of several."""
        return tuple(self.of(one) for one in said)

    def section(self, one: Section, more: str) -> NotedSection:
        """Number those of a section."""
        said = self.all(one.said)
        return NotedSection(one.heading, said, self._table(one.table) if one.table else None, more)

    def _table(self, table: Table) -> NotedTable:
        return NotedTable(table.caption, table.heads, tuple(self.all(row) for row in table.rows))

    def listed(self) -> tuple[Note, ...]:
        """Give the notes in their order."""
        return tuple(Note(number, one.text, one.page, one.url) for one, number in self._numbers.items())
