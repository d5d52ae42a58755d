"""A coded study: what was done, among whom, compared with what, and what was found."""

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from resilience.records.amends import Notice, StudyStatus
from resilience.records.base import Record, Slug, Text
from resilience.records.provenance import Provenance
from resilience.records.slugs import DomainSlug, OutcomeSlug, StudyKey, ThemeSlug, TypeSlug
from resilience.records.vocabulary import (
    Better,
    Bias,
    BiasBy,
    Clear,
    Comparison,
    Design,
    Direction,
    Estimand,
    Metric,
    OnTopic,
    Polarity,
    Scope,
)

COUNTRY_PATTERN = r"^[A-Z]{2}(-[A-Z]{3})?$"
CountryCode = Annotated[str, StringConstraints(pattern=COUNTRY_PATTERN)]
"""ISO 3166-1 alpha-2; `GB` for the UK, or its nations `GB-ENG`, `GB-SCT`, `GB-WLS` and `GB-NIR`."""

PBound = Annotated[str, StringConstraints(pattern=r"^(<|>|<=|>=)0?\.\d+$")]
"""A p-value given only as a bound, such as `<0.001`."""


class Effect(Record):
    """A number for a result. A field that is null was not seen."""

    metric: Metric | None = None
    """The scale of the number; null where it was not told."""
    value: float | None = None
    """The estimate as printed: never rounded, turned over or worked out."""
    ci_low: float | None = None
    """Lower limit of the 95% confidence (or credible) interval, on the scale of the metric."""
    ci_high: float | None = None
    """Upper limit of the same interval."""
    p: float | PBound | None = None
    """The p-value as printed: a number, or a bound in quotation marks."""

    @property
    def interval(self) -> tuple[float, float] | None:
        """Give both limits; None where one of them was not seen."""
        return None if self.ci_low is None or self.ci_high is None else (self.ci_low, self.ci_high)


class ComparatorRisk(Record):
    """How common the outcome is without the activity, as the source prints it."""

    value: Annotated[float, Field(ge=0)]
    """How many of them have the outcome."""
    per: Annotated[int, Field(gt=0)] = 100
    """Of how many: 100, 1000 and so on."""
    source: Text
    """The source's words."""


class Outcome(Record):
    """One result of a study."""

    category: OutcomeSlug
    """A slug from `outcomes.yml`."""
    measure: Text
    """What was measured, in the source's words."""
    direction: Direction
    """The side of the point estimate for the people concerned, whether or not it is clear of no effect."""
    clear: Clear
    """Whether the interval, or the source's words, leave out no effect."""
    estimand: Estimand = Estimand.MAIN
    """Whose result it is."""
    comparison: Comparison | None = None
    """Where it differs from the study's."""
    for_types: tuple[TypeSlug, ...] | None = None
    """The study's types that this result speaks to, where it does not speak to all."""
    better: Better | None = None
    """Which end of the number, as printed, is better for people."""
    unit: Text | None = None
    """What the number counts, such as points of a scale; a ratio needs none."""
    comparator_risk: ComparatorRisk | None = None
    follow_up: Text | None = None
    """How long after the start it was measured, such as `12 months`."""
    effect: Effect | None = None
    pool: Slug | None = None
    """The set of results that this one may be compared with."""
    note: Text | None = None
    """What a reader should know of this result besides."""

    @property
    def has_number(self) -> bool:
        """Say whether its number was seen."""
        return self.effect is not None and self.effect.value is not None

    @property
    def has_interval(self) -> bool:
        """Say whether both limits of its interval were seen; a few stand without the number itself."""
        return self.effect is not None and self.effect.interval is not None


class Study(Record):
    """One coded study, `studies/<key>.yml`; `references.bib` has its title and authors under the same key."""

    key: Slug = Field(exclude=True)
    design: Design
    """How the study was done."""
    comparison: Comparison
    """With whom the people or places that had it were compared."""
    of_exposure: bool = False
    """True where people live with something, or take part anyway; no activity is rated by it."""
    polarity: Polarity = Polarity.AS_ACTIVITY
    """`reverse` where what was studied is the opposite of the activity; its votes are turned over."""
    countries: tuple[CountryCode, ...] = ()
    """Codes such as `US`, `GB`, or `GB-ENG`, `GB-SCT`, `GB-WLS` and `GB-NIR` for the nations of the UK.

    At most five; a study of more has `scope: international`.
    """
    scope: Scope | None = None
    """For a study of more than five countries."""
    country_note: Text | None = None
    """The source's own words on where."""
    setting: Text | None = None
    """Where it took place, such as `GP practices`."""
    population: Text | None = None
    """Who took part."""
    sample_size: Annotated[int, Field(gt=0)] | None = None
    """People, households or areas, as the source counts them."""
    included_studies: Annotated[int, Field(gt=0)] | None = None
    """Studies in a review."""
    types: tuple[TypeSlug, ...] = ()
    """Activity types from `taxonomy.yml`."""
    on_topic: dict[Slug, OnTopic] = Field(default_factory=dict)
    """For each of the types: whether the study is about that activity."""
    evaluation: Slug | None = None
    """The programme, trial or cohort whose reports share this name: together they are one vote."""
    includes: tuple[StudyKey, ...] = ()
    """Studies on record that a review brings together; they do not vote beside it."""
    themes: tuple[ThemeSlug, ...] = ()
    """Subjects from `taxonomy.yml` that cut across activity types."""
    domains: tuple[DomainSlug, ...] = ()
    """Domains of a study that carries no activity type; otherwise they follow from the types."""
    intervention: Text
    """What was done, in your own words."""
    comparator: Text | None = None
    """What those had who were compared with; null where there were none or it was not seen."""
    outcomes: tuple[Outcome, ...] = Field(min_length=1)
    bias: Bias
    """The risk of bias that was told; for a review, of the studies in it."""
    bias_by: BiasBy | None = None
    """Who judged the risk of bias; left out where none was told."""
    quality: Text | None = None
    """What the source or the coder says of quality and risk of bias."""
    inequality: Text | None = None
    """Whether results differ between better-off and worse-off people."""
    companion_of: StudyKey | None = None
    """Key of the report of the same study that carries the main results."""
    summary: Text
    """What was found, in one or two sentences of your own, at most 30 words each."""
    status: StudyStatus | None = None
    """Set where the study was retracted or is under an expression of concern: it then counts nowhere."""
    notice: Notice | None = None
    """The notice that says so."""
    provenance: Provenance

    @model_validator(mode="after")
    def has_its_notice(self) -> "Study":
        """Refuse a status without its notice, and a notice without a status."""
        if (self.status is None) != (self.notice is None):
            raise ValueError("`status` and `notice` stand together, or neither does")
        return self

    @property
    def status_label(self) -> str:
        """Say what a notice made of the study; nothing where none did."""
        return self.status.label if self.status else ""

    @property
    def in_uk(self) -> bool:
        """Say whether the study was done in the UK or a part of it; never true of an international set."""
        return bool(self.countries) and all(code.startswith("GB") for code in self.countries)

    @property
    def is_opposite(self) -> bool:
        """Say whether the opposite of an activity was studied; what people live with is no activity."""
        return self.polarity is Polarity.REVERSE and not self.of_exposure

    def is_off_topic(self, slug: str) -> bool:
        """Say whether the study carries an activity type without having studied that activity."""
        return self.on_topic.get(slug) is OnTopic.NO

    def comparison_of(self, outcome: Outcome) -> Comparison:
        """Give the comparison behind a result of the study: its own, or else that of the study."""
        return outcome.comparison or self.comparison
