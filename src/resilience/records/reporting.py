"""How far the book meets a reporting guideline, item by item."""

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from resilience.records.base import Record, Text, Url
from resilience.records.vocabulary import Reported

Docname = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([/-][a-z0-9]+)*$")]
"""A page of the book by its file, without the ending, such as `book/methods/limits`."""


class Place(Record):
    """A page of the book on which an item is met."""

    page: Docname
    """The page of the book."""
    label: Text
    """What the link says."""


class ReportingItem(Record):
    """One item of the guideline."""

    number: Annotated[int, Field(ge=1)]
    """Its number in the guideline."""
    section: Text
    """The part of a report to which the item belongs."""
    name: Text
    """The item's name in the guideline."""
    asks: Text
    """What it asks for, in our words."""
    optional: bool = False
    """True where the guideline asks for it only if it was done."""
    status: Reported
    """How far it is met."""
    where: tuple[Place, ...] = ()
    note: Text
    """What is there, and what is missing."""

    @model_validator(mode="after")
    def _says_where(self) -> "ReportingItem":
        if self.status in (Reported.MET, Reported.IN_PART) and not self.where:
            raise ValueError("an item that is met, or met in part, must say where")
        return self


class Reporting(Record):
    """The whole of `reporting.yml`."""

    guideline: Text
    """The guideline."""
    short: Text
    """The name by which it is known."""
    reference: Text
    """Where it is published."""
    url: Url
    """A page that we may link to; null where none was seen."""
    items: tuple[ReportingItem, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _none_is_left_out(self) -> "Reporting":
        if [item.number for item in self.items] != list(range(1, len(self.items) + 1)):
            raise ValueError("the items must be numbered from 1 on, each once and in order")
        return self
