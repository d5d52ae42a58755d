"""What is on record on the question of a set but not in it, and the reason that the set gives.

A result is on the same question where it is on the same category of outcomes, comes from a study of one of
the same activities, and has a number that could stand beside those in the set. Reporting guidelines ask for
this: Campbell M and others. Synthesis without meta-analysis (SWiM). BMJ 2020;368:l6890, item 4.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from resilience.findings.votes import WITHDRAWN, speaks_to
from resilience.records.english import sentence
from resilience.records.pool import LeftOut, Pool
from resilience.records.study import Outcome, Study
from resilience.records.vocabulary import Comparison, LeftOutKind, Metric, PoolUse


class LeftOutResult(NamedTuple):
    """A result that is not in a set."""

    study: Study
    outcome: Outcome
    why: str
    """Empty where the set gives no reason."""
    other_set: str | None
    """The slug of the set in which it stands, which is reason enough."""

    @property
    def is_explained(self) -> bool:
        """Say whether a reader learns why it is left out."""
        return bool(self.why or self.other_set)


class LeftOutResults(NamedTuple):
    """What a set leaves out."""

    listed: tuple[LeftOutResult, ...]
    """Results that could stand beside those in the set, and those of studies that it names."""
    others: int
    """Further results on the same outcome and activities, without a number or with one of another kind."""


class _Question(NamedTuple):
    """What makes a result one on the question of a set."""

    types: frozenset[str]
    themes: frozenset[str]
    families: frozenset[str]
    """Kinds of numbers that could be compared; empty where results are only counted by direction."""
    members: frozenset[str]
    """Keys of the studies in the set."""


def left_out_of(
    definition: Pool,
    pools: Mapping[str, Pool],
    studies: Mapping[str, Study],
    withdrawn: Iterable[Study] = (),
) -> LeftOutResults:
    """Give what a set leaves out, with the reasons; `pools` are all sets, by slug.

    Results of studies with a notice that were in the set come first.
    """
    asked = _question(definition, studies)
    named = {key for entry in definition.left_out for key in entry.studies}
    listed, others = list(_withdrawn(definition, withdrawn)), 0
    for study, outcome in _not_in(definition, studies):
        near = _is_near(asked, study, outcome)
        if study.key in named or (near and _is_comparable(asked, outcome)):
            other = outcome.pool if outcome.pool in pools else None
            why = _reason(definition, asked, study, outcome)
            listed.append(LeftOutResult(study, outcome, why, other))
        else:
            others += near
    return LeftOutResults(tuple(listed), others)


def _withdrawn(definition: Pool, withdrawn: Iterable[Study]) -> Iterator[LeftOutResult]:
    for study in withdrawn:
        for outcome in study.outcomes:
            if outcome.pool == definition.slug and study.status:
                yield LeftOutResult(study, outcome, sentence(f"{WITHDRAWN[study.status]}."), None)


def _not_in(definition: Pool, studies: Mapping[str, Study]) -> Iterator[tuple[Study, Outcome]]:
    """Go through the results on the outcome of a set that are not in it."""
    for study in studies.values():
        for outcome in study.outcomes:
            if outcome.pool != definition.slug and outcome.category == definition.outcome:
                yield study, outcome


def _question(definition: Pool, studies: Mapping[str, Study]) -> _Question:
    held = [
        (study, outcome)
        for study in studies.values()
        for outcome in study.outcomes
        if outcome.pool == definition.slug
    ]
    types = {slug for study, outcome in held for slug in _types(study, outcome)}
    metrics = {outcome.effect.metric for _, outcome in held if outcome.effect and outcome.effect.metric}
    if definition.metric:
        metrics.add(definition.metric)
    is_counted = definition.use is PoolUse.DIRECTION_ONLY
    return _Question(
        types=frozenset(types),
        themes=frozenset(theme for study, _ in held for theme in study.themes),
        families=frozenset() if is_counted else frozenset(map(_family, metrics)),
        members=frozenset(study.key for study, _ in held),
    )


def _types(study: Study, outcome: Outcome) -> set[str]:
    """Give the activities of which a result tells."""
    return {slug for slug in study.types if not study.is_off_topic(slug) and speaks_to(outcome, slug)}


def _family(metric: Metric) -> str:
    """Name what a number is, so that those of one name can stand side by side."""
    return "ratio" if metric.is_ratio else metric.value


def _is_near(asked: _Question, study: Study, outcome: Outcome) -> bool:
    """Say whether a result is of one of the activities; those of none are told apart by their themes."""
    if asked.types:
        return bool(asked.types & _types(study, outcome))
    return not study.types and bool(asked.themes.intersection(study.themes))


def _is_comparable(asked: _Question, outcome: Outcome) -> bool:
    """Say whether a result has a number of the kind that the set has; any will do where none is needed."""
    effect = outcome.effect
    if not asked.families:
        return True
    return bool(
        effect and effect.value is not None and effect.metric and _family(effect.metric) in asked.families
    )


def _reason(definition: Pool, asked: _Question, study: Study, outcome: Outcome) -> str:
    """Give the reason for the study by name, else the first that is for a kind of such results."""
    entries = sorted(definition.left_out, key=lambda entry: entry.kind is not None)
    return next((entry.because for entry in entries if _covers(entry, asked, study, outcome)), "")


def _covers(entry: LeftOut, asked: _Question, study: Study, outcome: Outcome) -> bool:
    if entry.kind is LeftOutKind.EXPOSURE:
        return study.of_exposure
    if entry.kind is LeftOutKind.REVIEW:
        return study.comparison_of(outcome) is Comparison.REVIEW
    if entry.kind is LeftOutKind.SAME_STUDY:
        return study.key in asked.members
    return study.key in entry.studies
