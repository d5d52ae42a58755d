"""The code frame: four domains, the activity types in them, and themes that cut across."""

from typing import Literal

from resilience.records.base import Record, Slug, Text
from resilience.records.slugs import DomainSlug, GroupSlug


class Domain(Record):
    """One of the four domains of action on resilience."""

    slug: Slug
    label: Text
    definition: Text


class ActivityType(Record):
    """A kind of activity that people can do in a neighbourhood."""

    slug: Slug
    domain: DomainSlug
    origin: Literal["programme", "extension"]
    """`programme`: named in the programme's own description; `extension`: needed by what we coded."""
    label: Text
    definition: Text
    main_outcomes: tuple[GroupSlug, ...] = ()
    """Groups of outcomes that the activity is done for, the first of them first."""
    includes: tuple[Text, ...] = ()
    excludes: tuple[Text, ...] = ()
    """What belongs elsewhere, with the slug of where in brackets."""
    terms: tuple[Text, ...]
    """Words and phrases that point to this type."""


class Theme(Record):
    """A subject that cuts across activity types, such as social capital."""

    slug: Slug
    label: Text


class Taxonomy(Record):
    """The whole code frame, `taxonomy.yml`."""

    version: int
    domains: tuple[Domain, ...]
    types: tuple[ActivityType, ...]
    themes: tuple[Theme, ...]


class OutcomeGroup(Record):
    """A group of outcomes as readers know it."""

    slug: Slug
    label: Text
    definition: Text
    is_health: bool
    """Whether it counts where pages speak of health."""


class OutcomeCategory(Record):
    """A kind of outcome that people compare."""

    slug: Slug
    label: Text
    definition: Text
    group: GroupSlug | None = None
    """The group in which its results vote; null where they vote on none."""


class Outcomes(Record):
    """All outcomes, `outcomes.yml`."""

    groups: tuple[OutcomeGroup, ...]
    categories: tuple[OutcomeCategory, ...]
