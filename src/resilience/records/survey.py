"""The programme's evaluation and the household survey: published figures, as printed."""

from pydantic import Field, model_validator

from resilience.records.base import Record, Slug, Text
from resilience.records.provenance import Provenance, Source, Statement
from resilience.records.slugs import OutcomeSlug, WorkKey
from resilience.records.vocabulary import SystemProperty


class Estimate(Record):
    """One published figure. A limit that is null was not seen; almost all are associations, not effects."""

    model: Text | None = None
    """The statistical model or table that the figure belongs to."""
    predictor: Text | None = None
    """What goes with the outcome."""
    predictor_group: Slug | None = None
    """What kind of predictor that is, such as `health`."""
    reference: Text | None = None
    """What the predictor is compared with."""
    outcome: Text
    """The outcome, in words."""
    category: OutcomeSlug
    """The outcome category."""
    measure: Text
    """The measure of the outcome."""
    estimate: float | None = None
    """The number as printed."""
    ci_low: float | None = None
    """Lower limit of its interval, of the level under `ci_level`."""
    ci_high: float | None = None
    """Upper limit of its interval."""
    ci_level: int | None = None
    """Percent."""
    range_low: float | None = None
    """The lower end, where the source gives a range."""
    range_high: float | None = None
    """The upper end of that range."""
    unit: Text | None = None
    """What the number counts."""
    count: int | None = None
    """A count, where the figure is one."""
    direction: Text | None = None
    """Which way it points for people."""
    note: Text | None = None
    """What a reader should know besides."""
    source: Source


class Wave(Record):
    """One wave of a survey."""

    wave: int
    """Its number."""
    when: Text
    """When it was, in the source's words."""
    fieldwork: Text | None = None
    """The months in which people were asked."""
    n: int | None = None
    """How many answered."""
    households_approx: int | None = None
    """About how many households."""
    n_high_deprivation: int | None = None
    """How many in more deprived areas."""
    n_low_deprivation: int | None = None
    """How many in less deprived areas."""
    men: int | None = None
    """How many men."""
    men_pct: float | None = None
    """Men, of 100."""
    women: int | None = None
    """How many women."""
    women_pct: float | None = None
    """Women, of 100."""
    source: Source


class EvaluationAreas(Record):
    """How many areas the evaluation compared."""

    intervention: int
    """Areas of the programme."""
    comparison: int
    """Areas that they were compared with."""


class Interviews(Record):
    """Interviews on how the programme was seen to work."""

    n: int
    """How many."""
    year: int
    """When."""


class PropertyFinding(Statement):
    """A finding from interviews, under one system property."""

    property: SystemProperty
    """Which of the five properties it speaks of."""


class Evaluation(Record):
    """The main evaluation of the programme."""

    work: WorkKey
    """The work that reports it."""
    design: Text
    """How it was done."""
    areas: EvaluationAreas
    waves: tuple[Wave, ...]
    waves_note: Text
    """What a reader should know of its waves."""
    interviews: Interviews
    response_rate: float | None = None
    """How many of those asked answered, as printed."""
    estimates: tuple[Estimate, ...]
    nulls: tuple[Statement, ...]
    findings: tuple[PropertyFinding, ...]
    strength: Statement


class SurveyAreas(Record):
    """How many areas the household survey covered."""

    neighbourhoods_for_learning: int
    """Neighbourhoods of the programme."""
    disadvantaged_comparators: int
    """Other deprived areas."""
    relatively_advantaged: int
    """Better-off areas."""
    total: int
    """All of them."""
    source: Source


class Instrument(Record):
    """A questionnaire scale."""

    measures: Text
    """What it measures."""
    instrument: Text
    """The questionnaire or test."""
    category: OutcomeSlug | None = None
    """The kind of outcome that it measures; null where it is none of `outcomes.yml`."""
    source: Source


class TopicOutcome(Record):
    """Questions of one topic that are about one kind of outcome."""

    category: OutcomeSlug
    """The outcome category."""
    items: tuple[Text, ...] = Field(min_length=1)
    """As they stand in the topic."""


class Topic(Record):
    """A group of survey questions."""

    topic: Slug
    """What the questions are about."""
    items: tuple[Text, ...]
    """What is asked."""
    outcomes: tuple[TopicOutcome, ...] = ()
    """The kinds of outcome that some of its questions are about."""

    @model_validator(mode="after")
    def _only_its_own(self) -> "Topic":
        named = [item for one in self.outcomes for item in one.items]
        if strange := [item for item in named if item not in self.items]:
            raise ValueError(f"outcomes has “{strange[0]}”, which is not among the items of {self.topic}")
        return self


class HouseholdSurvey(Record):
    """The household health survey as a whole."""

    work: WorkKey
    """The work that reports it."""
    name: Text
    """What it is called."""
    design: Text
    """How it was done."""
    design_sources: tuple[Source, ...]
    mode: Statement
    areas: SurveyAreas
    waves: tuple[Wave, ...]
    total_n: int
    """How many answered in all."""
    in_both_waves: int
    """How many answered twice."""
    totals_source: Source
    response_rate: float | None = None
    """How many of those asked answered, as printed."""
    findings: tuple[Statement, ...]
    instruments: tuple[Instrument, ...]
    topics: tuple[Topic, ...]
    topics_source: Source


class SurveyStudy(Record):
    """A paper that analyses the survey."""

    work: WorkKey
    """The work that reports it."""
    sample: Text
    """Whose answers it used."""
    n: int | None = None
    """How many."""
    facts: tuple[Text, ...] = ()
    """Further facts on the sample, one each."""
    design: Text
    """How it was done."""
    cautions: tuple[Text, ...] = ()
    """What a reader must know before using it."""
    source: Source
    estimates: tuple[Estimate, ...]


class CapacityStudy(Record):
    """A study of how the research collaboration itself worked."""

    work: WorkKey
    """The work that reports it."""
    n: int | None = None
    """How many people."""
    design: Text
    """How it was done."""
    text: Text
    """What was found."""
    source: Source


class Survey(Record):
    """Evaluation, household survey and the papers on it, `survey.yml`."""

    evaluation: Evaluation
    household_survey: HouseholdSurvey
    studies: tuple[SurveyStudy, ...]
    capacity_studies: tuple[CapacityStudy, ...]
    not_found: tuple[Text, ...]
    """What was looked for and not found."""
    provenance: Provenance
