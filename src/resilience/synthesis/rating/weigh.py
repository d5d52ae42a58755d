"""Who votes and with what weight: the newest review leads, and what it includes does not vote beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from resilience.synthesis.rating.facts import CONTROLLED, NOT_TOLD, REVIEW, SPLIT, TRIAL, Rules, Vote


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

    def weight(self, *directions: str) -> int:
        """Add up the votes for some directions, or all votes where none is named."""
        return sum(
            self.lead_weight if vote is self.lead else 1
            for vote in self.voters
            if not directions or vote.direction in directions
        )


def weigh(votes: Sequence[Vote], rules: Rules) -> Weighed:
    """Sort votes by their part; the order in which they come does not matter."""
    ordered = sorted(votes, key=lambda vote: vote.key)
    reviews = [vote for vote in ordered if vote.tier == REVIEW]
    held = {key for review in reviews for key in review.includes}
    controlled = [vote for vote in ordered if vote.tier in (TRIAL, CONTROLLED)]
    included = [vote for vote in [*reviews, *controlled] if vote.reports and held.issuperset(vote.reports)]
    open_to_vote = [vote for vote in [*reviews, *controlled] if vote not in included]
    telling = [vote for vote in open_to_vote if vote.direction != NOT_TOLD]
    lead = _lead([vote for vote in telling if vote.tier == REVIEW and vote.is_systematic])
    return Weighed(
        lead=lead,
        beside=tuple(vote for vote in telling if vote is not lead),
        included=tuple(included),
        silent=tuple(vote for vote in open_to_vote if vote.direction == NOT_TOLD),
        others=tuple(vote for vote in ordered if vote.tier not in (TRIAL, CONTROLLED, REVIEW)),
        lead_weight=rules.lead_weight if lead and lead.direction != SPLIT else 1,
    )


def _lead(reviews: Sequence[Vote]) -> Vote | None:
    """Choose the newest review of just this activity; size, then name, settle what is left."""
    return max(reviews, key=lambda vote: (not vote.stand_in, vote.year, vote.size, vote.key), default=None)
