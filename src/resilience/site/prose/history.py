"""What happened to the evidence, a day at a time, and which records wait for their review."""

from dataclasses import dataclass
from datetime import date

from resilience.changes.history import Event
from resilience.changes.history.told import Day, Group, days
from resilience.site.pages import words
from resilience.site.pages.common import Pages
from resilience.site.pages.record_links import link_to
from resilience.site.wording.values import Link, Passage, Text

TEMPLATE = "prose/history"
DAYS = 30
"""Days with a change that the page tells; Git has all."""
SHOWN = 40
"""Events under a heading of a day."""
LATE = 10
"""Records whose review is due that are named."""


@dataclass(frozen=True)
class ToldEvent:
    """What happened to a record; the heading may say all of it."""

    record: Link | Text | None
    """None where many pages rest on what changed."""
    said: str


@dataclass(frozen=True)
class ToldGroup:
    """Events under one heading."""

    counted: str
    events: tuple[ToldEvent, ...]
    more: int


@dataclass(frozen=True)
class ToldDay:
    """A day, and what happened on it."""

    on: str
    groups: tuple[ToldGroup, ...]


@dataclass(frozen=True)
class Told:
    """What the page tells of the history, or why it can't."""

    why_not: str
    levels_since: str
    days: tuple[ToldDay, ...]
    earlier: int
    """Days with a change that are not told."""


@dataclass(frozen=True)
class Late:
    """A record whose review is due."""

    record: Link
    due: str


@dataclass(frozen=True)
class Overdue:
    """How many reviews are due on a day."""

    on: str
    of: int
    due: int
    first: tuple[Late, ...]
    """Those that have waited longest."""


def what_changed(pages: Pages, _: str) -> Passage:
    """Tell the newest days of the history of the evidence."""
    history = pages.history
    found = list(days(history.entries))
    facts = Told(
        why_not=history.why_not.value if history.why_not else "",
        levels_since=words.day(history.levels_since.date()) if history.levels_since else "",
        days=tuple(_day(pages, day) for day in found[:DAYS]),
        earlier=len(found[DAYS:]),
    )
    return Passage(TEMPLATE, facts, "history")


def _day(pages: Pages, day: Day) -> ToldDay:
    return ToldDay(words.day(day.on), tuple(_group(pages, group) for group in day.groups))


def _group(pages: Pages, group: Group) -> ToldGroup:
    events = tuple(_line(pages, event) for event in group.events[:SHOWN])
    return ToldGroup(group.counted, events, len(group.events[SHOWN:]))


def _line(pages: Pages, event: Event) -> ToldEvent:
    return ToldEvent(link_to(pages, event.page) or Text(event.page) if event.page else None, event.said)


def overdue(pages: Pages, _: str) -> Passage:
    """Count the records whose review is due on the day of the newest change of the evidence."""
    records = pages.reviewed
    on = day_of(pages)
    late = sorted(((one.review_by, page) for page, one in records if one.is_due(on)))
    named = ((due, link_to(pages, page)) for due, page in late[:LATE])
    facts = Overdue(
        on=words.day(on),
        of=len(records),
        due=len(late),
        first=tuple(Late(link, words.day(due)) for due, link in named if link),
    )
    return Passage(TEMPLATE, facts, "overdue")


def day_of(pages: Pages) -> date:
    """Give the day of the newest change: as git has it, else the newest day on record."""
    if newest := pages.history.newest_at:
        return newest.date()
    return max(pages.days_on_record, default=date.min)
