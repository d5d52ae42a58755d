"""Questionnaires and ratings whose points the records count: their ends, and a change that people notice."""

from typing import Annotated

from pydantic import Field

from resilience.records.base import Record, Slug, Text, Url
from resilience.records.vocabulary import Better


class ScaleRange(Record):
    """The lowest and the highest score that there can be."""

    low: float
    """The lowest score that it can give."""
    high: float
    """The highest."""
    url: Url
    """Where it was read."""


class SmallestChange(Record):
    """The smallest change in a person's score that matters, by a source that says for whom it holds."""

    value: Annotated[float, Field(gt=0)]
    """The smallest change that people notice, in points."""
    words: Text
    """Who found it so, and how, as a clause: `people in general practice said so`."""
    url: Url
    """Where it was read."""


class Scale(Record):
    """One scale. What no source was seen to say is null."""

    slug: Slug
    """Its permanent name."""
    name: Text
    """What it is called."""
    measures: Text
    """What it measures, in a few words."""
    words: tuple[Text, ...] = Field(min_length=1)
    """How a measure or a unit of a result names it; of several scales that fit, the longest words decide."""
    better: Better
    """Which end of the scale is better for people; a result's own `better` goes before it."""
    range: ScaleRange | None = None
    smallest_change: SmallestChange | None = None
    note: Text | None = None
    """What a reader should know besides."""
    url: Url
    """Where the scale is described."""


class Scales(Record):
    """The whole of `scales.yml`."""

    scales: tuple[Scale, ...]
