"""What a group asks for, read from plain values as they stand in a link or in boxes, and ranked.

It runs in the reader's browser too, so it knows the standard library only. The data are those of `choosing`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from resilience.appraisal.options import BEST, Option, Rules
from resilience.appraisal.ranking import COMMUNITY_TOP, MOST, CannotRank, Group, Ranking, rank

NOWHERE = ""
"""The nation of a group that picks no place: no figure is known of it."""


@dataclass(frozen=True)
class Asked:
    """What is asked for; numbers are still as they were typed."""

    outcomes: Sequence[str]
    nation: str = NOWHERE
    better: Mapping[str, Any] = field(default_factory=dict)
    """How many of 100 places of the nation are better off, by figure; None where that is not known."""
    most: str = ""
    """The step that matters most, whose weight is then MOST, whatever else is told; empty where none does."""
    weights: Mapping[str, Any] = field(default_factory=dict)
    out: Sequence[str] = ()
    own: Mapping[str, Any] = field(default_factory=dict)


def ranking_of(data: Mapping[str, Any], asked: Asked) -> Ranking:
    """Rank what a group asks for; outcomes count in the order of the code frame, however they were told.

    Raises CannotRank with a sentence that says what to mend.
    """
    options = options_in(data, asked.nation)
    steps: Mapping[str, str] = data["steps"]
    weights = dict(asked.weights) | ({asked.most: MOST} if asked.most else {})
    group = Group(
        outcomes=tuple(step for step in steps if step in asked.outcomes),
        weights=_numbers(weights, steps, MOST, "A weight"),
        ruled_out=frozenset(asked.out),
        community=_numbers(
            asked.own, {one.slug: one.label for one in options}, COMMUNITY_TOP, "A score of your own"
        ),
    )
    return rank(options, _percentiles(asked.better), group, Rules.from_plain(data["rules"]))


def options_in(data: Mapping[str, Any], nation: str) -> list[Option]:
    """Read the activities, each with the figures of the nation that tell its need."""
    if nation != NOWHERE and nation not in data["figures"]:
        raise CannotRank("Choose a place.")
    figures = data["figures"].get(nation, {})
    return [
        Option(
            one["slug"],
            one["label"],
            tuple(figures.get(one["slug"], ())),
            tuple(one["aims"]),
            {group: tuple(levels) for group, levels in one["levels"].items()},
        )
        for one in data["options"]
    ]


def _percentiles(better: Mapping[str, Any]) -> dict[str, float]:
    """Read how a place stands on each figure; what is null stays out, for it is not known."""
    known = {name: value for name, value in better.items() if value is not None}
    for name, value in known.items():
        if type(value) not in (int, float) or not 0 <= value <= BEST:
            raise CannotRank(
                f"The figures of this place can’t be read: {name} is “{value}”. Choose it again."
            )
    return known


def _numbers(given: Mapping[str, Any], labels: Mapping[str, str], top: float, what: str) -> dict[str, float]:
    """Read numbers as they were typed; what is none, or none that can be, is refused."""
    found = {}
    for name, text in given.items():
        try:
            number = float(text)
        except (TypeError, ValueError):
            number = -1.0
        if not 0 <= number <= top:
            raise CannotRank(
                f"{what} is a number from 0 to {top:g}. Mend “{text}” for {labels.get(name, name)}."
            )
        found[name] = number
    return found
