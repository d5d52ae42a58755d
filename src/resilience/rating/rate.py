"""The level of evidence for an activity and a group of outcomes, with its trace, and what would change it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from resilience.rating.rules import Rules, cautions, lower, verdict
from resilience.rating.weigh import Vote, Weighed, reports_of, weigh
from resilience.records.english import count, listing, one_or_more, sentence
from resilience.records.vocabulary import Clear, Direction, Level, LevelKind, Tier

COUNTED = (Direction.BENEFIT, Direction.HARM, Direction.NULL, Direction.MIXED)
"""The order in which votes are counted out."""


@dataclass(frozen=True)
class Step:
    """One rule that was looked at: whether it changed the level, a sentence, and the reports it rests on."""

    rule: str
    fired: bool
    sentence: str
    keys: tuple[str, ...]
    level: Level | None
    """The level after this rule; none before the votes are counted."""


@dataclass(frozen=True)
class Rating:
    """A level and how it came about."""

    level: Level
    steps: tuple[Step, ...]
    weighed: Weighed

    @property
    def fired(self) -> tuple[str, ...]:
        """Name the rules that changed the level, in order."""
        return tuple(step.rule for step in self.steps if step.fired)


def rate(votes: Sequence[Vote], rules: Rules) -> Rating:
    """Rate the evidence of one cell; the order of the votes does not matter."""
    weighed = weigh(votes, rules.table.lead_weight)
    found = verdict(weighed, rules.table)
    steps = [
        step for step in (_lead(weighed), _included(weighed), _silent(weighed), _others(weighed)) if step
    ]
    steps.append(
        Step("votes", True, _counted(weighed, found.because), reports_of(weighed.voters), found.level)
    )
    level = found.level
    for caution in cautions(weighed, rules.table) if level.kind is LevelKind.HELPS else ():
        cap = rules.caps.get(caution.cap)
        after = lower(level, cap) if caution.holds and cap else level
        steps.append(Step(caution.cap.value, after is not level, caution.sentence, caution.keys, after))
        level = after
    return Rating(level, tuple(steps), weighed)


def _counted(weighed: Weighed, because: str) -> str:
    if not weighed.voters:
        return f"There are no votes: {because}."
    counts = [(weighed.weight(way), way.as_vote) for way in COUNTED if weighed.weight(way)]
    said = [f"{votes} {one_or_more(votes, 'says', 'say')} {word}" for votes, word in counts]
    who = f"Of {count(weighed.weight(), 'vote')}, {listing(said)}"
    if len(counts) == 1:
        votes, word = counts[0]
        all_votes = "Both" if votes == 2 else f"All {votes}"
        who = f"The one vote says {word}" if votes == 1 else f"{all_votes} votes say {word}"
    return f"{who}. {sentence(because)}."


def _lead(weighed: Weighed) -> Step | None:
    if not weighed.lead:
        return None
    votes = count(weighed.lead_weight, "vote")
    which = "in which this activity is one of several things" if weighed.lead.stand_in else "of this activity"
    word = weighed.lead.direction.as_vote
    say = f"The newest systematic review {which} says {word}; it leads, with {votes}."
    return Step("lead", False, say, weighed.lead.reports, None)


def _included(weighed: Weighed) -> Step | None:
    say = "A review counts these already, so they have no vote of their own."
    return _aside("included", say, weighed.included)


def _silent(weighed: Weighed) -> Step | None:
    return _aside("silent", "These looked at it and name no side, so they have no vote.", weighed.silent)


def _others(weighed: Weighed) -> Step | None:
    say = "These have no comparison that can tell what changed what, so they have no vote."
    return _aside("others", say, weighed.others)


def _aside(rule: str, sentence: str, votes: Sequence[Vote]) -> Step | None:
    return Step(rule, False, sentence, reports_of(votes), None) if votes else None


class Change(NamedTuple):
    """Something that would change the level, in words, and the level then."""

    sentence: str
    level: Level


def changes(
    votes: Sequence[Vote], rules: Rules, most_tried: int
) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """Give what would raise the level and what would lower it, each the smallest step of its kind.

    At most `most_tried` more trials are tried; the rules themselves are asked.
    """
    level = rate(votes, rules).level
    up = [
        _read_in_full(votes, rules, level),
        _first(votes, rules, level, Direction.BENEFIT, most_tried),
    ]
    down = [_first(votes, rules, level, Direction.NULL, most_tried)]
    return tuple(change for change in up if change), tuple(change for change in down if change)


def _read_in_full(votes: Sequence[Vote], rules: Rules, level: Level) -> Change | None:
    after = rate([replace(vote, abstract_only=False) for vote in votes], rules).level
    if after.height <= level.height:
        return None
    return Change("All of them read in full, if they say what their abstracts say", after)


def _first(
    votes: Sequence[Vote], rules: Rules, level: Level, direction: Direction, most_tried: int
) -> Change | None:
    """Add trials one by one until the level changes as they say; none where a few do not change it."""
    for number in range(1, most_tried + 1):
        after = rate([*votes, *trials(number, direction)], rules).level
        rise = after.height - level.height
        if rise > 0 if direction is Direction.BENEFIT else rise < 0:
            return Change(_words(number, direction), after)
    return None


def _words(number: int, direction: Direction) -> str:
    found = "something better" if direction is Direction.BENEFIT else "no difference"
    if number == 1:
        return f"One more trial in the UK, read in full, that finds {found}"
    return f"{number} more trials in the UK, read in full, that find {found}"


def trials(number: int, direction: Direction) -> list[Vote]:
    """Make up trials in the UK, read in full, each by a team of its own."""
    return [
        Vote(
            f"~{place}",
            Tier.TRIAL,
            direction,
            clear=Clear.YES if direction is Direction.BENEFIT else Clear.NO,
            reports=(f"~{place}",),
            similar=True,
            abstract_only=False,
            team=frozenset({f"~{place}"}),
        )
        for place in range(number)
    ]
