"""What became of records once they were published: notices on studies, corrections, and old names."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from resilience.records.base import Record, Slug, Text, Url
from resilience.records.vocabulary import Labelled

RECORD_PATTERN = r"^(studies|policies|neighbourhoods)/[a-z0-9]+(-[a-z0-9]+)*$"

RecordPath = Annotated[str, StringConstraints(pattern=RECORD_PATTERN)]
"""A record by its folder and name, such as `studies/smith-2024-warm-homes`."""


class StudyStatus(Labelled):
    """What a notice makes of a study; it leaves every level, pool and count, and stays on record."""

    RETRACTED = "retracted", "Retracted"
    CONCERN = "concern", "Under an expression of concern"


class RecordFolder(Labelled):
    """The folders of records that have a page each under their own name."""

    STUDIES = "studies", "study"
    POLICIES = "policies", "policy"
    NEIGHBOURHOODS = "neighbourhoods", "neighbourhood"
    POOLS = "pools", "set of results"


class Notice(Record):
    """What a journal or publisher announced of a study: a retraction, or a concern."""

    on: date
    """The day of the notice."""
    url: Url
    """Where it can be read."""
    says: Text | None = None
    """The reason that it gives, in our words."""


class Correction(Record):
    """A value of a record that was wrong, and has been put right."""

    record: RecordPath
    """The record by its folder and name, such as `studies/smith-2024-warm-homes`."""
    field: Text
    """The field as `check` writes it, such as `outcomes[0].effect.value`."""
    expected: str | float | bool | None
    """What the field says since; where somebody changes it, `check` asks why."""
    was: Text | None = None
    """What it said before, in words for readers."""
    reason: Text
    """Why it was wrong, in words for readers."""
    by: Text
    """Who reported it, by name or as they wish to be called."""
    on: date
    """The day on which it was put right."""
    source: Text | None = None
    """Where the right value stands: an address, a page or a table."""


class Corrections(Record):
    """All corrections, `corrections.yml`, the oldest first."""

    corrections: tuple[Correction, ...] = ()


class OldName(Record):
    """The name of a record that was renamed, or merged into another one; nobody else may have it again."""

    folder: RecordFolder
    """The folder of the record."""
    old: Slug
    """The name that it had."""
    new: Slug
    """The name of the record today, in the same folder."""
    on: date
    """The day from which it has the new name."""
    reason: Text | None = None
    """Why it was renamed or merged."""


class OldNames(Record):
    """All old names, `old-names.yml`."""

    names: tuple[OldName, ...] = Field(default=())
