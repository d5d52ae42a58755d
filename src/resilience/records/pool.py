"""A set of results on one question, and what may be done with them: pooled, side by side, or only counted."""

from pydantic import Field, model_validator

from resilience.records.base import Record, Slug, Text
from resilience.records.slugs import OutcomeSlug, StudyKey, WorkKey
from resilience.records.vocabulary import Better, LeftOutKind, Metric, PoolUse


class Member(Record):
    """What the results say of themselves beyond the study's record."""

    study: StudyKey
    """The study that the result stands in."""
    measure: Text
    """The measure of the result, as the study's record has it."""
    group: Text | None = None
    """The part of a plot in which it stands."""
    unit: Text | None = None
    """What one unit of the number means, in the record's own words."""
    turned: bool = False
    """True where the source counts the other way round than the set does, so that the sign is turned."""
    left_out: Text | None = None
    """Why it is shown but does not count, such as people who are in another result."""


class LeftOut(Record):
    """Results on the same question that are on record but not in the set, and why."""

    studies: tuple[StudyKey, ...] = ()
    """The studies whose results are meant."""
    kind: LeftOutKind | None = None
    """The kind of result that is meant, whatever its study."""
    because: Text
    """Why, in a sentence."""

    @model_validator(mode="after")
    def means_one_thing(self) -> "LeftOut":
        """Refuse a reason for nothing, or for studies and a kind at once."""
        if bool(self.studies) == bool(self.kind):
            raise ValueError("a reason is for `studies` or for a `kind`, not for both or neither")
        return self


class PublishedPool(Record):
    """A pooled value that somebody published, to compare with; it is never pooled again."""

    work: WorkKey
    """The work that pooled it."""
    value: float
    """The pooled number, as printed."""
    ci_low: float
    """Lower limit of its 95% interval."""
    ci_high: float
    """Upper limit of its 95% interval."""
    note: Text | None = None
    """How it was pooled, or how many studies are in it."""


class Pool(Record):
    """One set of results, `pools/<slug>.yml`; results belong to it by their `pool`."""

    slug: Slug = Field(exclude=True)
    title: Text
    """The question in a few words."""
    question: Text
    """The whole question: what, among whom, compared with what, on what."""
    outcome: OutcomeSlug
    """The outcome category of all its results."""
    use: PoolUse
    """What may be done with the set."""
    because: Text
    """Why the results may be pooled, or why not."""
    metric: Metric | None = None
    """The scale of all results; none where they have several or none."""
    better: Better
    """Which end of the measure is better for people."""
    rare_events: bool = False
    """True where the event is so rare that odds ratios, risk ratios and rate ratios nearly agree."""
    table: Text | None = None
    """A table of effects of single studies in this folder, instead of results of coded studies."""
    members: tuple[Member, ...] = ()
    """Results of which more must be said; the others need no line here."""
    left_out: tuple[LeftOut, ...] = ()
    """Results on the same question that are not in the set; those in another set need no line here."""
    published: PublishedPool | None = None
    cautions: tuple[Text, ...] = ()
    """What a reader must know before using it, one caution each."""

    @model_validator(mode="after")
    def knows_its_scale(self) -> "Pool":
        """Refuse to pool on no scale."""
        if self.use is PoolUse.POOLED and self.metric is None:
            raise ValueError("a set that is pooled needs a metric")
        return self
