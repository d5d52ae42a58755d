"""What happened to the evidence, in a reader's words: one event a record and commit."""

from dataclasses import dataclass
from datetime import datetime

from resilience.records.english import listing
from resilience.records.vocabulary import Labelled


class Happening(Labelled):
    """The kinds of event, what matters most first, with the words for one of each."""

    LEVEL = "level", "Level moved"
    CORRECTION = "correction", "Correction"
    NOTICE = "notice", "Retraction or concern"
    SIZE = "size", "Size told otherwise"
    ANSWER = "answer", "Answer in words"
    RULE = "rule", "Rule or list"
    RENAMED = "renamed", "New name"
    GONE = "gone", "No longer on record"
    NEW = "new", "New on record"
    CHANGED = "changed", "Other details"


@dataclass(frozen=True)
class Span:
    """What moved on a page, and from where to where, so that several moves can be told as one."""

    what: str
    before: str
    after: str


@dataclass(frozen=True)
class Event:
    """What a commit did to one record, or to what many pages rest on."""

    kind: Happening
    page: str
    """The name of the record's page, such as `studies/smith-2024`; empty where it has none of its own."""
    says: str = ""
    """What happened, as a clause."""
    fields: tuple[str, ...] = ()
    """Names of the fields that differ, in words."""
    details: tuple[str, ...] = ()
    """The same field by field, for whoever follows this record."""
    about: tuple[str, ...] = ()
    """Other pages whose readers want to know."""
    span: Span | None = None

    @property
    def said(self) -> str:
        """Say what happened, as a clause; nothing where the heading says all."""
        if self.span and self.kind is Happening.LEVEL:
            return f"{self.span.what}: was “{self.span.before}”, is now “{self.span.after}”"
        if self.span:
            return f"{self.span.what}: now {self.span.after}. Before: {self.span.before}"
        return self.says or listing(self.fields)

    @property
    def folder(self) -> str:
        """The folder of the record's page."""
        return self.page.partition("/")[0]


@dataclass(frozen=True)
class Entry:
    """What one commit did."""

    commit: str
    at: datetime
    events: tuple[Event, ...]
