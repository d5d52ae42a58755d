"""The code frame, four domains with the activity types in them; outcomes; words that tell a type."""

from datetime import date
from typing import Literal

from pydantic import Field

from resilience.records.base import Record, Slug, Text
from resilience.records.slugs import CodedSlug, DomainSlug, GroupSlug, TypeSlug
from resilience.records.vocabulary import CodedBy


class Domain(Record):
    """One of the four domains of action on resilience."""

    slug: Slug
    """Its permanent name."""
    label: Text
    """What readers call it."""
    definition: Text
    """What it is, in a sentence."""


class ActivityType(Record):
    """A kind of activity that people can do in a neighbourhood."""

    slug: Slug
    """Its permanent name."""
    domain: DomainSlug
    """The domain that it belongs to."""
    origin: Literal["programme", "extension"]
    """`programme`: named in the programme's own description; `extension`: needed by what we coded."""
    label: Text
    """What readers call it."""
    definition: Text
    """What it is, in a sentence."""
    main_outcomes: tuple[GroupSlug, ...] = ()
    """Groups of outcomes that the activity is done for, the first of them first."""
    includes: tuple[Text, ...] = ()
    """What counts as it, in a few words each."""
    excludes: tuple[Text, ...] = ()
    """What belongs elsewhere, with the slug of where in brackets."""
    terms: tuple[Text, ...]
    """Words and phrases that point to this type."""


class TypedExample(Record):
    """A text as one might stand in a record, with its types by a rule."""

    text: Text
    """The text."""
    types: tuple[TypeSlug, ...] = Field(min_length=1, max_length=2)
    """The first type, then the second one where the text has one."""


class CodingRule(Record):
    """A rule by which a text gets its types."""

    says: Text
    """The rule, in a sentence."""
    examples: tuple[TypedExample, ...] = ()


class Theme(Record):
    """A subject that cuts across activity types, such as social capital."""

    slug: Slug
    """Its permanent name."""
    label: Text
    """What readers call it."""


class Taxonomy(Record):
    """The whole code frame, `taxonomy.yml`."""

    version: int
    """Rises by one with each change of what it says."""
    rules: tuple[CodingRule, ...] = ()
    """How many types a text has, and which of them comes first."""
    domains: tuple[Domain, ...]
    types: tuple[ActivityType, ...]
    themes: tuple[Theme, ...]


class OutcomeGroup(Record):
    """A group of outcomes as readers know it."""

    slug: Slug
    """Its permanent name."""
    label: Text
    """What readers call it."""
    definition: Text
    """What it is, in a sentence."""
    is_health: bool
    """Whether it counts where pages speak of health."""
    heading: Text
    """What is wrong where it is bad, in readers' words; the title of the page that compares activities."""
    problems: tuple[Text, ...] = Field(min_length=1)
    """How readers say what they want to change, each as it ends `I want to change ...`."""


class OutcomeCategory(Record):
    """A kind of outcome that people compare."""

    slug: Slug
    """Its permanent name."""
    label: Text
    """What readers call it."""
    definition: Text
    """What it is, in a sentence."""
    group: GroupSlug | None = None
    """The group in which its results vote; null where they vote on none."""


class Outcomes(Record):
    """All outcomes, `outcomes.yml`."""

    groups: tuple[OutcomeGroup, ...]
    categories: tuple[OutcomeCategory, ...]


class Idea(Record):
    """Words and phrases that the matcher reads as one idea; an idea names no activity type."""

    name: Slug
    """What it is called."""
    phrases: tuple[Text, ...]
    """Words and phrases that mean it."""


class Ban(Record):
    """Phrases that rule an activity type out."""

    type: TypeSlug
    """The activity type."""
    phrases: tuple[Text, ...]
    """Words and phrases that rule it out."""


class Words(Record):
    """The whole of `words.yml`."""

    version: int
    """Rises by one with each change of what it says."""
    ideas: tuple[Idea, ...]
    decoys: tuple[Text, ...]
    """Phrases that look like a sign of an activity and are not, such as `car park`."""
    bans: tuple[Ban, ...] = ()


class PhraseGroup(Record):
    """Phrases that were written to teach the matcher what a type sounds like."""

    type: CodedSlug
    """What is done; `none` where no type fits, though a topic of the code frame may be mentioned."""
    also: TypeSlug | None = None
    """A second type that each of the phrases names, such as the aim."""
    phrases: tuple[Text, ...]
    """Phrases as a record might have them."""


class PhraseBatch(Record):
    """Phrases that were written at one time, `phrases/<slug>.yml`; none of them is a record."""

    slug: Slug = Field(exclude=True)
    written: date
    """The day on which they were written."""
    by: CodedBy
    """Who wrote them."""
    how: Text
    """From what they were written, and what whoever wrote them had seen."""
    from_code_frame_alone: bool
    """True where no text on which the matcher is tested was seen while they were written."""
    groups: tuple[PhraseGroup, ...]
