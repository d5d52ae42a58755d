"""The Neighbourhood Resilience Programme: its story, framework, people and publications."""

from resilience.records.base import Record, Slug, Text, Url
from resilience.records.provenance import Provenance, Source, Statement
from resilience.records.slugs import DomainSlug, NeighbourhoodSlug, TypeSlug, WorkKey


class Event(Record):
    """A dated event; `date` is written as precisely as the source gives it."""

    date: Text
    """`YYYY`, `YYYY-MM`, `YYYY-MM-DD`, a span `A to B`, or one of these with a word in brackets."""
    event: Text
    source: Source


class Phase(Record):
    """One phase of the programme."""

    number: int
    text: Text
    source: Source


class FrameworkDomain(Record):
    """A domain of the first version of the framework."""

    slug: Slug
    name: Text


class FrameworkProperty(Record):
    """A property of the later version of the framework."""

    slug: Slug
    name: Text
    definition: Text
    evaluation_label: Text
    """What the evaluation paper calls it."""
    source: Source


class FirstFramework(Record):
    """The framework of four domains."""

    label: Text
    derived_from: Text
    domains: tuple[FrameworkDomain, ...]
    source: Source


class LaterFramework(Record):
    """The framework of five system properties."""

    label: Text
    interaction: Text
    properties: tuple[FrameworkProperty, ...]
    source: Source


class Framework(Record):
    """Both versions of the framework."""

    first: FirstFramework
    later: LaterFramework


class Definition(Record):
    """How the programme defines resilience, and what it sets this against."""

    text: Text
    source: Source
    contrast: Statement
    earlier_source_named: Text
    earlier_source: Source


class Role(Record):
    """A part that people or bodies played."""

    name: Text
    definition: Text
    source: Source


class Leader(Record):
    """A named person and their part."""

    name: Text
    role: Text
    affiliation: Text | None = None
    source: Source


class Organisations(Record):
    """Who ran the programme."""

    universities: tuple[Text, ...]
    universities_source: Source
    nhs: tuple[Text, ...]
    coren_hosts_stated: tuple[Text, ...]
    coren_hosts_likely: tuple[Text, ...]
    leads: tuple[Leader, ...]


class CouncilCount(Record):
    """How many councils one source counts."""

    number: int
    when: Text
    source: Source


class CouncilPartners(Record):
    """The councils in the programme; the sources count them differently."""

    counts: tuple[CouncilCount, ...]
    named_with_a_neighbourhood: tuple[Text, ...]
    full_official_list: tuple[Text, ...] | None = None


class Funding(Record):
    """A sum of money named in a source, in pounds; null where no sum was seen."""

    text: Text
    amount_gbp: int | None = None
    source: Source | None = None


class EvidenceReview(Record):
    """A review of evidence that councils and researchers made together."""

    slug: Slug
    topic: Text
    published_output: Text | None = None
    source: Source


class PolicyReview(Record):
    """The programme's own review of UK council policies; its size and method were not seen."""

    text: Text
    number_of_authorities: int | None = None
    number_of_policies: int | None = None
    method: Text | None = None
    source: Source


class CreativeOutput(Record):
    """A booklet, exhibition or film that residents made."""

    title: Text
    neighbourhood: NeighbourhoodSlug
    year: int | None = None
    form: Text
    pages: int | None = None
    source: Source


class Storytelling(Record):
    """The arts-based story-telling in three neighbourhoods."""

    text: Text
    award: Text
    source: Source


class Publication(Record):
    """A publication of the programme or its theme, by its key in `references.bib`."""

    key: WorkKey
    note: Text | None = None
    relation: Text | None = None
    """How it belongs to the programme, where it is not the programme's own."""


class Website(Record):
    """The programme's own website."""

    url: Url
    text: Text
    source: Source


class Unidentified(Record):
    """A neighbourhood that is known to exist but not by name."""

    placeholder: Slug
    evidence: Text
    source: Source


class UnplacedActivity(Record):
    """An activity of the programme whose neighbourhood is not named."""

    text: Text
    domain: DomainSlug
    type: TypeSlug
    source: Source


class NeighbourhoodCounts(Record):
    """How many neighbourhoods were planned, evaluated and named."""

    planned: int
    planned_source: Source
    evaluated: int
    evaluated_source: Source
    population: Statement
    population_low: int
    population_high: int
    comparison_areas: Statement
    unidentified: tuple[Unidentified, ...]
    unplaced_activities: tuple[UnplacedActivity, ...]


class Programme(Record):
    """Everything about the programme as a whole, `programme.yml`."""

    name: Text
    parent: Text
    successor_body: Text
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
