"""A policy of a local authority, and the authority itself."""

from datetime import date
from typing import Literal

from pydantic import Field

from resilience.records.base import Record, Slug, Text, Url, Year
from resilience.records.coding import CodedText
from resilience.records.provenance import Provenance, Source
from resilience.records.slugs import CouncilSlug, TypeSlug
from resilience.records.vocabulary import (
    AuthorityType,
    CodedBy,
    DocumentType,
    FoundBy,
    FoundIn,
    Nation,
)

Region = Literal[
    "North East",
    "North West",
    "Yorkshire and the Humber",
    "East Midlands",
    "West Midlands",
    "East of England",
    "London",
    "South East",
    "South West",
    "Northern Ireland",
    "Scotland",
    "Wales",
]
"""A region of England; elsewhere the nation."""


class Successors(Record):
    """The authorities that took over from one that is gone."""

    since: date
    """The day from which they stand in its place."""
    names: tuple[Text, ...] = Field(min_length=1)
    """Several where its area was divided among them."""
    source: Source


class Council(Record):
    """A local authority, or a group of them that acts together."""

    slug: Slug
    """Its permanent name: the official name in small letters with hyphens."""
    name: Text
    """Its official name."""
    also_written: tuple[Text, ...] = ()
    """Other names under which the same authority stands in the sources."""
    group: bool = False
    """True for several authorities acting together."""
    type: AuthorityType
    """What kind of authority it is."""
    nation: Nation
    """Where it lies."""
    region: Region
    """A region of England; elsewhere the nation."""
    ons_code: Text | None = None
    """Nine-character code of the Office for National Statistics; null for a group and for a part."""
    covers: tuple[Text, ...] = ()
    """Codes of the councils of today that a group takes in, or that a part lies in, where they were seen.

    The code of a county or a combined authority stands for all councils in it.
    """
    successors: Successors | None = None
    """Who stands in its place today; null for an authority that still stands."""


class Councils(Record):
    """All lower-tier councils of today, and each other authority with a policy on record, `councils.yml`."""

    councils: tuple[Council, ...]


class Action(CodedText):
    """Something that a policy says will be or was done."""


class Figure(Record):
    """A number that a policy or its source states."""

    fact: Text
    """What is counted, such as `fund size`."""
    value: float
    """The number as the source prints it."""
    unit: Text
    """What it counts in, such as `GBP`, `homes` or `per cent`."""


class Found(Record):
    """What came of a policy, in one sentence that says only what stands in the part of the source read."""

    says: Text
    """One sentence of at most 30 words; numbers as they are printed."""
    of: FoundIn
    """What kind of look at its results says so."""
    whose: FoundBy
    """Who looked. A body that ran the policy counts with the council."""
    source: Source
    seen: date
    """When the source was read."""
    by: CodedBy
    """Who wrote the sentence."""
    compared: date | None = None
    """When it was compared with the source once more, apart from the writing; null where it was not."""


class Policy(Record):
    """One policy of a local authority, `policies/<slug>.yml`."""

    slug: Slug = Field(exclude=True)
    title: Text
    """Its name in the source, without the council's."""
    council: CouncilSlug
    """A slug from `councils.yml`."""
    council_as_written: Text | None = None
    """The authority's name in the source, where it differs from the name in `councils.yml`."""
    year_start: Year | None = None
    """The first year in which it holds; null where it was not seen."""
    year_end: Year | None = None
    """The last year; null where it goes on or was not seen."""
    document_type: DocumentType
    """What kind of document states it."""
    types: tuple[TypeSlug, ...] = Field(min_length=1)
    """Activity types from `taxonomy.yml`."""
    summary: Text
    """What it does, in one or two sentences of your own, at most 30 words each."""
    actions: tuple[Action, ...]
    target_population: Text | None = None
    """Whom it is for; null where it is for all or was not seen."""
    evaluation: bool | None = None
    """True where an evaluation was seen, or a page that tells of one: a look at what changed or worked.

    Null where none was seen; one may exist. An evaluation that is only planned is none.
    """
    monitoring: bool | None = None
    """True where figures of the policy's own on what was done or reached were seen; null where none were.

    Money set aside, staff, areas covered and targets are plans, not monitoring.
    """
    found: Found | None = None
    """What came of it; null where no finding was read."""
    top_up: bool = False
    """True where it was found when more policies were looked for, for activity types that had few."""
    figures: tuple[Figure, ...] = ()
    """Numbers as the source claims them."""
    url: Url | None = None
    """The original page; null where only a mirror was seen."""
    looked_for: date | None = None
    """When the original page was last looked for in vain."""
    provenance: Provenance

    @property
    def was_looked_at(self) -> bool:
        """Say whether an evaluation or monitoring figures were seen."""
        return bool(self.evaluation or self.monitoring)
