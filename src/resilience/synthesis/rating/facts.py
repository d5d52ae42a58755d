"""What a level is computed from: evaluations and reviews reduced to what the rules ask, and the rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

TRIAL, CONTROLLED, REVIEW, OTHER = "trial", "controlled", "review", "other"
STRONG, PROMISING, EARLY, UNCLEAR, MIXED, NO_DIFFERENCE, HARM, NONE = (
    "strong", "promising", "early", "unclear", "mixed", "no-difference", "harm", "none",
)  # fmt: skip
BETTER, WORSE, NULL, SPLIT, NOT_TOLD = "benefit", "harm", "null", "mixed", "not-told"
YES, NO = "yes", "no"


@dataclass(frozen=True)
class Vote:
    """One evaluation, or one review, and what it says of one group of outcomes."""

    key: str
    """The evaluation's name; a study that stands alone is its own evaluation."""
    tier: str
    """`trial`, `controlled`, `review` or `other`."""
    direction: str
    """`benefit`, `harm`, `null`, `mixed` or `not-told`, turned over where the opposite was studied."""
    clear: str
    """`yes`, `no` or `not-told`: whether a result that points this way leaves out no effect."""
    reports: tuple[str, ...] = ()
    """Keys of the studies whose results these are."""
    similar: bool = False
    """Whether it was done in the UK or a place like it."""
    abstract_only: bool = True
    """Whether only abstracts or openings were read."""
    weak: bool = False
    """Whether it calls itself, or what it reviews, weak."""
    stand_in: bool = False
    """Whether the activity was one of several things and its own result is not given."""
    team: frozenset[str] = frozenset()
    """Its authors; empty where they were not seen."""
    year: int = 0
    size: int = 0
    """Studies in a review."""
    is_systematic: bool = True
    """Whether a review was systematic; a scoping, rapid or narrative one does not lead."""
    includes: frozenset[str] = frozenset()
    """Keys of studies that a review brings together."""


def reports_of(votes: Sequence[Vote]) -> tuple[str, ...]:
    """Give the keys of the studies that report some evaluations, in the order of the votes."""
    return tuple(key for vote in votes for key in (vote.reports or (vote.key,)))


class Needed(NamedTuple):
    """How much a level needs: votes, the share of them that points its way, and trials among them."""

    votes: int
    share: Fraction
    trials: int = 0


@dataclass(frozen=True)
class Rules:
    """One table of thresholds and caps."""

    strong: Needed
    promising: Needed
    no_difference: Needed
    harm: Needed
    each_way: int
    """How many evaluations or reviews must be clear on each side before the evidence is called mixed."""
    lead_weight: int
    """How many votes the leading review has."""
    caps: Mapping[str, str]
    """The best level that is left, by the name of a caution (caps.py)."""

    def without(self, cap: str) -> "Rules":
        """Give the same table with one cap switched off."""
        return replace(self, caps={name: level for name, level in self.caps.items() if name != cap})
