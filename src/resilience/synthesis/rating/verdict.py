"""The level that the votes give, before any caution, and the rule that gives it."""

from fractions import Fraction
from typing import NamedTuple

from resilience.synthesis.rating.facts import (
    BETTER,
    EARLY,
    HARM,
    MIXED,
    NO,
    NO_DIFFERENCE,
    NONE,
    NULL,
    PROMISING,
    STRONG,
    TRIAL,
    UNCLEAR,
    WORSE,
    YES,
    Needed,
    Rules,
    Vote,
)
from resilience.synthesis.rating.weigh import Weighed


class Verdict(NamedTuple):
    """A level, and as a clause the rule that gives it."""

    level: str
    because: str


def verdict(weighed: Weighed, rules: Rules) -> Verdict:
    """Read the votes by the rules; the first rule that holds decides."""
    if not weighed.voters:
        return _without_votes(weighed)
    if _holds(weighed, rules.promising.share, BETTER):
        return _helps(weighed, rules)
    if _enough_say(weighed, rules.harm, WORSE):
        return Verdict(HARM, f"{_for_itself(rules.harm)} worse")
    if _enough_say(weighed, rules.no_difference, NULL):
        return Verdict(NO_DIFFERENCE, f"{_for_itself(rules.no_difference)} no difference")
    if all(_clear_on(weighed, side) >= rules.each_way for side in (BETTER, WORSE)):
        return Verdict(MIXED, f"at least {rules.each_way} are clear on each side")
    return Verdict(UNCLEAR, "no side has enough of the votes")


def _without_votes(weighed: Weighed) -> Verdict:
    if weighed.silent:
        return Verdict(UNCLEAR, "those that looked at it name no side")
    if weighed.others:
        return Verdict(UNCLEAR, "nothing on record can tell what changed what")
    return Verdict(NONE, "no study looked at it")


def _helps(weighed: Weighed, rules: Rules) -> Verdict:
    """Grade what points to better."""
    if not _supported(weighed):
        return Verdict(
            UNCLEAR, "each of those that say better could be no effect, or is weak by its own account"
        )
    trials = sum(vote.tier == TRIAL for vote in weighed.voters)
    if _enough(weighed, rules.strong, BETTER) and trials >= rules.strong.trials:
        return Verdict(STRONG, f"{_of_all(rules.strong)} better, {trials} of them trials")
    if _enough(weighed, rules.promising, BETTER):
        return Verdict(PROMISING, f"{_of_all(rules.promising)} better")
    return Verdict(EARLY, f"better, but fewer than {rules.promising.votes} votes")


def _supported(weighed: Weighed) -> bool:
    """Say whether any of those that say better is clear, or sound and not known to include no effect."""
    better = [vote for vote in weighed.voters if vote.direction == BETTER]
    return any(vote.clear == YES or (vote.clear != NO and _is_sound(vote)) for vote in better)


def _is_sound(vote: Vote) -> bool:
    """Say whether words alone may be taken from it: not weak, and no narrative review."""
    return not vote.weak and vote.is_systematic


def _clear_on(weighed: Weighed, side: str) -> int:
    return sum(vote.direction == side and vote.clear == YES for vote in weighed.voters)


def _enough(weighed: Weighed, needed: Needed, direction: str) -> bool:
    return weighed.weight() >= needed.votes and _holds(weighed, needed.share, direction)


def _enough_say(weighed: Weighed, needed: Needed, direction: str) -> bool:
    """Ask as many votes for the direction itself, so that one more for another never brings it about."""
    return weighed.weight(direction) >= needed.votes and _holds(weighed, needed.share, direction)


def _holds(weighed: Weighed, share: Fraction, direction: str) -> bool:
    return weighed.weight(direction) >= share * weighed.weight()


def _of_all(needed: Needed) -> str:
    return f"at least {_share(needed)} of {needed.votes} or more votes say"


def _for_itself(needed: Needed) -> str:
    return f"at least {needed.votes} votes, and {_share(needed)} of all, say"


def _share(needed: Needed) -> str:
    return f"{needed.share.numerator} in {needed.share.denominator}"
