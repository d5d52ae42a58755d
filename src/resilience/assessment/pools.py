"""Sets of results brought together as far as the rules allow: pooled, or refused with reasons."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..evidence import EvidenceBase
from ..records.pool import Pool
from ..records.vocabulary import Direction, PoolUse
from ..synthesis import (
    Asymmetry,
    CannotPool,
    Effects,
    HeterogeneityInterval,
    IntervalMethod,
    Method,
    Objection,
    Pooled,
    Robust,
    SignTest,
    direction_of_study,
    egger,
    heterogeneity_interval,
    leave_one_out,
    objections,
    pool,
    pool_clusters,
    sign_test,
)
from .pool_members import PoolMember, members_of

METHOD = Method.REML
INTERVAL = IntervalMethod.Z
METHODS = (Method.FE, Method.DL, Method.PM, Method.REML, Method.ML)


@dataclass(frozen=True)
class PoolResult:
    """A set with everything that may be said of it."""

    definition: Pool
    members: tuple[PoolMember, ...]
    against: tuple[Objection, ...]
    """What the rules say against pooling, whatever the definition says."""
    pooled: Pooled | None
    """None where the set is not to be pooled, or a rule forbids it."""
    robust: Robust | None
    """With an interval that knows of samples with several effects; none where there are none."""
    heterogeneity: HeterogeneityInterval | None
    by_method: tuple[Pooled, ...]
    without: tuple[Pooled, ...]
    """Without each of the pooled members in turn."""
    asymmetry: Asymmetry | None
    signs: SignTest | None

    @property
    def in_pool(self) -> tuple[PoolMember, ...]:
        """The members that are pooled."""
        return pooled_members(self.members)

    @property
    def refused(self) -> bool:
        """Say whether the definition asks for a pooled value and a rule forbids it."""
        return self.definition.use is PoolUse.POOLED and self.pooled is None


def pooled_members(members: Sequence[PoolMember]) -> tuple[PoolMember, ...]:
    """Give the members that have an effect and are not left out."""
    return tuple(member for member in members if member.effect and not member.why_not)


def result_of(base: EvidenceBase, definition: Pool) -> PoolResult:
    """Bring the results of a set together as far as the rules allow."""
    members = tuple(members_of(base, definition))
    chosen = pooled_members(members)
    clusters = [member.sample for member in chosen]
    clustered = bool(definition.table) and len(set(clusters)) < len(clusters)
    against = _against(definition, members, chosen, clustered)
    effects = _effects(chosen) if definition.use is PoolUse.POOLED and not against else None
    return PoolResult(
        definition=definition,
        members=members,
        against=against,
        pooled=pool(effects, METHOD, INTERVAL) if effects else None,
        robust=pool_clusters(effects, clusters, METHOD) if effects and clustered else None,
        heterogeneity=heterogeneity_interval(effects) if effects else None,
        by_method=tuple(_by_method(effects)) if effects else (),
        without=tuple(leave_one_out(effects, METHOD, INTERVAL)) if effects else (),
        asymmetry=_asymmetry(effects),
        signs=_signs(members),
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


def _asymmetry(effects: Effects | None) -> Asymmetry | None:
    try:
        return egger(effects) if effects else None
    except CannotPool:
        return None


def _signs(members: Sequence[PoolMember]) -> SignTest | None:
    """Test the directions, one vote a study."""
    by_study: dict[str, list[Direction]] = {}
    for member in members:
        if member.study and member.direction:
            by_study.setdefault(member.study.key, []).append(member.direction)
    votes = Counter(direction_of_study(directions) for directions in by_study.values())
    try:
        return sign_test(votes[Direction.BENEFIT], votes[Direction.HARM])
    except CannotPool:
        return None
