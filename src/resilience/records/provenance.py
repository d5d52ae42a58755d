"""Where a record was seen, how much was read, who coded it, and what to be careful about."""

from datetime import date

from pydantic import Field, model_validator

from resilience.records.base import Record, Text, Url
from resilience.records.slugs import WorkKey
from resilience.records.vocabulary import CodedBy, Coders, Read, SourceKind


class Seen(Record):
    """One place where something in the record was read: the audit trail, never shown as a link."""

    at: Text
    """The address, as it was read."""
    mirror: bool = False
    """True where the address belongs to a re-publishing host, so that the original is still to be found."""
    kind: SourceKind | None = None
    """Who wrote what was read."""
    what: Text | None = None
    """What was read there, in our words."""
    confidence: Text | None = None
    """How sure the reader was, where that was noted."""


class Check(Record):
    """A person's comparison of a record with its full source."""

    by: Text
    """Who, by name."""
    on: date
    """The day of the comparison."""


class Provenance(Record):
    """The history of a record, and when it must be looked at again."""

    seen: tuple[Seen, ...] = Field(min_length=1)
    read: Read
    """How much of the source was read."""
    by: CodedBy
    """Who coded the record."""
    coders: Coders
    """How often the record was coded, apart."""
    checked: Check | None = None
    """The person who has compared the record with the full source, and when; null where nobody has."""
    added: date
    """When the record entered the evidence base."""
    review_by: date
    """When it must be looked at again: half a year to a year after it was added."""
    cautions: tuple[Text, ...] = ()
    """What a reader must know before using the record, one caution each."""
    notes: Text | None = None
    """How the record was coded, for those who check it."""

    @property
    def only_mirrors(self) -> bool:
        """Say whether every place seen is a mirror."""
        return all(seen.mirror for seen in self.seen)

    def is_due(self, on: date) -> bool:
        """Say whether its review should have been done before a day."""
        return self.review_by < on


class Source(Record):
    """Where one statement comes from: a public page, a cited work, or both."""

    url: Url | None = None
    """A page that we may link to."""
    work: WorkKey | None = None
    """The key of a work in `references.bib`."""
    seen_at: Text | None = None
    """Where it was in fact read, if not on that page or in the work itself (audit trail, never a link)."""

    @model_validator(mode="after")
    def names_something(self) -> "Source":
        """Refuse a source that names nothing."""
        if not (self.url or self.work or self.seen_at):
            raise ValueError("a source needs a url, a work or seen_at")
        return self


class Statement(Record):
    """A sentence with its source."""

    text: Text
    """One sentence in your own words, that says only what stands in the source."""
    source: Source
