"""What a rating is computed from: studies reduced to what the rules ask, and the rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

TRIAL, CONTROLLED, REVIEW, ASSOCIATION, OTHER = "trial", "controlled", "review", "association", "other"
STRONG, PROMISING, MIXED, NOT_SUPPORTED, EARLY, NONE = (
    "strong", "promising", "mixed", "not-supported", "early", "none",
)  # fmt: skip
BENEFIT, NO_DIFFERENCE, HARM, UNCLEAR = "benefit", "no-difference", "harm", "unclear"


@dataclass(frozen=True)
class StudyFacts:
    """One study as the rules see it."""

    key: str
    tier: str
    """`trial`, `controlled`, `review`, `association` or `other`."""
    direction: str
    """Which way its results point: `benefit`, `no-difference`, `mixed`, `harm` or `unclear`."""
    similar: bool
    """Whether it was done in the UK or a place like it."""
    abstract_only: bool = True
    """Whether only the abstract was read."""
    weak: bool = False
    """Whether it calls itself, or what it reviews, weak."""
    team: frozenset[str] = frozenset()
    """Its authors; empty where they were not seen."""


class Thresholds(NamedTuple):
    """How many studies a level needs, and what share of them must point its way, of 100."""

    studies: int
    share: float
    trials: int = 0
    """Trials among the studies; not asked of reviews."""


@dataclass(frozen=True)
class Rules:
    """One table of thresholds and caps."""

    strong: Thresholds
    promising: Thresholds
    not_supported: Thresholds
    """Here the share is of studies that find no difference, or harm."""
    caps: Mapping[str, str]
    """The best level that is left, by the name of a caution (caps.py)."""
