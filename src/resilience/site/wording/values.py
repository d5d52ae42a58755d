"""What the facts of a page may hold besides plain words and numbers, and what pages are made of.

None of it is markup, so that text from a record can never be read as any.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, Union

from resilience.figures.diagrams import LogicModel


@dataclass(frozen=True)
class Text:
    """A run of plain text; `strong` stands out."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Link:
    """A link to a page of the book (`docname`) or to a public address (`url`)."""

    text: str
    docname: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Tag:
    """A short label with classes for its look; its words say all that the look says."""

    text: str
    classes: tuple[str, ...]
    docname: str | None = None


Inline: TypeAlias = Text | Link | Tag
Inlines: TypeAlias = tuple[Inline, ...]
Line: TypeAlias = Union[str, Inline, Sequence["Line"]]  # noqa: UP007
"""A run of words, links and tags, however nested."""


def inlines(line: Line) -> Inlines:
    """Turn a line into one run."""
    if isinstance(line, str):
        return (Text(line),)
    if isinstance(line, (Text, Link, Tag)):
        return (line,)
    return tuple(part for item in line for part in inlines(item))


@dataclass(frozen=True)
class Run:
    """Words, links and tags that follow each other."""

    parts: tuple[str | Inline, ...]


@dataclass(frozen=True)
class Anchor:
    """A fragment to link to; alone in a paragraph, it names the box or section that it stands in."""

    id: str


Cell: TypeAlias = str | float | None


@dataclass(frozen=True)
class Drawing:
    """A figure that is drawn while the book is built, as the data that it is drawn from.

    On a page made from a template its words stay empty here, and the template's filter `titled` says them.
    """

    kind: str
    """Which figure: a key of `drawings.DRAWINGS`."""
    title: str
    sentence: str
    note: str
    rows: tuple[tuple[Cell, ...], ...]
    options: tuple[Cell | LogicModel, ...] = ()
    """What else the figure asks for, in its own order."""


@dataclass(frozen=True)
class Live:
    """A part that a script brings to life; without it the part is not there, and the page is complete."""

    kind: str
    """Which part: a key of the live pages."""
    data: str
    """What it is about, such as the slug of a record."""


@dataclass(frozen=True)
class Passage:
    """Facts, and the template that puts them into words."""

    template: str
    """Folder and name, such as `pages/study`."""
    facts: Any
    """Plain values, references as above, tuples and frozen dataclasses of them."""
    macro: str | None = None
    """The macro of the template that takes the facts; without one, the whole template is rendered."""


@dataclass(frozen=True)
class FactsPage:
    """A whole page about one record, worded by a template."""

    title: str
    kind: str
    """Singular name of the kind of record, for search and for the trail."""
    passage: Passage
    description: str
    domains: tuple[str, ...] = ()
