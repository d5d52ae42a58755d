"""Which one result gives the size of a rated cell: a rule of its own, whatever the order of the records.

1. The pooled result of the review that leads the votes; else the largest randomised trial; else the largest
   other controlled evaluation. Trials and evaluations that a review holds are among them.
2. Only main results that speak to the activity and have a number. Those that studied its opposite stand
   behind all that studied it.
3. Where two are as large, or no size is told, and among the results of one study: one that studied just this
   activity; one with an interval; of the group's first category; of the review with most studies; of which a
   size can be told; then of one unit the one nearest to no effect, so that a choice never makes an effect
   larger. The words of unit and measure settle what is left.
"""

from collections.abc import Iterator
from typing import NamedTuple

from resilience.evidence import EvidenceBase
from resilience.findings.ratings import RatedCell
from resilience.findings.scales import scale_named
from resilience.findings.size_words import NoSize, Said, said
from resilience.findings.votes import column_of, speaks_to, tiers_of
from resilience.records.study import Effect, Outcome, Study
from resilience.records.vocabulary import Estimand, Metric, OnTopic, Tier

PLACES = {Tier.REVIEW: 0, Tier.TRIAL: 1, Tier.CONTROLLED: 2}


class Numbered(NamedTuple):
    """A result in a cell with a number."""

    study: Study
    outcome: Outcome
    effect: Effect
    value: float
    tier: Tier


class Chosen(NamedTuple):
    """The result that gives the size, and what it says."""

    result: Numbered
    said: Said


def chosen(base: EvidenceBase, cell: RatedCell) -> Chosen | None:
    """Choose the result that gives the size of a cell; None where no result could."""
    order = list(base.outcomes)
    found = [
        Chosen(one, said(one.outcome, scale_named(base.scales.values(), one.outcome)))
        for one in _numbered(base, cell)
        if _counts(one, cell)
    ]
    return min(found, key=lambda one: (*_key(one.result, cell, order), *_last(one)), default=None)


def why_none(base: EvidenceBase, cell: RatedCell) -> NoSize:
    """Say why no result of a cell could give its size."""
    weighed = cell.rating.weighed
    if not cell.votes:
        return NoSize.NOT_STUDIED
    if not (weighed.voters or weighed.included or weighed.silent):
        return NoSize.NO_COMPARISON
    compared = [one for one in _numbered(base, cell) if one.tier is not Tier.OTHER]
    if any(one.outcome.estimand is Estimand.MAIN for one in compared):
        return NoSize.OTHER_REVIEW
    return NoSize.PART_ONLY if compared else NoSize.NO_NUMBER


def _numbered(base: EvidenceBase, cell: RatedCell) -> Iterator[Numbered]:
    """Give the results with a number of all that vote in a cell, or that a review holds."""
    weighed, tiers = cell.rating.weighed, tiers_of(base.rating)
    for key in sorted({key for vote in (*weighed.voters, *weighed.included) for key in vote.reports}):
        study = base.studies[key]
        for outcome in study.outcomes:
            in_cell = column_of(base, outcome.category) == cell.group.slug and speaks_to(
                outcome, cell.type.slug
            )
            effect = outcome.effect
            if in_cell and effect is not None and effect.value is not None:
                tier = tiers[study.comparison_of(outcome)]
                yield Numbered(study, outcome, effect, effect.value, tier)


def _counts(one: Numbered, cell: RatedCell) -> bool:
    """Say whether a result may give the size: a main result of a trial, a control or the leading review."""
    lead = cell.rating.weighed.lead
    leads = lead is not None and one.study.key in lead.reports
    compared = one.tier.can_compare or (one.tier is Tier.REVIEW and leads)
    return compared and one.outcome.estimand is Estimand.MAIN


def _key(one: Numbered, cell: RatedCell, order: list[str]) -> tuple[int, ...]:
    is_review = one.tier is Tier.REVIEW
    return (
        int(one.study.is_opposite),
        PLACES[one.tier],
        0 if is_review else -(one.study.sample_size or 0),
        int(one.study.on_topic.get(cell.type.slug) is OnTopic.PART),
        int(not one.outcome.has_interval),
        order.index(one.outcome.category),
        -(one.study.included_studies or 0),
    )


def _last(one: Chosen) -> tuple[bool, int, str, float, str, str]:
    result = one.result
    metric = result.effect.metric or Metric.OTHER
    return (
        one.said.why_not is not None,
        list(Metric).index(metric),
        result.outcome.unit or "",
        abs(result.value - 1) if metric.is_ratio else abs(result.value),
        result.outcome.measure,
        result.study.key,
    )
