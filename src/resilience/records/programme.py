"""The Neighbourhood Resilience Programme: its story, framework, people and publications."""

from typing import Annotated

from pydantic import AfterValidator

from resilience.records.base import Record, Slug, Text, Url
from resilience.records.period import period
from resilience.records.provenance import Provenance, Source, Statement
from resilience.records.slugs import DomainSlug, NeighbourhoodSlug, TypeSlug, WorkKey


def _is_date(text: str) -> str:
    period(text)
    return text


class Event(Record):
    """A dated event; `date` is written as precisely as the source gives it."""

    date: Annotated[Text, AfterValidator(_is_date)]
    """`YYYY`, `YYYY-MM`, `YYYY-MM-DD`, a span `A to B`, or one of these with a word in brackets."""
    event: Text
    """What happened."""
    source: Source


class Phase(Record):
    """One phase of the programme."""

    number: int
    """Its place in the order."""
    text: Text
    """What was done in it."""
    source: Source


class FrameworkDomain(Record):
    """A domain of the first version of the framework."""

    slug: Slug
    """Its permanent name."""
    name: Text
    """What it is called."""


class FrameworkProperty(Record):
    """A property of the later version of the framework."""

    slug: Slug
    """Its permanent name."""
    name: Text
    """What it is called."""
    definition: Text
    """What it is, in a sentence."""
    evaluation_label: Text
    """What the evaluation paper calls it."""
    source: Source


class FirstFramework(Record):
    """The framework of four domains."""

    label: Text
    """What readers call it."""
    derived_from: Text
    """What it was made from."""
    domains: tuple[FrameworkDomain, ...]
    source: Source


class LaterFramework(Record):
    """The framework of five system properties."""

    label: Text
    """What readers call it."""
    interaction: Text
    """How its properties act on each other."""
    properties: tuple[FrameworkProperty, ...]
    source: Source


class Framework(Record):
    """Both versions of the framework."""

    first: FirstFramework
    later: LaterFramework


class Definition(Record):
    """How the programme defines resilience, and what it sets this against."""

    text: Text
    """The definition, as the programme puts it."""
    source: Source
    contrast: Statement
    earlier_source_named: Text
    """The earlier source that it names."""
    earlier_source: Source


class Role(Record):
    """A part that people or bodies played."""

    name: Text
    """What it is called."""
    definition: Text
    """What it is, in a sentence."""
    source: Source


class Leader(Record):
    """A named person and their part."""

    name: Text
    """What it is called."""
    role: Text
    """What they did in the programme."""
    affiliation: Text | None = None
    """Where they worked."""
    source: Source


class Organisations(Record):
    """Who ran the programme."""

    universities: tuple[Text, ...]
    """How many universities."""
    universities_source: Source
    nhs: tuple[Text, ...]
    """How many organisations of the NHS."""
    coren_hosts_stated: tuple[Text, ...]
    """Hosts that a source names as such."""
    coren_hosts_likely: tuple[Text, ...]
    """Hosts that a source describes without the term."""
    leads: tuple[Leader, ...]


class CouncilCount(Record):
    """How many councils one source counts."""

    number: int
    """How many councils."""
    when: Text
    """When the source said so."""
    source: Source


class CouncilPartners(Record):
    """The councils in the programme; the sources count them differently."""

    counts: tuple[CouncilCount, ...]
    named_with_a_neighbourhood: tuple[Text, ...]
    """Councils that a source names with a neighbourhood."""
    full_official_list: tuple[Text, ...] | None = None
    """All of them, by an official list; null where none was seen."""


class Funding(Record):
    """A sum of money named in a source, in pounds; null where no sum was seen."""

    text: Text
    """What the source says."""
    amount_gbp: int | None = None
    """The sum in pounds."""
    source: Source | None = None


class EvidenceReview(Record):
    """A review of evidence that councils and researchers made together."""

    slug: Slug
    """Its permanent name."""
    topic: Text
    """What it looked at."""
    published_output: Text | None = None
    """What was published of it."""
    source: Source


class PolicyReview(Record):
    """The programme's own review of UK council policies; its size and method were not seen."""

    text: Text
    """What the source says."""
    number_of_authorities: int | None = None
    """How many authorities it looked at."""
    number_of_policies: int | None = None
    """How many policies it found."""
    method: Text | None = None
    """How it was done."""
    source: Source


class CreativeOutput(Record):
    """A booklet, exhibition or film that residents made."""

    title: Text
    """Its title."""
    neighbourhood: NeighbourhoodSlug
    """The neighbourhood that it comes from."""
    year: int | None = None
    """When it came out."""
    form: Text
    """What it is, such as a film or a song."""
    pages: int | None = None
    """How many pages it has."""
    source: Source


class Storytelling(Record):
    """The arts-based story-telling in three neighbourhoods."""

    text: Text
    """What was done."""
    award: Text
    """A prize that it won."""
    source: Source


class Publication(Record):
    """A publication of the programme or its theme, by its key in `references.bib`."""

    key: WorkKey
    """Its key in `references.bib`."""
    note: Text | None = None
    """What a reader should know besides."""
    relation: Text | None = None
    """How it belongs to the programme, where it is not the programme's own."""


class Website(Record):
    """The programme's own website."""

    url: Url
    """A page that we may link to; null where none was seen."""
    text: Text
    """What stands on it."""
    source: Source


class Unidentified(Record):
    """A neighbourhood that is known to exist but not by name."""

    placeholder: Slug
    """What stands for its name in the source."""
    evidence: Text
    """What the source says of it."""
    source: Source


class UnplacedActivity(Record):
    """An activity of the programme whose neighbourhood is not named."""

    text: Text
    """What was done."""
    domain: DomainSlug
    """The domain that it belongs to."""
    type: TypeSlug
    """Its activity type."""
    source: Source


class NeighbourhoodCounts(Record):
    """How many neighbourhoods were planned, evaluated and named."""

    planned: int
    """How many were planned."""
    planned_source: Source
    evaluated: int
    """How many were evaluated."""
    evaluated_source: Source
    population: Statement
    population_low: int
    """How many people the smallest has."""
    population_high: int
    """How many people the largest has."""
    comparison_areas: Statement
    unidentified: tuple[Unidentified, ...]
    unplaced_activities: tuple[UnplacedActivity, ...]


class Programme(Record):
    """Everything about the programme as a whole, `programme.yml`."""

    name: Text
    """What it is called."""
    parent: Text
    """The body that it was part of."""
    successor_body: Text
    """The body that goes on with it."""
    summary: Statement
    not_a_funding_scheme: Statement
    selection_of_neighbourhoods: Statement
    definition: Definition
    neighbourhoods: NeighbourhoodCounts
    timeline: tuple[Event, ...]
    phases: tuple[Phase, ...]
    framework: Framework
    roles: tuple[Role, ...]
    resident_terms: Statement
    organisations: Organisations
    council_partners: CouncilPartners
    funding: tuple[Funding, ...]
    evidence_reviews: tuple[EvidenceReview, ...]
    evidence_reviews_method: Statement
    policy_review: PolicyReview
    storytelling: Storytelling
    website: Website
    publications: tuple[Publication, ...]
    creative_outputs: tuple[CreativeOutput, ...]
    background_reading: tuple[Publication, ...]
    background_reading_source: Source
    provenance: Provenance
