"""A neighbourhood: the place, what people plan there, what they did, and what they found.

Most are Neighbourhoods for Learning of the programme; others are put in by the groups that work there.
"""

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from resilience.records.base import Record, Slug, Text, Year
from resilience.records.coding import CodedText
from resilience.records.provenance import Provenance, Source, Statement
from resilience.records.slugs import CouncilSlug, DomainSlug, GroupSlug, ScaleSlug, TypeSlug
from resilience.records.vocabulary import SystemProperty

PLACE_PATTERN = r"^[A-Z0-9]{9}\.[A-Z0-9]{8,9}$"
PlaceLink = Annotated[str, StringConstraints(pattern=PLACE_PATTERN)]
"""A place of the country as links name it: the code of its council, a full stop, and its own code."""

PLAN_PATTERN = r"^[A-Za-z0-9_.~%+:,=&*-]+$"
PlanLink = Annotated[str, StringConstraints(pattern=PLAN_PATTERN)]
"""What stands after the question mark in the link of a plan, so that it holds wherever the book stands."""


class Activity(CodedText):
    """Something that people did in the neighbourhood."""

    topic: tuple[TypeSlug, ...] = ()
    """The activity types whose subject it was about, beside the type of what was done.

    An enquiry into debt advice is an enquiry; its topic is debt advice.
    """
    domain: DomainSlug
    """The domain that it belongs to."""
    year: Year | None = None
    """The first year in which it was done; null where it was not seen."""
    year_note: Text | None = None
    """Where a year alone does not say when: `2016 to 2018`, `since spring`."""
    source: Source

    @model_validator(mode="after")
    def has_a_topic_beside_its_type(self) -> "Activity":
        """Refuse a topic that only repeats a type."""
        if not set(self.types).isdisjoint(self.topic):
            raise ValueError("a topic says what the type does not; this one is the type itself")
        return self


class Planned(Record):
    """Something that people plan to do. Once it was done it moves to the activities, with its source."""

    text: Text
    """What is planned, in the group's words."""
    type: TypeSlug | None = None
    """The activity type that the group chose; nobody has coded it."""
    topic: tuple[TypeSlug, ...] = ()
    """The activity types whose subject it would be about, beside its type."""
    domain: DomainSlug
    """The domain that it would belong to."""


class Indicator(Record):
    """What is to tell whether something changed. What is not chosen yet is null."""

    group: GroupSlug
    """The group of outcomes that it is of."""
    measure: Text | None = None
    """The question, score or count, in words."""
    scale: ScaleSlug | None = None
    """The scale in `scales.yml`, where it is one of these."""
    source: Source | None = None


class ComparisonPlace(Record):
    """A place that the neighbourhood is to be compared with."""

    place: PlaceLink
    """The codes of its council and of the place, as after `place=` in the link of its page."""
    name: Text
    """Its name and its council."""


class Finding(Statement):
    """What was found, under one of the five system properties."""

    property: SystemProperty
    """Which of the five properties it speaks of."""


class NearbyAction(Record):
    """Related local action that was not part of the programme."""

    text: Text
    """What was done, and by whom."""
    domain: DomainSlug
    """The domain that it belongs to."""
    type: TypeSlug
    """Its activity type."""
    year: Year | None = None
    """The first year in which it was done; null where it was not seen."""
    source: Source


class Host(Record):
    """The local organisation that brought residents into the programme (CoReN host)."""

    name: Text
    """The organisation."""
    stated: bool
    """False where a source describes the part but does not use the term."""


class ResidentAdvisers(Record):
    """How many residents were advisers."""

    count: int = Field(gt=0)
    """How many."""
    note: Text | None = None
    """How they were counted, or when."""
    source: Source


class Neighbourhood(Record):
    """One neighbourhood, `neighbourhoods/<slug>.yml`."""

    slug: Slug = Field(exclude=True)
    name: Text
    """What people there call it."""
    programme: bool = True
    """False for a neighbourhood outside the programme, told by the group that works there."""
    place: PlaceLink | None = None
    """The place of the country that it is, or lies in. A neighbourhood outside the programme needs it."""
    council: Text
    """The authority or authorities, as the sources write them."""
    councils: tuple[CouncilSlug, ...]
    """Those of them that stand in `councils.yml`."""
    district: Text | None = None
    """The district council's area, where there is one below a county."""
    county: Text | None
    """The county that it lies in; null where it lies in none."""
    region: Text
    """A region of England; elsewhere the nation."""
    description: Text
    """What kind of place it is, in one or two sentences of your own."""
    active_years: Text | None = None
    """When people worked on it, such as `2015 to 2019`."""
    coren_host: Host | None = None
    local_group: Text | None = None
    """The group that works there."""
    oversight_group: Text | None = None
    """The group that oversaw the work."""
    resident_advisers: ResidentAdvisers | None = None
    public_involved: int | None = None
    """An estimate by the source of how many people took part."""
    focus_topics: tuple[Text, ...]
    """What the work was about, in a few words each."""
    priorities: tuple[Text, ...]
    """What people wanted to change, in a few words each."""
    set_out_to: Text | None = None
    """What the group sets out to do, in its own words."""
    not_seen: tuple[Text, ...] = ()
    """What its pages tell and the part read did not show, in a few words such as `a third goal`."""
    partners: tuple[Text, ...]
    """Organisations that took part; no persons."""
    comparison_area: Text | None = None
    """Which area it is compared with and how good the match is, in words."""
    comparison_areas: tuple[ComparisonPlace, ...] = ()
    """The same as places of the country, where they are known."""
    indicators: tuple[Indicator, ...] = ()
    population: int | None = None
    """How many people live there, as the source says."""
    ward_fit_note: Text | None = None
    """Where no ward has the name of the neighbourhood: how the wards that stand for it were picked."""
    place_facts: tuple[Statement, ...]
    planned: tuple[Planned, ...] = ()
    activities: tuple[Activity, ...]
    findings: tuple[Finding, ...]
    nearby: tuple[NearbyAction, ...] = ()
    plan: PlanLink | None = None
    """The plan that the group made on the path from place to plan of this book."""
    sources: tuple[Source, ...]
    provenance: Provenance
