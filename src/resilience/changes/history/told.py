"""What happened, put together for readers: a day at a time, and under headings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import NamedTuple

from resilience.changes.history.events import Entry, Event, Happening, Span
from resilience.records.english import count, sentence

FOLDERS = {
    "studies": ("study", "studies"),
    "policies": ("policy", "policies"),
    "neighbourhoods": ("neighbourhood", "neighbourhoods"),
    "pools": ("set of results", "sets of results"),
    "searches": ("log of searches", "logs of searches"),
}
"""Records that have a file each, one and more of them, by the folder of their pages."""
BY_FOLDER = {
    Happening.NEW: "new {}",
    Happening.GONE: "{} no longer on record",
    Happening.CHANGED: "{} with other details",
}
"""Happenings that are told folder by folder."""
COUNTED = {
    Happening.LEVEL: ("level moved", "levels moved"),
    Happening.CORRECTION: ("correction", "corrections"),
    Happening.NOTICE: ("retraction or concern", "retractions and concerns"),
    Happening.SIZE: ("size told otherwise", "sizes told otherwise"),
    Happening.ANSWER: ("answer in words", "answers in words"),
    Happening.RULE: ("rule or list", "rules and lists"),
    Happening.RENAMED: ("new name", "new names"),
}


class Group(NamedTuple):
    """Events under one heading."""

    heading: str
    counted: str
    """The same with how many they are."""
    events: tuple[Event, ...]


class Day(NamedTuple):
    """What a day did, all its commits together."""

    on: date
    groups: tuple[Group, ...]


def days(entries: Iterable[Entry]) -> Iterator[Day]:
    """Put the commits of each day together, the newest day first; what was undone on its day is left out."""
    for on, of_day in groupby(entries, key=lambda entry: entry.at.date()):
        # The oldest first, so that what came later has the last word.
        events = [event for entry in reversed(list(of_day)) for event in entry.events]
        if groups := tuple(groups_of(_together(events))):
            yield Day(on, groups)


def groups_of(events: Iterable[Event]) -> Iterator[Group]:
    """Put events under headings, what matters most first."""
    order = list(Happening)
    folders = list(FOLDERS)

    def place(event: Event) -> tuple[int, int, str]:
        by_folder = event.kind in BY_FOLDER and event.folder in FOLDERS
        return order.index(event.kind), folders.index(event.folder) if by_folder else 0, _names(event)[1]

    for (_, _, name), group in groupby(sorted(events, key=place), key=place):
        found = tuple(group)
        yield Group(sentence(name), count(len(found), *_names(found[0])), found)


def in_short(events: Sequence[Event]) -> str:
    """Say what happened in one line: how many events of which kind."""
    return sentence(", ".join(group.counted for group in groups_of(events)))


def _names(event: Event) -> tuple[str, str]:
    """Name one and several events of a kind."""
    if event.kind in COUNTED:
        return COUNTED[event.kind]
    one, more = FOLDERS.get(event.folder, ("record", "records"))
    pattern = BY_FOLDER[event.kind]
    return pattern.format(one), pattern.format(more)


def _together(events: Iterable[Event]) -> Iterator[Event]:
    """Make one event of several of the same thing, the oldest first; none where all is as before."""
    found: dict[tuple[object, ...], Event] = {}
    for event in events:
        key = _thing(event)
        made = _one_of(found[key], event) if key in found else event
        if made:
            found[key] = made
        else:
            del found[key]
    yield from found.values()


def _thing(event: Event) -> tuple[object, ...]:
    if event.kind in BY_FOLDER:
        return ("record", event.page)
    if event.span:
        return (event.kind, event.page, event.span.what)
    return (
        (event.kind, event.page) if event.kind is Happening.ANSWER else (event.kind, event.page, event.says)
    )


def _one_of(first: Event, then: Event) -> Event | None:
    if first.span and then.span:
        span = Span(first.span.what, first.span.before, then.span.after)
        return None if span.before == span.after else replace(then, span=span)
    match first.kind, then.kind:
        case Happening.NEW, Happening.GONE:
            return None
        case Happening.GONE, Happening.NEW:
            return replace(then, kind=Happening.CHANGED)
        case Happening.CHANGED, Happening.CHANGED:
            return replace(then, fields=tuple(dict.fromkeys([*first.fields, *then.fields])))
        case ((Happening.NEW | Happening.ANSWER), (Happening.CHANGED | Happening.ANSWER)):
            return first
    return then
