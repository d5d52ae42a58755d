"""What a page consists of, as plain data: no markup, so that text from a record can never be read as any."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias, Union

from resilience.site.wording.values import Cell as Cell
from resilience.site.wording.values import Drawing as Drawing
from resilience.site.wording.values import Inline as Inline
from resilience.site.wording.values import Link as Link
from resilience.site.wording.values import Live as Live
from resilience.site.wording.values import Passage as Passage
from resilience.site.wording.values import Tag as Tag
from resilience.site.wording.values import Text as Text

Inlines = tuple[Inline, ...]
Line: TypeAlias = Union[str, Inline, Sequence["Line"]]  # noqa: UP007
"""What the builders below accept as a run of text."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    content: Inlines
    classes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bullets:
    """A bullet list, one run of text an item."""

    items: tuple[Inlines, ...]
    classes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Facts:
    """A definition list: what is known, term by term; a term may have several values."""

    entries: tuple[tuple[str, tuple[Inlines, ...]], ...]


@dataclass(frozen=True)
class Table:
    """A table with a caption; the first cell of a row heads it."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True)
class Section:
    """A headed part of a page; `anchor` is its permanent fragment."""

    title: str
    anchor: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Box:
    """Blocks that belong together, with classes for their look; `anchor` is a fragment to link to."""

    blocks: tuple["Block", ...]
    classes: tuple[str, ...]
    anchor: str = ""


Block: TypeAlias = Paragraph | Bullets | Facts | Table | Section | Box | Drawing | Live | Passage


@dataclass(frozen=True)
class Page:
    """A whole page about one record."""

    title: str
    kind: str
    """Singular name of the kind of record, for search and for the trail."""
    blocks: tuple[Block, ...]
    description: str
    domains: tuple[str, ...] = ()


def inlines(line: Line) -> Inlines:
    """Turn a string, an inline or a sequence of both into a run of text."""
    if isinstance(line, str):
        return (Text(line),)
    if isinstance(line, (Text, Link, Tag)):
        return (line,)
    return tuple(part for item in line for part in inlines(item))


def paragraph(line: Line, *classes: str) -> Paragraph:
    """Make a paragraph."""
    return Paragraph(inlines(line), classes)


def bullets(lines: Sequence[Line], *classes: str) -> Bullets:
    """Make a bullet list."""
    return Bullets(tuple(inlines(line) for line in lines), classes)


def facts(entries: Sequence[tuple[str, Line | None]]) -> Facts:
    """Make a definition list; an entry without a value is left out, and a list gives one value an item."""
    kept = [(term, _values(value)) for term, value in entries if value not in (None, "", [], ())]
    return Facts(tuple((term, values) for term, values in kept if values))


def table(caption: str, header: Sequence[str], rows: Sequence[Sequence[Line]]) -> Table:
    """Make a table."""
    return Table(caption, tuple(header), tuple(tuple(inlines(cell) for cell in row) for row in rows))


def section(title: str, anchor: str, blocks: Sequence[Block | None]) -> Section | None:
    """Make a section, or nothing where it would be empty."""
    kept = present(blocks)
    return Section(title, anchor, kept) if kept else None


def present(blocks: Sequence[Block | None]) -> tuple[Block, ...]:
    """Leave out blocks that are missing or empty."""
    return tuple(block for block in blocks if block is not None and not _is_empty(block))


def _values(value: Line | None) -> tuple[Inlines, ...]:
    if value is None:
        return ()
    if isinstance(value, list):
        return tuple(inlines(item) for item in value)
    return (inlines(value),)


def _is_empty(block: Block) -> bool:
    if isinstance(block, Bullets):
        return not block.items
    if isinstance(block, Facts):
        return not block.entries
    if isinstance(block, Table):
        return not block.rows
    return isinstance(block, Box) and not block.blocks
