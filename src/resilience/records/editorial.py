"""What the gathering left open: leads, gaps, audits, and the other collections in the field."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

from pydantic import Field, model_validator

from resilience.records.base import Record, Slug, Text, Url
from resilience.records.provenance import Provenance
from resilience.records.slugs import GapSubject, StudyKey, TypeSlug, WorkKey
from resilience.records.vocabulary import CodedBy, Design


class Imported(Record):
    """The export from which a lead was brought, and what stands there that has no field of its own."""

    file: Text
    """The name of the file."""
    format: Text
    """Such as `RIS` or `Rayyan CSV`."""
    line: int = Field(gt=0)
    """Where the entry starts; in JSON, which entry it is."""
    on: date
    """The day on which it was brought."""
    labels: tuple[Text, ...] = ()
    """What the people who screened it said, such as `Ann: included` or `reason: wrong population`."""
    notes: tuple[Text, ...] = ()
    """All else that the export says of it, each with the name that the export gives it."""


class Lead(Record):
    """A study that may matter but of which no result was seen: not evidence, and never counted as such."""

    key: WorkKey
    """Key in `references.bib`."""
    design: Design | None = None
    """How the study was done; null where nobody has read the work yet."""
    country: Text | None = None
    """Where, in words."""
    types: tuple[TypeSlug, ...]
    """Activity types from `taxonomy.yml`."""
    intervention: Text | None = None
    """What was done."""
    summary: Text | None = None
    """What is known of it."""
    companion_of: StudyKey | None = None
    """Key of the report of the same study that carries the main results."""
    imported: Imported | None = None
    """Where it was brought from an export."""
    provenance: Provenance | None = None
    """How it was read; null where it was only brought from an export."""

    @model_validator(mode="after")
    def is_read_or_imported(self) -> "Lead":
        """Refuse a lead that comes from nowhere, and one that was read but does not say what it is."""
        if not (self.provenance or self.imported):
            raise ValueError("a lead needs provenance, or imported where nobody has read it yet")
        if self.provenance and not (self.design and self.intervention and self.summary):
            raise ValueError("a lead that was read needs design, intervention and summary")
        return self


class Leads(Record):
    """All leads, `leads.yml`."""

    leads: tuple[Lead, ...]


class Gap(Record):
    """Something looked for and not found, a conflict between sources, or a caution about a whole set."""

    about: GapSubject
    """An activity type, or `studies`, `policies`, `programme`, `survey`, `places` or `pools`."""
    kind: Text
    """`gap`, `conflict` or `caution`."""
    text: Text
    """What readers are told, in sentences of at most 30 words."""
    notes: Text | None = None
    """The same for those who check it, with names and numbers as coded; never shown."""


class Gaps(Record):
    """All gap notes, `gaps.yml`."""

    gaps: tuple[Gap, ...]


class AuditedField(Record):
    """How often one kind of judgement was wrong in the sample of an audit."""

    judgement: Slug
    """The same name in every audit, so that a page can ask for it."""
    what: Text
    """What was looked at."""
    checked: int | None = Field(default=None, gt=0)
    """How many judgements; null where they were not counted."""
    wrong: int = Field(ge=0)
    """How many were wrong."""
    wrong_what: Text | None = None
    """What was wrong with them."""
    aim: float | None = Field(default=None, gt=0, le=100)
    """Fewer than so many in a hundred were to be wrong; null where nothing was aimed at beforehand."""
    by_whom: Text | None = None
    """Who compared this, where it was not the same for all of the sample."""

    @model_validator(mode="after")
    def counts_fit(self) -> "AuditedField":
        """Refuse more that are wrong than were looked at, and an aim without a count of these."""
        if self.checked is not None and self.wrong > self.checked:
            raise ValueError("more are wrong than were looked at")
        if self.aim is not None and self.checked is None:
            raise ValueError("an aim needs the number of judgements that were looked at")
        return self


class AuditSample(Record):
    """What came of comparing a random sample of one kind of record with their sources."""

    of: Text
    """`studies` or `policies`."""
    drawn_from: Text | None = None
    """From which of them, such as `added since 28 November 2026`; null where from all."""
    drawn: int = Field(gt=0)
    """How many records were drawn."""
    found_again: int
    """How many of them still had their page."""
    by_whom: Text | None = None
    """Who compared them, such as `a pass of the model that had not coded them`; null where not told."""
    fields: tuple[AuditedField, ...]


class Audit(Record):
    """One audit of the evidence base by random samples."""

    name: Text
    """How pages speak of it."""
    on: date | None = None
    """When it was done."""
    by: CodedBy
    """Who did it."""
    how: Text
    """How the samples were drawn, and what was compared with what."""
    samples: tuple[AuditSample, ...]
    corrected: tuple[Text, ...]
    """What was put right afterwards."""


class Audits(Record):
    """All audits, the oldest first, and the patterns that remain after them, `audit.yml`."""

    audits: tuple[Audit, ...] = Field(min_length=1)
    remaining: tuple[Text, ...]
    """What the audits left to be put right."""
    draws_on: tuple[WorkKey, ...] = ()
    """Works that say how the use of a language model, and agreement, are to be reported."""


class Collection(Record):
    """Another collection of UK local policies."""

    name: Text
    """What it is called."""
    holds: Text
    """What it holds."""
    url: Url | None = None
    """A page that we may link to; null where none was seen."""


class Collections(Record):
    """Other collections in the field, `collections.yml`."""

    collections: tuple[Collection, ...]


class Concept(Record):
    """A paper that shapes how we think about resilience but reports no effect of an activity."""

    key: WorkKey
    """Its key in `references.bib`."""
    kind: Text
    """What kind of paper it is."""
    summary: Text
    """What it says."""
    provenance: Provenance


class Concepts(Record):
    """All concept papers, `concepts.yml`."""

    concepts: tuple[Concept, ...]


class Mirrors(Record):
    """Hosts that re-publish other people's documents: never offered as links, `mirrors.yml`."""

    hosts: tuple[Text, ...]
    """Names of hosts, such as `example.org`."""


class MirrorHosts:
    """Mirrors told from pages that we may link to; a host covers all its sub-domains."""

    def __init__(self, hosts: Iterable[str]) -> None:
        """Take the hosts of `mirrors.yml`."""
        self._hosts = frozenset(hosts)

    def covers(self, url: str) -> bool:
        """Say whether an address belongs to a mirror."""
        labels = (urlsplit(url).hostname or "").rstrip(".").lower().split(".")
        return any(".".join(labels[start:]) in self._hosts for start in range(len(labels)))
