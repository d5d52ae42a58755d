"""A Neighbourhood for Learning: the place, what people did there, and what they found."""

from pydantic import Field, model_validator

from resilience.records.base import Record, Slug, Text, Year
from resilience.records.coding import CodedText
from resilience.records.provenance import Provenance, Source, Statement
from resilience.records.slugs import CouncilSlug, DomainSlug, TypeSlug
from resilience.records.vocabulary import SystemProperty


class Activity(CodedText):
    """Something that people did in the neighbourhood."""

    topic: tuple[TypeSlug, ...] = ()
    """The activity types whose subject it was about, beside the type of what was done.

    An enquiry into debt advice is an enquiry; its topic is debt advice.
    """
    domain: DomainSlug
    year: Year | None = None
    year_note: Text | None = None
    source: Source

    @model_validator(mode="after")
    def has_a_topic_beside_its_type(self) -> "Activity":
        """Refuse a topic that only repeats the type."""
        if self.type in self.topic:
            raise ValueError("a topic says what the type does not; this one is the type itself")
        return self


class Finding(Statement):
    """What was found, under one of the five system properties."""

    property: SystemProperty


class NearbyAction(Record):
    """Related local action that was not part of the programme."""

    text: Text
    domain: DomainSlug
    type: TypeSlug
    year: Year | None = None
    source: Source


class Host(Record):
    """The local organisation that brought residents into the programme (CoReN host)."""

    name: Text
    stated: bool
    """False where a source describes the part but does not use the term."""


class ResidentAdvisers(Record):
    """How many residents were advisers."""

    count: int = Field(gt=0)
    note: Text | None = None
    source: Source


class Neighbourhood(Record):
    """One neighbourhood, `neighbourhoods/<slug>.yml`."""

    slug: Slug = Field(exclude=True)
    name: Text
    council: Text
    """The authority or authorities, as the sources write them."""
    councils: tuple[CouncilSlug, ...]
    """Those of them that stand in `councils.yml`."""
    district: Text | None = None
    county: Text
    region: Text
    description: Text
    active_years: Text | None = None
    coren_host: Host | None = None
    local_group: Text | None = None
    oversight_group: Text | None = None
    resident_advisers: ResidentAdvisers | None = None
    public_involved: int | None = None
    """An estimate by the source of how many people took part."""
    focus_topics: tuple[Text, ...]
    priorities: tuple[Text, ...]
    not_seen: tuple[Text, ...] = ()
    """What its pages tell and the part read did not show, in a few words such as `a third goal`."""
    partners: tuple[Text, ...]
    comparison_area: Text | None = None
    population: int | None = None
    ward_fit_note: Text | None = None
    """Where no ward has the name of the neighbourhood: how the wards that stand for it were picked."""
    place_facts: tuple[Statement, ...]
    activities: tuple[Activity, ...]
    findings: tuple[Finding, ...]
    nearby: tuple[NearbyAction, ...] = ()
    sources: tuple[Source, ...]
    provenance: Provenance
