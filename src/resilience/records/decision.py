"""What reviewers decided about the types that the matcher suggested."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from resilience.records.base import Record, Slug, Text
from resilience.records.slugs import CodedSlug, TypeSlug
from resilience.records.vocabulary import Answer

RecordKind = Literal["policy", "neighbourhood"]
"""Kinds of record whose texts the matcher reads."""

Score = Annotated[float, Field(ge=0, le=100)]
"""How often, in a hundred, an answer like this is right."""


class Decision(Record):
    """What one reviewer decided about one text, for ever unless the text changes."""

    text: Text
    answer: Answer
    type: TypeSlug | None = None
    """The type that was approved; none where the reviewer found that no type fits."""
    suggested: CodedSlug
    """What the matcher put first."""
    score: Score
    """The matcher's score of what it put first, 0 to 100."""
    turned_down: tuple[TypeSlug, ...] = ()
    """Suggestions that the reviewer saw and did not take: all that stood before the choice."""
    reviewer: Text
    date: date

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
    of: RecordKind
    decisions: tuple[Decision, ...]
