"""Sets of results brought together as far as the rules allow: pooled, or refused with reasons."""

from collections.abc import Sequence
from dataclasses import dataclass

from resilience.evidence import EvidenceBase
from resilience.findings.pool_left_out import LeftOutResults, left_out_of
from resilience.findings.pool_members import PoolMember, SetVotes, members_of, votes_of
from resilience.records.pool import Pool
from resilience.records.vocabulary import PoolUse
from resilience.synthesis import (
    Asymmetry,
    CannotPool,
    Effects,
    Headline,
    HeterogeneityInterval,
    IntervalMethod,
    Method,
    Objection,
    Pooled,
    egger,
    headline,
    heterogeneity_interval,
    objections,
    pool,
)

METHODS = (Method.FE, Method.DL, Method.PM, Method.REML, Method.ML)


@dataclass(frozen=True)
class PoolResult:
    """A set with everything that may be said of it."""

    definition: Pool
    members: tuple[PoolMember, ...]
    against: tuple[Objection, ...]
    """What the rules say against pooling, whatever the definition says."""
    headline: Headline | None
    """The pooled effect that leads; none where the set is not to be pooled, or a rule forbids it."""
    heterogeneity: HeterogeneityInterval | None
    by_method: tuple[Pooled, ...]
    without: tuple[Headline, ...]
    """Without each of the pooled members in turn; empty where too few would be left."""
    asymmetry: Asymmetry | None
    """None below ten effects, where the test and the funnel say nothing."""
    votes: SetVotes | None
    left_out: LeftOutResults

    @property
    def in_pool(self) -> tuple[PoolMember, ...]:
        """The members that are pooled; none where the set is not."""
        return pooled_members(self.members) if self.headline else ()

    @property
    def of_exposure(self) -> bool:
        """Say whether a result is of what people live with, so that the set says what goes with it."""
        return any(member.study and member.study.of_exposure for member in self.members)

    @property
    def may_be_pooled(self) -> bool:
        """Say whether the set, or a group in it, may be pooled, so that readers can analyse it anew."""
        return bool(self.headline) or self.definition.use is PoolUse.SUBGROUPS

    @property
    def refused(self) -> bool:
        """Say whether the definition asks for a pooled value and a rule forbids it."""
        return self.definition.use is PoolUse.POOLED and self.headline is None


def pooled_members(members: Sequence[PoolMember]) -> tuple[PoolMember, ...]:
    """Give the members that have an effect and are not left out."""
    return tuple(member for member in members if member.effect and not member.why_not)


def result_of(base: EvidenceBase, definition: Pool) -> PoolResult:
    """Bring the results of a set together as far as the rules allow."""
    members = tuple(members_of(base, definition))
    chosen = pooled_members(members)
    samples = [member.sample for member in chosen]
    clustered = bool(definition.table) and len(set(samples)) < len(samples)
    against = _against(definition, members, chosen, clustered)
    effects = _effects(chosen) if definition.use is PoolUse.POOLED and not against else None
    return PoolResult(
        definition=definition,
        members=members,
        against=against,
        headline=headline(effects, samples) if effects else None,
        heterogeneity=heterogeneity_interval(effects) if effects else None,
        by_method=tuple(_by_method(effects)) if effects else (),
        without=tuple(_without(effects, samples)) if effects else (),
        asymmetry=_asymmetry(effects),
        votes=votes_of(members, against, base.rating.share_of_results),
        left_out=left_out_of(definition, base.pools, base.studies, base.withdrawn.values()),
    )


def _against(
    definition: Pool, members: Sequence[PoolMember], chosen: Sequence[PoolMember], clustered: bool
) -> tuple[Objection, ...]:
    """Collect what speaks against pooling: of those chosen, or of all where none is to be pooled."""
    asked = chosen if definition.use is PoolUse.POOLED else members
    candidates = [member.candidate for member in asked]
    return tuple(objections(candidates, rare_events=definition.rare_events, clustered=clustered))


def _effects(members: Sequence[PoolMember]) -> Effects:
    effects = [member.effect for member in members if member.effect]
    return Effects.of([effect.yi for effect in effects], [effect.vi for effect in effects])


def _by_method(effects: Effects) -> list[Pooled]:
    found = []
    for method in METHODS:
        for interval in IntervalMethod:
            try:
                found.append(pool(effects, method, interval))
            except CannotPool:
                continue
    return found


def _without(effects: Effects, samples: Sequence[str]) -> list[Headline]:
    """Pool again without each effect in turn, with the interval that leads."""
    places = range(effects.k)
    try:
        return [
            headline(
                effects.chosen([i for i in places if i != left]), [samples[i] for i in places if i != left]
            )
            for left in places
        ]
    except CannotPool:
        return []


def _asymmetry(effects: Effects | None) -> Asymmetry | None:
    try:
        return egger(effects) if effects else None
    except CannotPool:
        return None
