"""The level of evidence for an activity and a group of outcomes, with every rule that was looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from resilience.synthesis.rating.caps import LADDER, cautions, lower
from resilience.synthesis.rating.facts import BETTER, NULL, SPLIT, WORSE, Rules, Vote, reports_of
from resilience.synthesis.rating.verdict import verdict
from resilience.synthesis.rating.weigh import Weighed, weigh

WORDS = ((BETTER, "better"), (WORSE, "worse"), (NULL, "no difference"), (SPLIT, "both ways"))


@dataclass(frozen=True)
class Step:
    """One rule that was looked at: whether it changed the level, a sentence, and the reports it rests on."""

    rule: str
    fired: bool
    sentence: str
    keys: tuple[str, ...]
    level: str
    """The level after this rule."""


@dataclass(frozen=True)
class Rating:
    """A level and how it came about."""

    level: str
    steps: tuple[Step, ...]
    weighed: Weighed

    @property
    def fired(self) -> tuple[str, ...]:
        """Name the rules that changed the level, in order."""
        return tuple(step.rule for step in self.steps if step.fired)


def rate(votes: Sequence[Vote], rules: Rules) -> Rating:
    """Rate the evidence of one cell; the order of the votes does not matter."""
    weighed = weigh(votes, rules)
    found = verdict(weighed, rules)
    steps = [
        step for step in (_lead(weighed), _included(weighed), _silent(weighed), _others(weighed)) if step
    ]
    steps.append(
        Step("votes", True, _counted(weighed, found.because), reports_of(weighed.voters), found.level)
    )
    level = found.level
    for caution in cautions(weighed, rules) if level in LADDER else ():
        cap = rules.caps.get(caution.name)
        after = lower(level, cap) if caution.holds and cap else level
        steps.append(Step(caution.name, after != level, caution.sentence, caution.keys, after))
        level = after
    return Rating(level, tuple(steps), weighed)


def _counted(weighed: Weighed, because: str) -> str:
    if not weighed.voters:
        return f"Nothing votes: {because}."
    said = [f"{weighed.weight(way)} {word}" for way, word in WORDS if weighed.weight(way)]
    return f"Votes: {', '.join(said)}. The rule: {because}."


def _lead(weighed: Weighed) -> Step | None:
    if not weighed.lead:
        return None
    word = dict(WORDS)[weighed.lead.direction]
    votes = "one vote" if weighed.lead_weight == 1 else f"{weighed.lead_weight} votes"
    which = "in which this activity is one of several things" if weighed.lead.stand_in else "of this activity"
    say = f"The newest systematic review {which} leads, with {votes}, and says {word}."
    return Step("lead", False, say, weighed.lead.reports, "")


def _included(weighed: Weighed) -> Step | None:
    say = "A review holds these already, so they do not vote beside it."
    return _aside("included", say, weighed.included)


def _silent(weighed: Weighed) -> Step | None:
    return _aside("silent", "These looked at it and name no side, so they do not vote.", weighed.silent)


def _others(weighed: Weighed) -> Step | None:
    say = "These have no comparison that can tell what changed what, so they do not vote."
    return _aside("others", say, weighed.others)


def _aside(rule: str, sentence: str, votes: Sequence[Vote]) -> Step | None:
    return Step(rule, False, sentence, reports_of(votes), "") if votes else None
