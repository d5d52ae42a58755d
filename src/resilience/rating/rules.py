"""The rules: the level that the votes give, and the cautions that keep it from going higher.

Each caution asks whether enough of what says better is free of it, so that more that says better can lift a
caution and never brings one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from typing import NamedTuple

from resilience.rating.weigh import Vote, Weighed, reports_of
from resilience.records.english import count, listing, one_or_more
from resilience.records.rating import RatingRules, RuleTable, Threshold
from resilience.records.vocabulary import Cap, Clear, Direction, Level, LevelKind, Tier


@dataclass(frozen=True)
class Rules:
    """One table of thresholds, and the best level that each caution leaves."""

    table: RuleTable
    caps: Mapping[Cap, Level]

    @classmethod
    def of(cls, rules: RatingRules, table: RuleTable) -> "Rules":
        """Take one of the tables, with the caps, which are the same in all."""
        return cls(table, {caution.slug: caution.level for caution in rules.caps})

    def without(self, *caps: Cap) -> "Rules":
        """Give the same table with some caps switched off."""
        return replace(self, caps={cap: level for cap, level in self.caps.items() if cap not in caps})


class Verdict(NamedTuple):
    """A level, and the rule that gives it, as a sentence without its capital and full stop."""

    level: Level
    because: str


def verdict(weighed: Weighed, table: RuleTable) -> Verdict:
    """Read the votes by the thresholds; the first rule that holds decides."""
    if not weighed.voters:
        return _without_votes(weighed)
    if _holds(weighed, table.promising.least, Direction.BENEFIT):
        return _helps(weighed, table)
    if _enough_say(weighed, table.harm, Direction.HARM):
        return Verdict(Level.HARM, f"{_for_itself(table.harm)} worse, which this level asks for")
    if _enough_say(weighed, table.no_difference, Direction.NULL):
        asked = f"{_for_itself(table.no_difference)} no difference, which this level asks for"
        return Verdict(Level.NO_DIFFERENCE, asked)
    if all(_clear_on(weighed, side) >= table.each_way for side in (Direction.BENEFIT, Direction.HARM)):
        return Verdict(Level.MIXED, f"at least {table.each_way} are clear on each side")
    return Verdict(Level.UNCLEAR, f"no side has enough of them: {_asked(table)}")


def _without_votes(weighed: Weighed) -> Verdict:
    if weighed.silent:
        return Verdict(Level.UNCLEAR, "those that looked at it name no side")
    if weighed.others:
        return Verdict(Level.UNCLEAR, "nothing on record can tell what changed what")
    return Verdict(Level.NONE, "no study looked at it")


def _helps(weighed: Weighed, table: RuleTable) -> Verdict:
    """Grade what points to better."""
    if not any(_supports(vote) for vote in weighed.better):
        return Verdict(
            Level.UNCLEAR, "each of those that say better could be no effect, or is weak by its own account"
        )
    trials = sum(vote.tier is Tier.TRIAL for vote in weighed.voters)
    if _enough(weighed, table.strong) and trials >= table.strong.trials:
        return Verdict(
            Level.STRONG, f"{_of_all(table.strong)}, which strong evidence asks for, with {trials} trials"
        )
    if _enough(weighed, table.promising):
        return Verdict(Level.PROMISING, f"{_of_all(table.promising)}, which promising evidence asks for")
    return Verdict(
        Level.EARLY, f"promising evidence asks for {count(table.promising.votes, 'vote')}, which is more"
    )


def _supports(vote: Vote) -> bool:
    """Say whether a vote is clear, or sound and not known to include no effect."""
    return vote.clear is Clear.YES or (vote.clear is not Clear.NO and _is_sound(vote))


def _is_sound(vote: Vote) -> bool:
    """Say whether words alone may be taken from it: not weak, and no narrative review."""
    return not vote.weak and vote.is_systematic


def _clear_on(weighed: Weighed, side: Direction) -> int:
    return sum(vote.direction is side and vote.clear is Clear.YES for vote in weighed.voters)


def _enough(weighed: Weighed, needed: Threshold) -> bool:
    return weighed.weight() >= needed.votes and _holds(weighed, needed.least, Direction.BENEFIT)


def _enough_say(weighed: Weighed, needed: Threshold, direction: Direction) -> bool:
    """Ask as many votes for the direction itself, so that one more for another never brings it about."""
    return weighed.weight(direction) >= needed.votes and _holds(weighed, needed.least, direction)


def _holds(weighed: Weighed, share: Fraction, direction: Direction) -> bool:
    return weighed.weight(direction) >= share * weighed.weight()


def _of_all(needed: Threshold) -> str:
    return f"at least {_share(needed.least)} say better, of {needed.votes} votes or more"


def _for_itself(needed: Threshold) -> str:
    return f"at least {needed.votes} votes, and {_share(needed.least)} of all, say"


def _asked(table: RuleTable) -> str:
    """Say what each side would need."""
    others = {"no difference": table.no_difference, "worse": table.harm}
    if table.no_difference == table.harm:
        others = {"no difference or worse": table.harm}
    said = [f"{side} {_share(one.least)} and at least {one.votes} votes" for side, one in others.items()]
    return f"better needs {_share(table.promising.least)}, {listing(said)}"


def _share(share: Fraction) -> str:
    return f"{share.numerator} in {share.denominator}"


class Caution(NamedTuple):
    """A caution: whether it holds, a sentence, and the keys of the reports that it rests on."""

    cap: Cap
    holds: bool
    sentence: str
    keys: tuple[str, ...]


def cautions(weighed: Weighed, table: RuleTable) -> list[Caution]:
    """Look for each caution in what says better."""
    strong = table.strong.votes
    return [
        _few_free(Cap.ABSTRACT_ONLY, weighed, [v for v in weighed.better if v.abstract_only], strong, READ),
        _few_free(Cap.WEAK_BY_OWN_ACCOUNT, weighed, [v for v in weighed.better if v.weak], strong, WEAK),
        _single_team(weighed.better),
        _no_similar_place(weighed.better),
        _stand_ins(weighed, table),
    ]


READ = "read only as an abstract or an opening"
WEAK = "weak by {its} own account"
ONE = "The one that says better"


def _few_free(cap: Cap, weighed: Weighed, marked: Sequence[Vote], needed: int, what: str) -> Caution:
    """Hold where too few are free of a mark to reach strong by themselves."""
    better = weighed.better
    holds = len(better) - len(marked) < needed and bool(marked)
    say = _of_better(marked, better, ("was", "were"), what)
    return Caution(cap, holds, say, reports_of(marked))


def _of_better(marked: Sequence[Vote], better: Sequence[Vote], verb: tuple[str, str], what: str) -> str:
    """Say of how many of those that say better something holds."""
    if not marked:
        none = f"{ONE} {verb[0]} not" if len(better) == 1 else f"None of those that say better {verb[0]}"
        return f"{none} {what.format(its='its')}."
    who = f"{len(marked)} of the {len(better)} that say better"
    if len(marked) == len(better):
        all_that = "Both" if len(better) == 2 else f"All {len(better)}"
        who = ONE if len(better) == 1 else f"{all_that} that say better"
    its = one_or_more(len(marked), "its", "their")
    return f"{who} {one_or_more(len(marked), *verb)} {what.format(its=its)}."


def _single_team(better: Sequence[Vote]) -> Caution:
    if any(vote.tier is Tier.REVIEW for vote in better):
        return Caution(Cap.SINGLE_TEAM, False, "A review brings several teams together.", ())
    shared = reduce(frozenset.intersection, [vote.team for vote in better]) if better else frozenset()
    if len(better) > 1 and shared:
        return Caution(
            Cap.SINGLE_TEAM, True, "One author has a part in all that say better.", reports_of(better)
        )
    if len(better) == 1:
        return Caution(Cap.SINGLE_TEAM, False, "There is only one that says better.", ())
    return Caution(Cap.SINGLE_TEAM, False, "Those that say better are by different teams.", ())


def _no_similar_place(better: Sequence[Vote]) -> Caution:
    similar = [vote for vote in better if vote.similar]
    say = _of_better(similar, better, ("was", "were"), "done in the UK or a place like it")
    return Caution(Cap.NO_SIMILAR_PLACE, not similar, say, reports_of(similar or better))


def _stand_ins(weighed: Weighed, table: RuleTable) -> Caution:
    """Hold where those that studied just this activity are too few to reach promising by themselves."""
    better = weighed.better
    marked = [vote for vote in better if vote.stand_in]
    own = weighed.weight_of([vote for vote in better if not vote.stand_in])
    say = (
        _of_better(marked, better, ("studied", "studied"), "the activity as one of several things")
        if marked
        else f"{ONE if len(better) == 1 else 'All that say better'} studied just this activity."
    )
    holds = bool(marked) and own < table.promising.votes
    return Caution(Cap.STAND_INS, holds, say, reports_of(marked))


def lower(level: Level, cap: Level) -> Level:
    """Give the lower of a level and a cap; only levels that say that an activity helps are capped."""
    return min(level, cap, key=lambda one: one.height) if level.kind is LevelKind.HELPS else level
