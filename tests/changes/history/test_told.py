"""A day's commits are told together: what was undone is left out, and what happened twice is told once."""

from datetime import UTC, datetime

import pytest

from resilience.changes.history import Entry, Event, Happening, Span
from resilience.changes.history.told import days, in_short

A = "studies/a"


def record(kind: Happening, page: str = A, *fields: str) -> Event:
    return Event(kind, page, fields=fields)


def level(before: str, after: str, page: str = "activities/x") -> Event:
    return Event(Happening.LEVEL, page, span=Span("Home", before, after))


def day(*events: Event) -> list[tuple[str, list[tuple[str, str]]]]:
    """Give the headings and events of a day whose commits did one thing each, the oldest first."""
    entries = [
        Entry(str(hour), datetime(2026, 1, 2, hour, tzinfo=UTC), (event,))
        for hour, event in enumerate(events)
    ]
    found = list(days(reversed(entries)))
    return [
        (group.counted, [(event.page, event.said) for event in group.events])
        for one in found
        for group in one.groups
    ]


def test_levels_are_told_from_morning_to_evening() -> None:
    assert day(level("Helps", "Not clear"), level("Not clear", "Harms")) == [
        ("1 level moved", [("activities/x", "Home: was “Helps”, is now “Harms”")])
    ]
    assert day(level("Helps", "Not clear"), level("Not clear", "Helps")) == []


NEW, CHANGED, GONE = Happening.NEW, Happening.CHANGED, Happening.GONE


@pytest.mark.parametrize(
    ("happened", "told"),
    [
        ([record(NEW), record(CHANGED, A, "results")], [("1 new study", [(A, "")])]),
        ([record(NEW), record(GONE)], []),
        ([record(CHANGED, A, "results"), record(GONE)], [("1 study no longer on record", [(A, "")])]),
        ([record(GONE), record(NEW)], [("1 study with other details", [(A, "")])]),
        (
            [record(CHANGED, A, "results"), record(CHANGED, A, "design", "results")],
            [("1 study with other details", [(A, "results and design")])],
        ),
        (
            [record(NEW), record(NEW, "studies/b"), record(NEW, "policies/c")],
            [("2 new studies", [(A, ""), ("studies/b", "")]), ("1 new policy", [("policies/c", "")])],
        ),
        (
            [Event(Happening.ANSWER, "activities/x", said) for said in ("was written", "says else")],
            [("1 answer in words", [("activities/x", "was written")])],
        ),
        (
            [Event(Happening.RULE, "", "The protocol"), Event(Happening.RULE, "", "The protocol")],
            [("1 rule or list", [("", "The protocol")])],
        ),
        (
            [Event(Happening.CORRECTION, A, "one"), Event(Happening.CORRECTION, A, "two")],
            [("2 corrections", [(A, "one"), (A, "two")])],
        ),
    ],
)  # fmt: skip
def test_what_happened_to_one_record_is_told_once(happened: list[Event], told: object) -> None:
    assert day(*happened) == told


def test_days_stand_apart_the_newest_first() -> None:
    late = Entry("b", datetime(2026, 1, 3, 0, 1, tzinfo=UTC), (record(NEW),))
    early = Entry("a", datetime(2026, 1, 2, 23, 59, tzinfo=UTC), (record(NEW, "studies/b"),))
    assert [one.on.isoformat() for one in days([late, early])] == ["2026-01-03", "2026-01-02"]


def test_in_short_what_matters_most_comes_first() -> None:
    events = [record(CHANGED), record(NEW, "policies/c"), level("Helps", "Harms"), record(NEW)]
    assert in_short(events) == "1 level moved, 1 new study, 1 new policy, 1 study with other details"
