"""Free text that may carry an activity type, and what reviewers decided about types suggested for it."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from resilience.records.base import Record, Slug, Text
from resilience.records.slugs import NO_TYPE, CodedSlug, TypeSlug
from resilience.records.vocabulary import Answer, MatchStatus


class CodedText(Record):
    """A text as its source puts it, with what coders made of it: so far, passes of a language model."""

    text: Text
    """What is done, one activity a text, as the source puts it."""
    coded: CodedSlug | None = None
    """The type that two passes, working apart, agreed on; `none` where they agreed that nothing fits."""
    also: TypeSlug | None = None
    """A second type that they agreed on, where the text holds two topics by the rules of `taxonomy.yml`."""
    disputed: tuple[CodedSlug, ...] | None = None
    """The types that the two passes gave, where they disagreed."""

    @model_validator(mode="after")
    def has_one_verdict(self) -> "CodedText":
        """Refuse a text that is both agreed and disputed, or disputed with fewer than two types."""
        if self.coded and self.disputed:
            raise ValueError("a text is either coded or disputed, not both")
        if self.disputed is not None and len(self.disputed) < 2:
            raise ValueError("a disputed text needs the types of both passes")
        return self

    @model_validator(mode="after")
    def has_a_first_type_before_a_second(self) -> "CodedText":
        """Refuse a second type without a first one, or one that only repeats it."""
        if self.also and not self.type:
            raise ValueError("a second type under `also` needs a first one under `coded`")
        if self.also and self.also == self.type:
            raise ValueError("the second type under `also` is the first one again")
        return self

    @property
    def status(self) -> MatchStatus:
        """Say how sure we are of the type."""
        if self.coded:
            return MatchStatus.CODED
        return MatchStatus.DISPUTED if self.disputed else MatchStatus.UNCODED

    @property
    def type(self) -> str | None:
        """Give the agreed activity type, or None where there is none."""
        return self.coded if self.coded != NO_TYPE else None

    @property
    def types(self) -> tuple[str, ...]:
        """Give the agreed activity types, the first one first; none where there is none."""
        return tuple(filter(None, (self.type, self.also)))


RecordKind = Literal["policy", "neighbourhood"]
"""Kinds of record whose texts the matcher reads."""

Score = Annotated[float, Field(ge=0, le=100)]
"""How often, in a hundred, an answer like this is right."""


class Decision(Record):
    """What one reviewer decided about one text, for ever unless the text changes."""

    text: Text
    """The text as it stands in its record."""
    answer: Answer
    """What the reviewer said."""
    type: TypeSlug | None = None
    """The type that was approved; none where the reviewer found that no type fits."""
    suggested: CodedSlug
    """What the matcher put first."""
    score: Score
    """The matcher's score of what it put first, 0 to 100."""
    turned_down: tuple[TypeSlug, ...] = ()
    """Suggestions that the reviewer saw and did not take: all that stood before the choice."""
    reviewer: Text
    """Who, by name."""
    date: date
    """The day of the answer."""

    @model_validator(mode="after")
    def has_a_type_if_approved(self) -> "Decision":
        """Refuse an approval without a type, and a rejection with one."""
        if (self.answer is Answer.APPROVED) != (self.type is not None):
            raise ValueError("an approved text needs a type, and a rejected one has none")
        if self.type in self.turned_down:
            raise ValueError("a type is either approved or turned down, not both")
        return self


class Decisions(Record):
    """All decisions on the texts of one record, `matches/<slug>.yml` under the record's own slug."""

    slug: Slug
    """Its permanent name."""
    of: RecordKind
    """What kind of record it is."""
    decisions: tuple[Decision, ...]
