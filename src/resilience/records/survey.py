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
    predictor_group: Slug | None = None
    reference: Text | None = None
    """What the predictor is compared with."""
    outcome: Text
    category: OutcomeSlug
    measure: Text
    estimate: float | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    ci_level: int | None = None
    """Percent."""
    range_low: float | None = None
    range_high: float | None = None
    unit: Text | None = None
    count: int | None = None
    direction: Text | None = None
    note: Text | None = None
    source: Source


class Wave(Record):
    """One wave of a survey."""

    wave: int
    when: Text
    fieldwork: Text | None = None
    n: int | None = None
    households_approx: int | None = None
    n_high_deprivation: int | None = None
    n_low_deprivation: int | None = None
    men: int | None = None
    men_pct: float | None = None
    women: int | None = None
    women_pct: float | None = None
    source: Source


class EvaluationAreas(Record):
    """How many areas the evaluation compared."""

    intervention: int
    comparison: int


class Interviews(Record):
    """Interviews on how the programme was seen to work."""

    n: int
    year: int


class PropertyFinding(Statement):
    """A finding from interviews, under one system property."""

    property: SystemProperty


class Evaluation(Record):
    """The main evaluation of the programme."""

    work: WorkKey
    design: Text
    areas: EvaluationAreas
    waves: tuple[Wave, ...]
    waves_note: Text
    interviews: Interviews
    response_rate: float | None = None
    estimates: tuple[Estimate, ...]
    nulls: tuple[Statement, ...]
    findings: tuple[PropertyFinding, ...]
    strength: Statement


class SurveyAreas(Record):
    """How many areas the household survey covered."""

    neighbourhoods_for_learning: int
    disadvantaged_comparators: int
    relatively_advantaged: int
    total: int
    source: Source


class Instrument(Record):
    """A questionnaire scale."""

    measures: Text
    instrument: Text
    category: OutcomeSlug | None = None
    """The kind of outcome that it measures; null where it is none of `outcomes.yml`."""
    source: Source


class TopicOutcome(Record):
    """Questions of one topic that are about one kind of outcome."""

    category: OutcomeSlug
    items: tuple[Text, ...] = Field(min_length=1)
    """As they stand in the topic."""


class Topic(Record):
    """A group of survey questions."""

    topic: Slug
    items: tuple[Text, ...]
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
    name: Text
    design: Text
    design_sources: tuple[Source, ...]
    mode: Statement
    areas: SurveyAreas
    waves: tuple[Wave, ...]
    total_n: int
    in_both_waves: int
    totals_source: Source
    response_rate: float | None = None
    findings: tuple[Statement, ...]
    instruments: tuple[Instrument, ...]
    topics: tuple[Topic, ...]
    topics_source: Source


class SurveyStudy(Record):
    """A paper that analyses the survey."""

    work: WorkKey
    sample: Text
    n: int | None = None
    facts: tuple[Text, ...] = ()
    """Further facts on the sample, one each."""
    design: Text
    cautions: tuple[Text, ...] = ()
    source: Source
    estimates: tuple[Estimate, ...]


class CapacityStudy(Record):
    """A study of how the research collaboration itself worked."""

    work: WorkKey
    n: int | None = None
    design: Text
    text: Text
    source: Source


class Survey(Record):
    """Evaluation, household survey and the papers on it, `survey.yml`."""

    evaluation: Evaluation
    household_survey: HouseholdSurvey
    studies: tuple[SurveyStudy, ...]
    capacity_studies: tuple[CapacityStudy, ...]
    not_found: tuple[Text, ...]
    provenance: Provenance
