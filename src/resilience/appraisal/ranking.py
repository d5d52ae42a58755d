"""Rank activities in tiers by a group's swing weights, and tell how steady each stands.

The score is a weighted mean over the steps from worst to best that the group weighed against each other:
swing weights, as in chapter 6 of Department for Communities and Local Government. Multi-criteria analysis: a
manual. London 2009. The tier hangs on the share of random tries in which an activity is in the top. What is
not known is a gap from worst to best: it never settles a tier by itself.

It runs in the reader's browser too, so it knows the standard library only.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from math import fsum
from statistics import fmean

from resilience.appraisal.options import (
    BEST,
    COMMUNITY,
    NEED,
    WORST,
    Judged,
    Option,
    Rules,
    Span,
    need_of,
    outcome_of,
)
from resilience.appraisal.tries import Step, in_top

COMMUNITY_TOP = 10
MOST = 100.0
"""The weight of the step that matters most; the others are told against it."""


class CannotRank(ValueError):
    """Why nothing can be ranked, in a sentence."""


class Tier(StrEnum):
    """Where an activity stands."""

    LEADS = "leads"
    MIDDLE = "middle"
    CANNOT_TELL = "cannot-tell"


@dataclass(frozen=True)
class Group:
    """What a group decides: the outcomes it wants, how much each step counts, and its own view."""

    outcomes: tuple[str, ...]
    weights: Mapping[str, float] = field(default_factory=dict)
    """By step, 100 for the one that matters most, and for one that is left out; only their ratios count."""
    ruled_out: frozenset[str] = frozenset()
    """Slugs of types."""
    community: Mapping[str, float] = field(default_factory=dict)
    """The group's own scores, 0 to 10, by slug; a type without one is a gap once any has one."""

    @property
    def steps(self) -> tuple[str, ...]:
        """Name the steps from worst to best that the group weighs."""
        return (NEED, *self.outcomes, *((COMMUNITY,) if self.community else ()))


@dataclass(frozen=True)
class Ranked:
    """An activity with its place, its score from 0 to 100, and in how many of 100 tries it is in the top."""

    option: Option
    tier: Tier
    spans: Mapping[str, Span]
    """By step; a gap reaches from worst to best, and the mean of the other activities stands for it."""
    gaps: tuple[str, ...]
    """The steps on which nothing is known."""
    score: Span
    share: float
    if_worst: float
    """The same if what is not known of it were at its worst."""
    if_best: float


@dataclass(frozen=True)
class Ranking:
    """The activities on the table, steadiest first, and how they were ranked."""

    ranked: tuple[Ranked, ...]
    ruled_out: tuple[Option, ...]
    weights: Mapping[str, float]
    """By step, adding up to 100."""
    silent: tuple[str, ...]
    """Steps that count nothing here, for nothing is known on them of any activity."""
    top: int

    def of(self, tier: Tier) -> tuple[Ranked, ...]:
        """Give the activities of a tier."""
        return tuple(one for one in self.ranked if one.tier is tier)


def rank(options: Sequence[Option], percentiles: Mapping[str, float], group: Group, rules: Rules) -> Ranking:
    """Rank the activities about the outcomes that a group picked, for a place with these percentiles.

    Raises CannotRank where there is no outcome, no weight, or no activity left.
    """
    if not group.outcomes:
        raise CannotRank("Pick at least one outcome that you want to change.")
    about = [option for option in options if option.is_about(group.outcomes)]
    rows = [option for option in about if option.slug not in group.ruled_out]
    if not rows:
        raise CannotRank("Every activity for these outcomes is ruled out. Let at least one in.")
    steps = _steps(options, rows, percentiles, group, rules)
    silent = tuple(name for name, step in steps.items() if not any(step.cells))
    weights = _weights(group, [name for name in steps if name not in silent])
    weighed = {name: steps[name] for name in weights}
    top = max(1, min(rules.top, int(len(rows) * rules.top_share / 100)))
    shares = in_top(weighed, weights, top, rules)
    ranked = [
        _ranked(option, i, weighed, weights, shares[i], rules.leads_at) for i, option in enumerate(rows)
    ]
    ranked.sort(key=lambda one: (-one.share, -one.score.mid))
    return Ranking(
        ranked=tuple(ranked),
        ruled_out=tuple(option for option in about if option.slug in group.ruled_out),
        weights=weights,
        silent=silent,
        top=top,
    )


def _steps(
    options: Sequence[Option],
    rows: Sequence[Option],
    percentiles: Mapping[str, float],
    group: Group,
    rules: Rules,
) -> dict[str, Step]:
    """Give what is known on each step of the activities on the table.

    Of need all activities say what is usual in the place; of the other steps those on the table do.
    """
    needs = [need_of(option, percentiles) for option in options]
    steps = {
        NEED: Step([need_of(option, percentiles) for option in rows], [one.span.mid for one in needs if one])
    }
    for outcome in group.outcomes:
        steps[outcome] = Step.of([outcome_of(option, outcome, rules) for option in rows])
    if group.community:
        given = [group.community.get(option.slug) for option in rows]
        steps[COMMUNITY] = Step.of([None if own is None else _own(own) for own in given])
    return steps


def _own(score: float) -> Judged:
    point = BEST * score / COMMUNITY_TOP
    return Judged(((point, point),))


def _weights(group: Group, steps: Sequence[str]) -> dict[str, float]:
    """Give the weights above 0 of the steps on which something is known, adding up to 100."""
    weights = {step: group.weights.get(step, MOST) for step in steps}
    # Exact sums, for the plain one of a browser's newer Python differs in the last bit.
    total = fsum(weights.values())
    if not total:
        raise CannotRank("Nothing that is known here has a weight. Give at least one step more than 0.")
    return {step: 100 * weight / total for step, weight in weights.items() if weight}


def _ranked(
    option: Option,
    place: int,
    steps: Mapping[str, Step],
    weights: Mapping[str, float],
    shares: tuple[float, float, float],
    leads_at: float,
) -> Ranked:
    spans = {name: _span(step, place) for name, step in steps.items()}
    low, mid, high = (
        fsum(weights[name] * span[end] for name, span in spans.items()) / 100 for end in range(3)
    )
    share, if_worst, if_best = shares
    return Ranked(
        option=option,
        tier=_tier(if_worst, if_best, leads_at),
        spans=spans,
        gaps=tuple(name for name, step in steps.items() if step.cells[place] is None),
        score=Span(low, mid, high),
        share=share,
        if_worst=if_worst,
        if_best=if_best,
    )


def _span(step: Step, place: int) -> Span:
    """Give the span of a cell; a gap reaches from worst to best, and what is usual stands for it."""
    cell = step.cells[place]
    return Span(WORST, fmean(step.usual), BEST) if cell is None else cell.span


def _tier(if_worst: float, if_best: float, leads_at: float) -> Tier:
    """Lead only where no gap could undo it; where gaps alone decide, nobody can tell."""
    if if_worst >= leads_at:
        return Tier.LEADS
    return Tier.CANNOT_TELL if if_best >= leads_at else Tier.MIDDLE
