"""Cautions that keep a level from going higher, and the votes that they rest on.

Each asks whether enough of what says better is free of the caution, so that more that says better can lift a
caution and never brings one.
"""

from collections.abc import Sequence
from functools import reduce
from typing import NamedTuple

from resilience.synthesis.rating.facts import (
    BETTER,
    EARLY,
    PROMISING,
    REVIEW,
    STRONG,
    Rules,
    Vote,
    reports_of,
)
from resilience.synthesis.rating.weigh import Weighed

LADDER = (EARLY, PROMISING, STRONG)
"""Levels that say that an activity helps, the least sure first."""


class Caution(NamedTuple):
    """A caution: whether it holds, a sentence, and the keys of the reports that it rests on."""

    name: str
    holds: bool
    sentence: str
    keys: tuple[str, ...]


def cautions(weighed: Weighed, rules: Rules) -> list[Caution]:
    """Look for each caution in what says better."""
    better = [vote for vote in weighed.voters if vote.direction == BETTER]
    strong = rules.strong.votes
    return [
        _few_free("abstract_only", better, [v for v in better if v.abstract_only], strong, READ),
        _few_free("weak_by_own_account", better, [v for v in better if v.weak], strong, WEAK),
        _single_team(better),
        _no_similar_place(better),
        _stand_ins(weighed, better, rules),
    ]


READ = "Read as an abstract or opening only: {} of {} that say better."
WEAK = "Weak by their own account: {} of {} that say better."


def _few_free(name: str, better: Sequence[Vote], marked: Sequence[Vote], needed: int, say: str) -> Caution:
    """Hold where too few are free of a mark to reach strong by themselves."""
    holds = len(better) - len(marked) < needed and bool(marked)
    return Caution(name, holds, say.format(len(marked), len(better)), reports_of(marked))


def _single_team(better: Sequence[Vote]) -> Caution:
    keys = reports_of(better)
    if any(vote.tier == REVIEW for vote in better):
        return Caution("single_team", False, "A review brings several teams together.", ())
    shared = reduce(frozenset.intersection, [vote.team for vote in better]) if better else frozenset()
    if len(better) > 1 and shared:
        return Caution("single_team", True, "All that say better share an author.", keys)
    return Caution("single_team", False, "No author has a part in all that say better.", ())


def _no_similar_place(better: Sequence[Vote]) -> Caution:
    similar = [vote for vote in better if vote.similar]
    say = f"Done in the UK or a place like it: {len(similar)} of {len(better)} that say better."
    if similar:
        return Caution("no_similar_place", False, say, reports_of(similar))
    return Caution("no_similar_place", True, say, reports_of(better))


def _stand_ins(weighed: Weighed, better: Sequence[Vote], rules: Rules) -> Caution:
    """Hold where those that studied just this activity are too few to reach promising by themselves."""
    marked = [vote for vote in better if vote.stand_in]
    own = sum(weighed.lead_weight if vote is weighed.lead else 1 for vote in better if not vote.stand_in)
    say = f"The activity was one of several things studied in {len(marked)} of {len(better)} that say better."
    return Caution("stand_ins", bool(marked) and own < rules.promising.votes, say, reports_of(marked))


def lower(level: str, cap: str) -> str:
    """Give the lower of a level and a cap; only levels that say that an activity helps are capped."""
    return min(level, cap, key=LADDER.index) if level in LADDER else level
