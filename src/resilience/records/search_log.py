"""What was looked for, when, with which words, and what came of each work that was found, `searches/`.

What a log holds follows PRISMA-S: Rethlefsen ML and others. Systematic Reviews 2021;10:39,
https://doi.org/10.1186/s13643-020-01542-z. What follows from it, such as how often a work was found again, is
counted and never stored.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from resilience.records.base import Record, Slug, Text
from resilience.records.slugs import TypeSlug
from resilience.records.vocabulary import CodedBy, Labelled

Count = Annotated[int, Field(ge=0)]


class Sought(Labelled):
    """What a search was for."""

    STUDIES = "studies", "Studies"
    POLICIES = "policies", "Policies"


class SearchSource(Labelled):
    """What kind of place was searched."""

    STORED_PAGES = "stored-pages", "a store of copies of public web pages"
    STORED_DOCS = "stored-docs", "a store of copies of documentation pages"
    DATABASE = "database", "a bibliographic database or index"
    WEB = "web", "a search engine of the web"
    SITE = "site", "one website, such as a journal's or a council's"
    REFERENCES = "references", "lists of references, or works that cite one on record"
    CANDIDATES = "candidates", "a list of works that somebody put together before"


class Screening(Labelled):
    """What came of a work that was looked at."""

    KEPT = "kept", "Kept"
    LEAD = "lead", "Kept as a lead: no result seen"
    KNOWN = "known", "On record already"
    TURNED_DOWN = "turned-down", "Turned down"


class TurnedDown(Labelled):
    """Why a work was turned down; the order is that of the criteria in `protocol.yml`."""

    WRONG_ACTIVITY = "wrong-activity", "another activity"
    WRONG_PLACE = "wrong-place", "a place unlike the UK"
    NO_OUTCOME = "no-outcome", "no outcome of the list"
    NO_RESULT_SEEN = "no-result-seen", "no result in the part read"
    NOT_A_STUDY = "not-a-study", "not a study, nor a review of studies"
    NOT_A_POLICY = "not-a-policy", "not a policy of a UK local authority"
    UNDER_WAY = "under-way", "still under way"
    LANGUAGE = "language", "a language that was not read"
    LEFT_FOR_NOW = "left-for-now", "may fit, and was left for another round"
    SAME_WORK = "same-work", "another copy or report of a work in the list"


def names_of(title: str, at: str, record: str, reason: str) -> Iterator[tuple[str, str]]:
    """Give what tells a work from others, each with its field: its title, its address and its record.

    Another report of a work was looked at by itself, so it is not told by its record.
    """
    if words := "".join(re.findall(r"\w", title.casefold())):
        yield "title", words
    if at:
        yield "at", re.sub(r"^https?://(?:www\.)?|[/#]+$", "", at)
    if record and reason != TurnedDown.SAME_WORK:
        yield "record", record


class SearchMade(Record):
    """One search: where, with which words, and how much it brought."""

    source: SearchSource
    """What kind of place was searched."""
    name: Text | None = None
    """The name of the database, website or list; null where it has none that readers could use."""
    words: Text
    """The words as they were sent; of a list that somebody put together, what it is a list of."""
    limits: Text | None = None
    """Limits of date, language or kind; null where there were none."""
    hits: Count
    """How many results came back."""


class ScreenedWork(Record):
    """A work that a search brought, and what came of it."""

    title: Text
    """The title, as it was shown."""
    at: Text | None = None
    """The address, as it was shown: for the audit trail, never a link."""
    mirror: bool = False
    """True where the address belongs to a re-publishing host."""
    decision: Screening
    """What came of it."""
    reason: TurnedDown | None = None
    """Why it was turned down; of a lead, why it is no more than that."""
    record: Slug | None = None
    """The key of the study, lead or work, or the name of the policy; needed unless it was turned down."""
    note: Text | None = None
    """What else decided, in our words."""

    @model_validator(mode="after")
    def says_what_came_of_it(self) -> "ScreenedWork":
        """Refuse a work that was turned down without a reason, and one that was kept and has none to show."""
        if self.decision is Screening.TURNED_DOWN:
            if self.reason is None:
                raise ValueError("a work that was turned down needs a reason")
            if self.record and self.reason is not TurnedDown.SAME_WORK:
                raise ValueError(
                    "a work that was turned down has no record, unless it is the same work as one"
                )
            return self
        if self.record is None:
            raise ValueError(f"a work that is {self.decision.value} needs its record")
        if self.reason and self.decision is not Screening.LEAD:
            raise ValueError(f"a work that is {self.decision.value} was not turned down and has no reason")
        return self


class SearchLog(Record):
    """One sitting of searches on the same activities, and all that it brought."""

    slug: Slug
    """Its permanent name: the day and the activity, such as `2026-11-30-green-space`."""
    date: date
    """The day on which it was done."""
    of: Sought
    """What was looked for."""
    types: tuple[TypeSlug, ...] = Field(min_length=1)
    """The activities that it was for."""
    by: CodedBy
    """Who searched and screened."""
    searches: tuple[SearchMade, ...] = Field(min_length=1)
    noise: Count | None = None
    """How many results had nothing to do with the activity, and are not listed; null where not counted."""
    screened: tuple[ScreenedWork, ...] = ()
    """Every work that was looked at, once, however many searches brought it."""
    note: Text | None = None
    """What else a reader must know, such as where the search was broken off."""

    @property
    def brought(self) -> int:
        """Count the results of all searches, a work as often as it came back."""
        return sum(one.hits for one in self.searches)

    def decided(self, *decisions: Screening) -> list[ScreenedWork]:
        """Give the works of which one of these things came."""
        return [work for work in self.screened if work.decision in decisions]
