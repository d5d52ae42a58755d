"""Which way the results in a set point: one vote an evaluation, and a sign test where votes are enough."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from resilience.findings.pool_members import PoolMember
from resilience.findings.votes import Result, joint_direction, voting_of
from resilience.records.vocabulary import Direction
from resilience.synthesis import FEWEST_VOTES, Objection, SignTest, sign_test

TWICE = frozenset({"one-study-twice", "reviews-beside-studies"})
"""Objections after which votes are not independent of each other, so that no chance can be given for them."""


@dataclass(frozen=True)
class SetVotes:
    """The votes in a set, all results with a direction together, clear of no effect or not."""

    votes: Counter[Direction]
    """Votes by direction; those without a side are counted too."""
    signs: SignTest | None
    """None below `FEWEST_VOTES`, and where votes may share people."""
    share_people: bool
    """Whether a review or a further report stands among the votes, so that people may count twice."""

    @property
    def with_a_side(self) -> int:
        """Count the votes to one side or the other."""
        return self.votes[Direction.BENEFIT] + self.votes[Direction.HARM]


def votes_of(members: Sequence[PoolMember], against: Sequence[Objection], share: Fraction) -> SetVotes | None:
    """Count the votes of the members of a set; `share` is that of results that must agree in an evaluation.

    None where no member is a coded study.
    """
    by_evaluation: dict[str, list[Result]] = defaultdict(list)
    for member in members:
        if member.result:
            by_evaluation[member.evaluation].append(member.result)
    if not by_evaluation:
        return None
    votes = Counter(
        joint_direction([result.direction for result in voting_of(results)], share)
        for results in by_evaluation.values()
    )
    share_people = any(objection.rule in TWICE for objection in against)
    benefit, harm = votes[Direction.BENEFIT], votes[Direction.HARM]
    enough = benefit + harm >= FEWEST_VOTES and not share_people
    return SetVotes(votes, sign_test(benefit, harm) if enough else None, share_people)
