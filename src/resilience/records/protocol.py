"""How records are looked for, chosen and coded: the protocol of the book as a scoping review, `protocol.yml`.

Its parts follow JBI's guidance on protocols: Peters MDJ and others. JBI Evidence Synthesis 2022;20:953-968,
https://doi.org/10.11124/JBIES-21-00242.
"""

from datetime import date

from pydantic import Field

from resilience.records.base import Record, Text, Url
from resilience.records.reporting import Place
from resilience.records.search_log import SearchSource, Sought
from resilience.records.vocabulary import Labelled


class DoneBy(Labelled):
    """Who does a step."""

    MODEL = "model", "a language model"
    PROGRAM = "program", "a program, by published rules"
    PERSON = "person", "people"


class Guidance(Record):
    """A guideline that the protocol follows."""

    name: Text
    """The name by which it is known."""
    reference: Text
    """Where it is published."""
    url: Url
    """A page that we may link to."""
    use: Text
    """What it is followed in, and in what not."""


class Question(Record):
    """A question that the book asks of the records."""

    asks: Text
    """The question."""
    of: tuple[Sought, ...] = Field(min_length=1)
    """Which records answer it."""


class Criterion(Record):
    """One of the criteria by which a study or a policy gets in."""

    of: Sought
    """What is let in by it."""
    about: Text
    """What it is about, such as `Place` or `Outcomes`."""
    inside: Text
    """What gets in."""
    outside: Text | None = None
    """What does not; null where nothing is left out by it."""
    why: Text
    """Why it is so."""


class PlaceSearched(Record):
    """A kind of place where records are looked for."""

    source: SearchSource
    """The kind of place, as logs of searches name it."""
    of: tuple[Sought, ...] = Field(min_length=1)
    """What is looked for there."""
    how: Text
    """How it is searched, and what it can't give."""


class ProtocolStep(Record):
    """One step on the way from a question to a page of the book."""

    name: Text
    """What the step is called."""
    does: Text
    """What is done."""
    by: tuple[DoneBy, ...] = Field(min_length=1)
    """Who does it."""
    passes: Text
    """How often it is done, apart, and whether a person takes part."""
    where: tuple[Place, ...] = ()
    """Pages that say more."""


class Renewal(Record):
    """What is done again, and when."""

    what: Text
    """What is done again."""
    when: Text
    """When, or after what."""


class ProtocolChange(Record):
    """A change of the protocol after it was written."""

    on: date
    """The day of the change."""
    what: Text
    """What was changed."""
    why: Text
    """Why."""


class Protocol(Record):
    """The whole of `protocol.yml`."""

    title: Text
    """The title of the review, with the word for its kind."""
    written: date
    """The day on which the protocol was written."""
    registered: Url | None = None
    """Where it is registered; null where it is not."""
    standing: tuple[Text, ...] = Field(min_length=1)
    """What a reader must know of the protocol itself, such as what had been done before it was written."""
    why_this_kind: Text
    """Why it is a review of this kind."""
    follows: tuple[Guidance, ...] = Field(min_length=1)
    questions: tuple[Question, ...] = Field(min_length=1)
    population: Text
    """Whom the questions are about."""
    concept: Text
    """What about them."""
    context: Text
    """In which places and circumstances."""
    criteria: tuple[Criterion, ...] = Field(min_length=1)
    sources: tuple[PlaceSearched, ...] = Field(min_length=1)
    steps: tuple[ProtocolStep, ...] = Field(min_length=1)
    renewal: tuple[Renewal, ...] = Field(min_length=1)
    changes: tuple[ProtocolChange, ...] = ()
    """Changes since it was written, the oldest first."""
