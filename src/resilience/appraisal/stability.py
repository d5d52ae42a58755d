"""How much a ranking hangs on the weights: how often each option stays near the top when they vary.

A sensitivity analysis of weights by simulation: Butler J, Jia J, Dyer J. Simulation techniques for the
sensitivity analysis of multi-criteria decision models. Eur J Oper Res 1997;103:531-546.
"""

from collections import Counter
from collections.abc import Sequence
from random import Random

from resilience.appraisal.grounds import GROUNDS
from resilience.appraisal.options import Option
from resilience.appraisal.ranking import Group, rank
from resilience.records.appraisal import AppraisalRules

TOP = 5
_SEED = 2026
_NUMBER = 500
_DECIMALS = 3
_FURTHEST = 2.0


def _draw(random: Random) -> tuple[float, ...]:
    return tuple(round(_FURTHEST ** random.uniform(-1, 1), _DECIMALS) for _ in GROUNDS)


def _draws() -> tuple[tuple[float, ...], ...]:
    random = Random(_SEED)
    return tuple(_draw(random) for _ in range(_NUMBER))


DRAWS = _draws()
"""Factors by which the weights of the grounds vary, from half to double; the same ones in every run."""


def top_shares(options: Sequence[Option], group: Group, rules: AppraisalRules) -> dict[str, float]:
    """Give how many times in 100 each option is among the first five; those that never are stay out.

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
