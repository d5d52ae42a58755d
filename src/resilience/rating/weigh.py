"""Who votes and with what weight: the newest review leads, and what it includes does not vote beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from resilience.records.vocabulary import Clear, Direction, Tier


@dataclass(frozen=True)
class Vote:
    """One evaluation, or one review, and what it says of one group of outcomes."""

    key: str
    """The evaluation's name; a study that stands alone is its own evaluation."""
    tier: Tier
    direction: Direction
    """Turned over where the opposite was studied."""
    clear: Clear
    """Whether a result that points this way leaves out no effect."""
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

    @property
    def says_better(self) -> bool:
        """Say whether it points to better."""
        return self.direction is Direction.BENEFIT


def reports_of(votes: Sequence[Vote]) -> tuple[str, ...]:
    """Give the keys of the studies that report some evaluations, in the order of the votes."""
    return tuple(key for vote in votes for key in (vote.reports or (vote.key,)))


@dataclass(frozen=True)
class Weighed:
    """The votes of a cell, sorted by what they may say."""

    lead: Vote | None
    """The newest systematic review that tells a direction, those of just this activity before others."""
    beside: tuple[Vote, ...]
    """Other reviews and controlled evaluations, one vote each."""
    included: tuple[Vote, ...]
    """Evaluations and reviews that one of the reviews holds already."""
    silent: tuple[Vote, ...]
    """Controlled evaluations and reviews that name no side."""
    others: tuple[Vote, ...]
    """Studies that can't tell what changed what."""
    lead_weight: int
    """Its votes: one where it points both ways, as it names no side."""

    @property
    def voters(self) -> tuple[Vote, ...]:
        """Give all that vote, the lead first."""
        return ((self.lead,) if self.lead else ()) + self.beside

    @property
    def better(self) -> tuple[Vote, ...]:
        """Give those that vote for better, the lead first."""
        return tuple(vote for vote in self.voters if vote.says_better)

    def weight_of(self, votes: Sequence[Vote]) -> int:
        """Add up the votes that some of those that vote have."""
        return sum(self.lead_weight if vote is self.lead else 1 for vote in votes)

    def weight(self, *directions: Direction) -> int:
        """Add up the votes for some directions, or all votes where none is named."""
        return self.weight_of(
            [vote for vote in self.voters if not directions or vote.direction in directions]
        )


def weigh(votes: Sequence[Vote], lead_weight: int) -> Weighed:
    """Sort votes by their part; the order in which they come does not matter."""
    ordered = sorted(votes, key=lambda vote: vote.key)
    reviews = [vote for vote in ordered if vote.tier is Tier.REVIEW]
    held = {key for review in reviews for key in review.includes}
    controlled = [vote for vote in ordered if vote.tier.can_compare]
    included = [vote for vote in [*reviews, *controlled] if vote.reports and held.issuperset(vote.reports)]
    open_to_vote = [vote for vote in [*reviews, *controlled] if vote not in included]
    telling = [vote for vote in open_to_vote if vote.direction.is_told]
    lead = _lead([vote for vote in telling if vote.tier is Tier.REVIEW and vote.is_systematic])
    return Weighed(
        lead=lead,
        beside=tuple(vote for vote in telling if vote is not lead),
        included=tuple(included),
        silent=tuple(vote for vote in open_to_vote if not vote.direction.is_told),
        others=tuple(vote for vote in ordered if vote.tier is Tier.OTHER),
        lead_weight=lead_weight if lead and lead.direction is not Direction.MIXED else 1,
    )


def _lead(reviews: Sequence[Vote]) -> Vote | None:
    """Choose the newest review of just this activity; size, then name, settle what is left."""
    return max(reviews, key=lambda vote: (not vote.stand_in, vote.year, vote.size, vote.key), default=None)
