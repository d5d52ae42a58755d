"""The results in a set, each with its effect or with why it has none, and which way they point."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from resilience.evidence import EvidenceBase
from resilience.findings.votes import Result, evaluation_of, joint_direction, result_for, tiers_of, voting_of
from resilience.records.pool import Member, Pool
from resilience.records.study import Study
from resilience.records.vocabulary import Comparison, Direction, Metric, PoolUse
from resilience.synthesis import (
    FEWEST_VOTES,
    Candidate,
    CannotPool,
    Comparable,
    Objection,
    Reported,
    SignTest,
    comparable,
    sign_test,
)
from resilience.synthesis.distributions import critical_z
from resilience.synthesis.scale import Source

TWICE = frozenset({"one-study-twice", "reviews-beside-studies"})
"""Objections after which votes are not independent of each other, so that no chance can be given for them."""


@dataclass(frozen=True)
class PoolMember:
    """One result in a set."""

    label: str
    result: Result | None
    """None for a study of which only the table of effects tells."""
    evaluation: str
    """The evaluation whose reports are one vote; the sample for a study of a table."""
    measure: str
    metric: Metric
    value: float | None
    ci_low: float | None
    ci_high: float | None
    """As the source prints them, turned where the source counts the other way round."""
    effect: Comparable | None
    """On the scale of pooling; none where it can't be had or is not looked for."""
    why_not: str
    """Why it can't be pooled, or what the definition says against it; else empty."""
    group: str
    sample: str
    said: Member | None
    """What the definition says of it."""

    @property
    def study(self) -> Study | None:
        """The coded study."""
        return self.result.study if self.result else None

    @property
    def is_review(self) -> bool:
        """Say whether it brings several studies together."""
        found = self.result
        return found is not None and found.study.comparison_of(found.outcome) is Comparison.REVIEW

    @property
    def candidate(self) -> Candidate:
        """What the rules against pooling ask of it."""
        key = self.study.key if self.study else self.sample
        return Candidate(
            label=self.label,
            study=key,
            metric=self.metric.value,
            unit=self.said.unit if self.said else None,
            sample=self.sample,
            companion_of=self.evaluation if self.evaluation != key else None,
            is_review=self.is_review,
        )


def members_of(base: EvidenceBase, pool: Pool) -> list[PoolMember]:
    """Gather the results of a set, in the order of their names."""
    found = list(_from_table(base, pool) if pool.table else _from_studies(base, pool))
    return sorted(found, key=lambda member: (member.group, member.label.lower(), member.measure))


def of_exposure(base: EvidenceBase) -> frozenset[str]:
    """Name the sets that hold a result of what people live with: they say what goes with it."""
    return frozenset(
        outcome.pool
        for study in base.studies.values()
        for outcome in study.outcomes
        if study.of_exposure and outcome.pool
    )


def _from_studies(base: EvidenceBase, pool: Pool) -> Iterator[PoolMember]:
    said = {(member.study, member.measure): member for member in pool.members}
    tiers = tiers_of(base.rating)
    for study in base.studies.values():
        for outcome in study.outcomes:
            if outcome.pool == pool.slug:
                found = result_for(study, outcome, tiers)
                yield _member(base, pool, found, said.get((study.key, outcome.measure)))


def _member(base: EvidenceBase, pool: Pool, result: Result, said: Member | None) -> PoolMember:
    study, outcome = result.study, result.outcome
    reported = outcome.effect
    metric = reported.metric if reported and reported.metric else Metric.OTHER
    value, low, high = (reported.value, reported.ci_low, reported.ci_high) if reported else (None, None, None)
    if said and said.turned:
        value, low, high = (None if part is None else -part for part in (value, high, low))
    member = PoolMember(
        label=base.cited[study.key],
        result=result,
        evaluation=evaluation_of(base.studies, study),
        measure=outcome.measure,
        metric=metric,
        value=value,
        ci_low=low,
        ci_high=high,
        effect=None,
        why_not=said.left_out or "" if said else "",
        group=said.group or "" if said else "",
        sample=study.key,
        said=said,
    )
    if pool.use is PoolUse.DIRECTION_ONLY:
        return member
    try:
        p = reported.p if reported else None
        effect = comparable(Reported(metric.value, metric.is_ratio, value, low, high, p=p))
    except CannotPool as reason:
        return replace(member, why_not=member.why_not or str(reason))
    return replace(member, effect=effect)


def _from_table(base: EvidenceBase, pool: Pool) -> Iterator[PoolMember]:
    for row in base.pool_tables[str(pool.table)]:
        yi, vi = float(row["yi"]), float(row["vi"])
        half = critical_z() * vi**0.5
        metric = pool.metric or Metric.OTHER
        sample = f"sample {row['sample_id']}"
        yield PoolMember(
            label=row["study"],
            result=None,
            evaluation=sample,
            measure=_measure(row),
            metric=metric,
            value=yi,
            ci_low=yi - half,
            ci_high=yi + half,
            effect=Comparable(metric.value, yi, vi, Source.SE),
            why_not="",
            group="",
            sample=sample,
            said=None,
        )


def _measure(row: dict[str, str]) -> str:
    """Name an effect by what tells it from others of its sample."""
    parts = [row.get("scale", ""), row.get("subgroup", ""), row.get("activity", "")]
    return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class SetVotes:
    """The votes in a set, all results with a direction together, clear of no effect or not."""

    votes: Counter[Direction]
    """Votes by direction; those without a side are counted too."""
    signs: SignTest | None
    """None below `FEWEST_VOTES`, and where votes may share people."""
    share_people: bool
    """Whether a review or a further report stands among the votes, so that people may count twice."""

    @property
    def with_a_side(self) -> int:
        """Count the votes to one side or the other."""
        return self.votes[Direction.BENEFIT] + self.votes[Direction.HARM]


def votes_of(members: Sequence[PoolMember], against: Sequence[Objection], share: Fraction) -> SetVotes | None:
    """Count the votes of the members of a set; `share` is that of results that must agree in an evaluation.

    None where no member is a coded study.
    """
    by_evaluation: dict[str, list[Result]] = defaultdict(list)
    for member in members:
        if member.result:
            by_evaluation[member.evaluation].append(member.result)
    if not by_evaluation:
        return None
    votes = Counter(
        joint_direction([result.direction for result in voting_of(results)], share)
        for results in by_evaluation.values()
    )
    share_people = any(objection.rule in TWICE for objection in against)
    benefit, harm = votes[Direction.BENEFIT], votes[Direction.HARM]
    enough = benefit + harm >= FEWEST_VOTES and not share_people
    return SetVotes(votes, sign_test(benefit, harm) if enough else None, share_people)
