"""A coded study: what was done, among whom, compared with what, and what was found."""

from typing import Annotated

from pydantic import Field, StringConstraints

from .base import Record, Slug, Text
from .provenance import Provenance
from .slugs import DomainSlug, OutcomeSlug, StudyKey, ThemeSlug, TypeSlug
from .vocabulary import Better, Design, Direction, Metric

PBound = Annotated[str, StringConstraints(pattern=r"^(<|>|<=|>=)0?\.\d+$")]
"""A p-value given only as a bound, such as `<0.001`."""


class Effect(Record):
    """A number for a result. A field that is null was not seen."""

    metric: Metric | None = None
    value: float | None = None
    ci_low: float | None = None
    """Lower limit of the 95% confidence (or credible) interval, on the scale of the metric."""
    ci_high: float | None = None
    p: float | PBound | None = None


class Outcome(Record):
    """One result of a study."""

    category: OutcomeSlug
    """A slug from `outcomes.yml`."""
    measure: Text
    direction: Direction
    better: Better | None = None
    """Which end of the measure is better, where the source says so."""
    follow_up: Text | None = None
    effect: Effect | None = None
    pool: Slug | None = None
    """The set of results that this one may be compared with."""
    note: Text | None = None


class Study(Record):
    """One coded study, `studies/<key>.yml`; `references.bib` has its title and authors under the same key."""

    key: Slug = Field(exclude=True)
    design: Design
    country: Text | None = None
    setting: Text | None = None
    population: Text | None = None
    sample_size: Annotated[int, Field(gt=0)] | None = None
    """People, households or areas, as the source counts them."""
    included_studies: Annotated[int, Field(gt=0)] | None = None
    """Studies in a review."""
    types: tuple[TypeSlug, ...] = ()
    """Activity types from `taxonomy.yml`."""
    themes: tuple[ThemeSlug, ...] = ()
    domains: tuple[DomainSlug, ...] = ()
    """Domains of a study that carries no activity type; otherwise they follow from the types."""
    intervention: Text
    of_exposure: bool = False
    """True where people live with something, or take part anyway; no activity is rated by it."""
    comparator: Text | None = None
    outcomes: tuple[Outcome, ...] = Field(min_length=1)
    quality: Text | None = None
    """What the source or the coder says of quality and risk of bias."""
    inequality: Text | None = None
    """Whether results differ between better-off and worse-off people."""
    companion_of: StudyKey | None = None
    """Key of the report of the same study that carries the main results."""
    summary: Text
    provenance: Provenance

    @property
    def in_uk(self) -> bool:
        """Say whether the study was done in the UK or a part of it; never true of an international set."""
        country = self.country or ""
        return country.endswith(", UK") or country in ("United Kingdom", "Great Britain", "England and Wales")
