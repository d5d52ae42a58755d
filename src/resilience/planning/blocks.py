"""The few forms in which a step says something, for the page, the print and Markdown alike."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Source:
    """Where a sentence comes from: a page of the book, a public address, or a table named in words."""

    text: str
    page: str = ""
    """A page of the book, such as `studies/mead-2010-befriending-depression`; `?` or `#` may follow."""
    url: str = ""


@dataclass(frozen=True)
class Said:
    """A sentence or a cell; one that states evidence has its sources and how sure it is."""

    text: str
    sources: tuple[Source, ...] = ()
    sure: str = ""
    """How sure, in words; empty where the sentence states no evidence."""


@dataclass(frozen=True)
class Table:
    """A table; the first cell of a row names the row."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Said, ...], ...]


@dataclass(frozen=True)
class Section:
    """A heading of a step, with sentences as a list, then a table."""

    heading: str
    said: tuple[Said, ...] = ()
    table: Table | None = None
    folded: bool = False
    """Whether it is a long list for those who want more: a page folds it, and the pack leaves it out."""
    kept: bool = False
    """Whether it stays in the pack where others go for lack of room."""


@dataclass(frozen=True)
class Step:
    """What a step says: the answer first, then the reasons, what is missing, and what it rests on."""

    name: str
    """One of `STEPS`."""
    answer: tuple[Said, ...] = ()
    sections: tuple[Section, ...] = ()
    missing: tuple[str, ...] = ()
    """A sentence for each answer that the group has not given, saying what is then missing."""
    rests_on: str = ""


def file_of(page: str) -> str:
    """Give the file of a page of the book, with the query and the place on it where they follow."""
    name = page.partition("#")[0].partition("?")[0]
    return f"{name}.html{page.removeprefix(name)}"


def plain(said: object) -> Any:
    """Give a block as JSON can hold it."""
    return asdict(said)  # type: ignore[call-overload]
