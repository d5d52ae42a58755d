"""The written answer of an activity: a sentence for a committee, and what the records said at that time.

A sentence is written by people or a model, so it may come to say other than the records do. Each therefore
keeps the grounds on which it was written, and checks and pages tell when these have moved.
"""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from resilience.records.base import Record, Slug, Text
from resilience.records.provenance import Check
from resilience.records.slugs import GroupSlug, StudyKey
from resilience.records.vocabulary import CodedBy, Level

COUNCILS = "{councils}"
"""What stands in a sentence for the number of UK councils with the activity, which code fills in."""
MOST_WORDS, MOST_WORDS_OF_AIM = 40, 30
"""The longest that the sentence for the activity, and the one for an aim, may be: both are read aloud."""


def _one_slot(text: str) -> str:
    if set("{}") & set(text.replace(COUNCILS, "")):
        raise ValueError(f"a sentence may hold {COUNCILS}, and no other brackets of this kind")
    return text


Sentence = Annotated[Text, AfterValidator(_one_slot)]
"""A sentence, in which `{councils}` stands for `16 UK councils`, as many as there are."""


class Grounds(Record):
    """What the records said of one group of outcomes when a sentence on it was written."""

    level: Level
    """The level by the first table of `rating.yml`."""
    size: Text | None = None
    """The size that leads, in words with its measure; null where there was none."""
    counted: tuple[StudyKey, ...] = ()
    """The studies with a result on it, by their keys."""


class Beside(Record):
    """A group of outcomes that the sentence for the activity speaks of, besides the main aims."""

    outcome: GroupSlug
    """The group of outcomes."""
    grounds: Grounds


class ActivitySentence(Record):
    """The sentence that a committee paper can take: what happens, to whom, how much, how sure."""

    says: Sentence
    """At most 40 words; `{councils}` stands for how many UK councils have the activity on record."""
    studies: tuple[StudyKey, ...] = ()
    """The studies that it rests on."""
    beside: tuple[Beside, ...] = ()


class Aim(Record):
    """The sentence for one group of outcomes that the activity is done for."""

    outcome: GroupSlug
    """The group of outcomes."""
    says: Sentence
    """At most 30 words."""
    studies: tuple[StudyKey, ...] = ()
    """The studies that it rests on."""
    grounds: Grounds


class Writing(Record):
    """How the sentences came about."""

    settled: date
    """When they were settled, or last written anew."""
    by: CodedBy
    """Who wrote them."""
    drafts: Annotated[int, Field(ge=1)]
    """How many drafts were made apart before one was settled."""
    checked: Check | None = None
    """The person who has compared the sentences with the studies, and when; null where nobody has."""


class WrittenAnswer(Record):
    """The written answer of one activity type, `answers/<type>.yml`."""

    slug: Slug = Field(exclude=True)
    activity: ActivitySentence
    aims: tuple[Aim, ...] = ()
    """One for each main outcome of the type, in the order of `taxonomy.yml`."""
    written: Writing
