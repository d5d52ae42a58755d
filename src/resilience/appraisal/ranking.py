"""Rank options by the weights of a group, and tell how much the ranking hangs on the weights.

The score is the weighted mean over the grounds on which an option is known.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from resilience.appraisal.options import COMMUNITY, GROUNDS, Option
from resilience.records.appraisal import AppraisalRules, Weights

COMMUNITY_TOP = 10
TOP = 5
_SEED = 2026
_NUMBER = 500
_DECIMALS = 3
_FURTHEST = 2.0


class CannotRank(ValueError):
    """Why nothing can be ranked, in a sentence."""


@dataclass(frozen=True)
class Group:
    """What a group decides: how much each ground counts, what is ruled out, and its own scores."""

    weights: Mapping[str, float]
    """By the name of the ground; only their ratios matter."""
    ruled_out: frozenset[str] = frozenset()
    """Slugs of types."""
    community: Mapping[str, float] = field(default_factory=dict)
    """The group's own scores, 0 to 10, by slug; a type without one was not scored."""


@dataclass(frozen=True)
class Ranked:
    """An option with its score, 0 to 100, and the share of the weight on which it is known, of 100."""

    option: Option
    scores: Mapping[str, float | None]
    score: float | None
    known: float


@dataclass(frozen=True)
class Ranking:
    """Options best first, those of which too little is known to rank them, and those ruled out."""

    ranked: tuple[Ranked, ...]
    too_little_known: tuple[Ranked, ...]
    ruled_out: tuple[Option, ...]


def default_group(weights: Weights) -> Group:
    """Give the weights that stand before a group sets its own."""
    return Group({name: float(value) for name, value in weights.model_dump().items()})


def rank(options: Sequence[Option], group: Group, rules: AppraisalRules) -> Ranking:
    """Rank options; equal scores keep the order of the options.

    The group's own scores count only where it has given one to any option.
    Raises CannotRank where no ground has a weight.
    """
    weights = weights_in_use(group)
    scored = [_scored(option, weights, group) for option in options if option.slug not in group.ruled_out]
    scored.sort(key=lambda one: one.score if one.score is not None else -1, reverse=True)
    needed = [name for name in rules.must_be_known if name in weights]

    def stands(one: Ranked) -> bool:
        return one.known >= rules.least_known and all(one.scores[name] is not None for name in needed)

    return Ranking(
        ranked=tuple(filter(stands, scored)),
        too_little_known=tuple(one for one in scored if not stands(one)),
        ruled_out=tuple(option for option in options if option.slug in group.ruled_out),
    )


def weights_in_use(group: Group) -> dict[str, float]:
    """Give the weights above 0, without the group's own score where it gave none.

    Raises CannotRank where none is left.
    """
    weights = {
        one.name: group.weights.get(one.name, 0.0)
        for one in GROUNDS
        if group.weights.get(one.name, 0.0) > 0 and (one.name != COMMUNITY or group.community)
    }
    if not weights:
        raise CannotRank("Give at least one ground a weight above 0.")
    return weights


def scores_of(option: Option, group: Group) -> dict[str, float | None]:
    """Give all scores of an option, the group's own among them."""
    own = group.community.get(option.slug)
    return {**option.scores, COMMUNITY: None if own is None else 100 * own / COMMUNITY_TOP}


def weighted(scores: Mapping[str, float | None], weights: Mapping[str, float]) -> tuple[float | None, float]:
    """Give the weighted mean of the known scores, and the share of the weight that is known, of 100."""
    known = [(weight, score) for name, weight in weights.items() if (score := scores[name]) is not None]
    held = sum(weight for weight, _ in known)
    if not held:
        return None, 0.0
    return sum(weight * score for weight, score in known) / held, 100 * held / sum(weights.values())


def _scored(option: Option, weights: Mapping[str, float], group: Group) -> Ranked:
    scores = scores_of(option, group)
    score, known = weighted(scores, weights)
    return Ranked(option, scores, score, known)


def _draw(random: Random) -> tuple[float, ...]:
    return tuple(round(_FURTHEST ** random.uniform(-1, 1), _DECIMALS) for _ in GROUNDS)


def _draws() -> tuple[tuple[float, ...], ...]:
    random = Random(_SEED)
    return tuple(_draw(random) for _ in range(_NUMBER))


DRAWS = _draws()
"""Factors by which the weights of the grounds vary, from half to double; the same ones in every run."""


def top_shares(options: Sequence[Option], group: Group, rules: AppraisalRules) -> dict[str, float]:
    """Give how many times in 100 each option is among the first five; those that never are stay out.

    A sensitivity analysis of weights by simulation: Butler J, Jia J, Dyer J. Simulation techniques for the
    sensitivity analysis of multi-criteria decision models. Eur J Oper Res 1997;103:531-546.
    Raises CannotRank where no ground has a weight.
    """
    counts: Counter[str] = Counter()
    for draw in DRAWS:
        varied = {
            one.name: group.weights.get(one.name, 0.0) * factor
            for one, factor in zip(GROUNDS, draw, strict=True)
        }
        ranking = rank(options, Group(varied, group.ruled_out, group.community), rules)
        counts.update(one.option.slug for one in ranking.ranked[:TOP])
    return {slug: 100 * n / len(DRAWS) for slug, n in counts.items()}
