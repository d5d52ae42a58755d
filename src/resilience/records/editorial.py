"""What the gathering left open: leads, gaps, audits, and the other collections in the field."""

from .base import Record, Text, Url
from .provenance import Provenance
from .slugs import GapSubject, StudyKey, TypeSlug, WorkKey
from .vocabulary import Design


class Lead(Record):
    """A study that may matter but of which no result was seen: not evidence, and never counted as such."""

    key: WorkKey
    """Key in `references.bib`."""
    design: Design
    country: Text | None = None
    types: tuple[TypeSlug, ...]
    intervention: Text
    summary: Text
    companion_of: StudyKey | None = None
    provenance: Provenance


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


class Gaps(Record):
    """All gap notes, `gaps.yml`."""

    gaps: tuple[Gap, ...]


class AuditSample(Record):
    """The result of checking a random sample of records against their sources."""

    sample: Text
    found_again: int
    checked: int | None = None
    checked_what: Text
    wrong: int
    wrong_what: Text


class Audit(Record):
    """The audit of the evidence base, `audit.yml`."""

    samples: tuple[AuditSample, ...]
    corrected: tuple[Text, ...]
    remaining: tuple[Text, ...]


class Collection(Record):
    """Another collection of UK local policies."""

    name: Text
    holds: Text
    url: Url | None = None


class Collections(Record):
    """Other collections in the field, `collections.yml`."""

    collections: tuple[Collection, ...]


class Concept(Record):
    """A paper that shapes how we think about resilience but reports no effect of an activity."""

    key: WorkKey
    kind: Text
    summary: Text
    provenance: Provenance


class Concepts(Record):
    """All concept papers, `concepts.yml`."""

    concepts: tuple[Concept, ...]


class Mirrors(Record):
    """Hosts that re-publish other people's documents: never offered as links, `mirrors.yml`."""

    hosts: tuple[Text, ...]
