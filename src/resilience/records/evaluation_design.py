"""The rule by which a design is recommended for an evaluation, `designs.yml`."""

from typing import Annotated

from pydantic import Field, model_validator

from resilience.records.base import Record, Slug, Text
from resilience.records.provenance import Source

Number = Annotated[int, Field(ge=0)]


class Needs(Record):
    """What must be possible before a design is recommended; what is left out is not needed."""

    lots: bool = False
    """Whether it must be drawn by lot who has the activity first."""
    areas: Number = 0
    """At least how many areas have the activity."""
    comparison_areas: Number = 0
    """At least how many areas do without it meanwhile."""
    waves_before: Number = 0
    """How often at least the outcome is measured before the activity starts."""
    waves_after: Number = 0
    """How often at least afterwards."""


class EvaluationDesign(Record):
    """One design, in words that a residents' group understands."""

    slug: Slug
    """Its permanent name."""
    name: Text
    """What a group does, such as `Draw lots between areas`."""
    known_as: Text
    """What the field calls it."""
    needs: Needs
    does: Text
    """How it is done, in one sentence."""
    tells: Text
    """What it can tell, in one sentence."""
    cannot_tell: tuple[Text, ...] = Field(min_length=1)
    """What it could not tell, one sentence each."""
    tells_effect: bool
    """Whether it can tell what the activity changed."""
    book_analyses: bool
    """Whether the book's own analysis of areas takes its data."""
    analysis: Text
    """Who can analyse it, in one sentence."""
    why: Text
    """What the sources say for it, or against it, in one sentence."""
    sources: tuple[Source, ...] = Field(min_length=1)


class EvaluationDesigns(Record):
    """All designs, in the order in which they are looked at: the first whose needs are met is recommended."""

    designs: tuple[EvaluationDesign, ...] = Field(min_length=1)
    made_by: Text
    """Who put the order together, and from what."""

    @model_validator(mode="after")
    def _always_one(self) -> "EvaluationDesigns":
        if (last := self.designs[-1]).needs != Needs():
            raise ValueError(f"the last design, {last.slug}, needs something, so some plans would have none")
        return self
