"""Lists of records, declared once by their columns: on pages that readers narrow down, and in files."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from resilience.matching.normalise import LINKING
from resilience.records.english import NOT_SEEN, number
from resilience.site.wording.values import Inlines, Line, inlines
from resilience.tables.for_spreadsheets import Cell, csv_text

Item = TypeVar("Item")
Shown = TypeVar("Shown")


class Order(StrEnum):
    """What a column is sorted by, which says in words what comes first."""

    WORDS = "words"
    AMOUNT = "amount"
    YEAR = "year"
    LEVEL = "level"


@dataclass(frozen=True)
class Column(Generic[Item, Shown]):
    """A column of a table of items."""

    name: str
    cell: Callable[[Item], Shown]
    key: Callable[[Item], str | float | None] | None = None
    """By what its cells are sorted, where their words don't tell; None comes last."""
    order: Order = Order.WORDS


def counted(name: str, count: Callable[[Item], int]) -> Column[Item, Line]:
    """Make a column of counts."""
    return Column(name, lambda item: number(count(item)), count, Order.AMOUNT)


def year_column(name: str, year: Callable[[Item], int | None]) -> Column[Item, Line]:
    """Make a column of years."""
    return Column(name, lambda item: str(year(item) or NOT_SEEN), year, Order.YEAR)


@dataclass(frozen=True)
class Filter(Generic[Item]):
    """A choice by which a list is narrowed down; it need not be among the columns."""

    name: str
    slug: str
    """Its name in the address of the page."""
    values: Callable[[Item], Iterable[str]]
    """The values that an item has."""
    options: Mapping[str, str]
    """The label of each value, in the order in which readers see them."""
    default: str = ""
    """What is chosen at first; empty for all."""


@dataclass(frozen=True)
class Extras(Generic[Item]):
    """What an item says besides its columns."""

    line: Column[Item, str] | None = None
    """A line below the first cell; a file to take away has it as a column."""
    words: Callable[[Item], Iterable[str]] | None = None
    """Texts by which readers may find it, though it does not show them."""
    year: Callable[[Item], int | None] | None = None
    """Lets readers narrow the list down to a span of years."""


@dataclass(frozen=True)
class Choice:
    """A filter with those of its options that some row has."""

    name: str
    slug: str
    options: tuple[tuple[str, str], ...]
    default: str


@dataclass(frozen=True)
class Row:
    """A row as plain values."""

    cells: tuple[Inlines, ...]
    keys: tuple[str | float | None, ...]
    """By what each cell is sorted; its own words where this is its name."""
    chosen: tuple[tuple[str, ...], ...]
    """What it has of each choice."""
    line: str = ""
    words: str = ""
    year: int | None = None


@dataclass(frozen=True)
class Explorer:
    """A list that readers sort, narrow down and take with them: `parts/explorer.html` puts it into words."""

    name: str
    caption: str
    noun: str
    """What the rows are."""
    heads: tuple[tuple[str, Order], ...]
    choices: tuple[Choice, ...]
    rows: tuple[Row, ...]
    at_first: int
    """How many rows fit before the reader chooses."""
    by_year: bool
    line: str = ""
    """What the line below the first cell is."""
    works: str = ""
    """The files in which the works of all rows stand, without their endings, where rows are works."""


def explorer(
    explorer: tuple[str, str, str],
    columns: Sequence[Column[Item, Line]],
    items: Iterable[Item],
    filters: Sequence[Filter[Item]] = (),
    extras: Extras[Item] | None = None,
    works: str = "",
) -> Explorer:
    """List items for readers; `explorer` has the name of the list, its caption and its noun."""
    extras = extras or Extras()
    rows = tuple(_row(item, columns, filters, extras) for item in items)
    choices = tuple(_choice(place, one, rows) for place, one in enumerate(filters))
    return Explorer(
        *explorer,
        heads=tuple((column.name, column.order) for column in columns),
        choices=choices,
        rows=rows,
        at_first=sum(_fits_at_first(row, choices) for row in rows),
        by_year=extras.year is not None,
        line=extras.line.name if extras.line else "",
        works=works,
    )


def _row(
    item: Item,
    columns: Sequence[Column[Item, Line]],
    filters: Sequence[Filter[Item]],
    extras: Extras[Item],
) -> Row:
    cells = tuple(inlines(column.cell(item)) for column in columns)
    said = ["".join(part.text for part in cell) for cell in cells]
    line = extras.line.cell(item) if extras.line else ""
    return Row(
        cells=cells,
        keys=tuple(
            column.key(item) if column.key else text for column, text in zip(columns, said, strict=True)
        ),
        chosen=tuple(tuple(one.values(item)) for one in filters),
        line=line,
        words=_further_words(extras.words(item), [*said, line]) if extras.words else "",
        year=extras.year(item) if extras.year else None,
    )


def _further_words(texts: Iterable[str], shown: Iterable[str]) -> str:
    """Give each word once that is not shown; where it stands in its text does not matter."""
    known = {*LINKING, *_words_in(shown)}
    return " ".join(word for word in _words_in(texts) if word not in known)


def _words_in(texts: Iterable[str]) -> dict[str, None]:
    return dict.fromkeys(word.strip(".,;:()") for text in texts for word in text.lower().split())


def _choice(place: int, one: Filter[Item], rows: Sequence[Row]) -> Choice:
    there = {value for row in rows for value in row.chosen[place]}
    options = tuple((value, label) for value, label in one.options.items() if value in there)
    return Choice(one.name, one.slug, options, one.default if one.default in there else "")


def _fits_at_first(row: Row, choices: Sequence[Choice]) -> bool:
    return all(not one.default or one.default in row.chosen[place] for place, one in enumerate(choices))


def by_label(options: Mapping[str, str]) -> dict[str, str]:
    """Put options in the order of their labels."""
    return dict(sorted(options.items(), key=lambda option: option[1].lower()))


def to_csv(columns: Sequence[Column[Item, Cell]], items: Iterable[Item]) -> str:
    """Write a row for each item, for spreadsheets; an empty cell was not seen."""
    return csv_text(
        [column.name for column in columns], [[column.cell(item) for column in columns] for item in items]
    )
