"""The history of the evidence as Atom feeds (RFC 4287): the same commit gives the same bytes.

Names of feeds and entries come from commits and pages, not from the address of the site, which may change.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache

from jinja2 import Template

from resilience.changes.history import Entry, Event
from resilience.changes.history.told import groups_of, in_short
from resilience.records.plain import visible
from resilience.site.pages.common import Pages
from resilience.site.pages.record_links import link_to
from resilience.site.prose.history import day_of
from resilience.site.templates import templates_of

ALL = "changes"
"""The name of the feed of all changes."""
CHANGES = "book/changes"
"""The page that it stands for."""
BOOK = "The Neighbourhood Resilience Evidence Book"
NAMES = uuid.uuid5(uuid.NAMESPACE_DNS, "neighbourhood-resilience-evidence-book")
MOST = 100
"""Entries of a feed."""
SHOWN = 40
"""Events under a heading of an entry."""
TEMPLATE = "feed.atom.jinja"


@dataclass(frozen=True)
class Line:
    """What happened to a record, field by field where it is known."""

    title: str
    page: str | None
    """The address of its page; None where it has none."""
    said: str
    details: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """Lines under a heading."""

    heading: str
    lines: tuple[Line, ...]
    more: str


@dataclass(frozen=True)
class Item:
    """An entry of a feed."""

    id: str
    title: str
    updated: str
    page: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Feed:
    """A feed; its own address is known where that of the site is."""

    id: str
    title: str
    about: str
    updated: str
    page: str
    own: str | None
    book: str
    items: tuple[Item, ...]


def feed_of_all(pages: Pages, site: str) -> str:
    """Write the feed of all changes; `site` is the address of the book, where it is known."""
    return _written(pages, ALL, CHANGES, f"What changed in {BOOK}", pages.history.entries, site)


def feed_of(pages: Pages, docname: str, site: str) -> str:
    """Write the feed of a record."""
    link = link_to(pages, docname)
    title = f"{link.text if link else docname}: what changed"
    return _written(pages, docname, docname, title, pages.history.of(docname), site)


def _written(pages: Pages, name: str, page: str, title: str, entries: Sequence[Entry], site: str) -> str:
    to_root = site or "../" * name.count("/")
    found = [_item(pages, name, page, entry, to_root) for entry in entries[:MOST]]
    start = datetime.combine(day_of(pages), time(), UTC)
    feed = Feed(
        id=_id(name),
        title=title,
        about=_about(pages),
        updated=found[0].updated if found else _stamp(pages.history.oldest_at or start),
        page=f"{to_root}{page}.html",
        own=f"{site}{name}.atom" if site else None,
        book=BOOK,
        items=tuple(found),
    )
    return _template().render(feed=feed)


@cache
def _template() -> Template:
    environment = templates_of(__package__)
    # XML can't hold all that a text of long ago may.
    environment.filters["seen"] = visible
    return environment.get_template(TEMPLATE)


def _about(pages: Pages) -> str:
    why_not = pages.history.why_not
    if why_not:
        return f"This copy was made without the whole git history ({why_not.value}), so there are no entries."
    return (
        "Levels that moved, corrections, new records and changed ones, from the git history of the evidence."
    )


def _item(pages: Pages, name: str, page: str, entry: Entry, to_root: str) -> Item:
    return Item(
        id=_id(f"{name} {entry.commit}"),
        title=_title(name, entry.events),
        updated=_stamp(entry.at),
        page=f"{to_root}{page}.html",
        parts=tuple(
            Part(
                group.heading,
                tuple(_line(pages, event, to_root, name != ALL) for event in group.events[:SHOWN]),
                f"and {more:,} more" if (more := len(group.events) - SHOWN) > 0 else "",
            )
            for group in groups_of(entry.events)
        ),
    )


def _title(name: str, events: tuple[Event, ...]) -> str:
    """Say what happened in one line; of the record itself, without naming it."""
    first, *others = events
    if others or first.page != name:
        return in_short(events)
    return f"{first.kind.label}: {first.said}" if first.said else first.kind.label


def _line(pages: Pages, event: Event, to_root: str, in_full: bool) -> Line:
    link = link_to(pages, event.page)
    return Line(
        title=link.text if link else event.page,
        page=f"{to_root}{event.page}.html" if link else None,
        said=event.said,
        details=event.details if in_full else (),
    )


def _id(name: str) -> str:
    return f"urn:uuid:{uuid.uuid5(NAMES, name)}"


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
