"""A step of the path as a page without scripts shows it: what `planning/blocks.py` holds, with its links."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from resilience.planning.blocks import Said, Section, Source, Step, Table, file_of
from resilience.records.english import folded
from resilience.site.wording.values import Anchor, Inline, Link, Run, Text

ROOT = "../"
"""From the folder of a record page to the book."""


@dataclass(frozen=True)
class ShownTable:
    """A table; each cell has its sources."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True)
class ShownSection:
    """A heading with what stands below it."""

    heading: str
    anchor: Anchor
    said: tuple[Run, ...]
    table: ShownTable | None
    folded: bool


@dataclass(frozen=True)
class ShownStep:
    """All that a step says."""

    answer: tuple[Run, ...]
    sections: tuple[ShownSection, ...]
    missing: tuple[str, ...]
    rests_on: str


def shown_step(step: Step) -> ShownStep:
    """Give a step with links in the place of sources, and a name for each of its headings."""
    return ShownStep(
        answer=tuple(map(said, step.answer)),
        sections=tuple(_sections(step)),
        missing=step.missing,
        rests_on=step.rests_on,
    )


def said(one: Said) -> Run:
    """Give a sentence with its sources and how sure it is behind it, in brackets.

    What is no more than the name of its one source is the link itself.
    """
    if not one.sure and [source.text for source in one.sources] == [one.text]:
        return Run((_source(one.sources[0]),))
    behind: list[str | Inline] = []
    for source in one.sources:
        behind += ["; ", _source(source)] if behind else [_source(source)]
    if one.sure:
        behind += [f"{'. ' if behind else ''}How sure: {one.sure}"]
    return Run((one.text, *((" (", *behind, ")") if behind else ())))


def _source(source: Source) -> Link | Text:
    if "#" in source.page or "?" in source.page:
        return Link(source.text, url=f"{ROOT}{file_of(source.page)}")
    if source.page:
        return Link(source.text, source.page)
    return Link(source.text, url=source.url) if source.url else Text(source.text)


def _sections(step: Step) -> Iterator[ShownSection]:
    names: set[str] = set()
    for one in step.sections:
        name = _free(f"{step.name}-{_slug(one.heading)}", names)
        names.add(name)
        yield _section(one, name)


def _section(one: Section, name: str) -> ShownSection:
    return ShownSection(
        heading=one.heading,
        anchor=Anchor(name),
        said=tuple(map(said, one.said)),
        table=_table(one.table) if one.table else None,
        folded=one.folded,
    )


def _table(table: Table) -> ShownTable:
    return ShownTable(table.caption, table.heads, tuple(tuple(map(said, row)) for row in table.rows))


def _slug(heading: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", folded(heading)))


def _free(name: str, taken: Iterable[str]) -> str:
    """Give a name that no other heading of the step has."""
    same = sum(one == name or one.startswith(f"{name}-again-") for one in taken)
    return f"{name}-again-{same}" if same else name
