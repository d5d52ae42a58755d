"""Random samples of texts that a person types without a suggestion, so that the matcher can be measured."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from resilience.records.base import Record, Slug, Text
from resilience.records.coding import Decision, RecordKind, Score
from resilience.records.slugs import NO_TYPE, CodedSlug, TypeSlug
from resilience.records.vocabulary import Answer


class BlindAnswer(Record):
    """What a person said of a text who had the code frame in sight, and no suggestion."""

    type: CodedSlug
    """The type that fits best; `none` where no type fits."""
    also: TypeSlug | None = None
    """A second type that fits too: it measures the matcher, and no page counts it."""
    suggested: CodedSlug
    """What the matcher put first at that time; it was looked up after the answer."""
    score: Score
    """The matcher's score of what it put first, 0 to 100."""
    date: date
    """The day of the answer."""

    @model_validator(mode="after")
    def has_two_types_at_most_once(self) -> "BlindAnswer":
        """Refuse a second type that repeats the first, or stands beside `none`."""
        if self.also and self.type in (self.also, NO_TYPE):
            raise ValueError("a second type stands beside another one, not beside itself or none")
        return self


class SampledText(Record):
    """A text that was drawn, the record that it stood in, and the answer once there is one."""

    of: RecordKind
    """What kind of record it stands in."""
    record: Slug
    """The name of that record."""
    text: Text
    """The text, just as it stood there when it was drawn."""
    answer: BlindAnswer | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Name the text: its record and its words."""
        return self.record, self.text


class Sample(Record):
    """Texts drawn at random, all at one time, from those that waited; one person answers them."""

    slug: Slug
    """Its permanent name."""
    reviewer: Text
    """Who types the texts, by name."""
    drawn: date
    """The day on which they were drawn."""
    seed: int
    """The seed of the draw: the same seed draws the same texts from the same evidence."""
    waiting: Annotated[int, Field(ge=1)]
    """How many texts waited when it was drawn."""
    texts: Annotated[tuple[SampledText, ...], Field(min_length=1)]
    """The texts in the order in which they were drawn."""

    @model_validator(mode="after")
    def draws_each_text_once(self) -> "Sample":
        """Refuse a text that is drawn twice, and more texts than waited."""
        if len({one.key for one in self.texts}) < len(self.texts):
            raise ValueError("a text is drawn twice")
        if len(self.texts) > self.waiting:
            raise ValueError("more texts are drawn than waited")
        return self

    @property
    def answered(self) -> list[tuple[SampledText, BlindAnswer]]:
        """Give the texts that have an answer, with it."""
        return [(one, one.answer) for one in self.texts if one.answer]

    def with_answer(self, place: int, answer: BlindAnswer | None) -> "Sample":
        """Give the same sample with another answer at one place."""
        texts = list(self.texts)
        texts[place] = texts[place].model_copy(update={"answer": answer})
        return self.model_copy(update={"texts": tuple(texts)})

    def decision_on(self, record: str, text: str) -> Decision | None:
        """Give the answer on a text as a decision, which turned nothing down, as nothing was suggested."""
        return next(self._decisions(record, text), None)

    def _decisions(self, record: str, text: str) -> Iterator[Decision]:
        for one, answer in self.answered:
            if one.key == (record, text):
                fits = answer.type != NO_TYPE
                yield Decision(
                    text=text,
                    answer=Answer.APPROVED if fits else Answer.REJECTED,
                    type=answer.type if fits else None,
                    suggested=answer.suggested,
                    score=answer.score,
                    reviewer=self.reviewer,
                    date=answer.date,
                )
