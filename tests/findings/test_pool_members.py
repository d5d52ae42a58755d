"""One vote an evaluation, a test from six, and none where people may count twice."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import pytest

from resilience.findings.pool_members import PoolMember, SetVotes, votes_of
from resilience.findings.votes import Result
from resilience.records.study import Outcome, Study
from resilience.records.vocabulary import Direction, Estimand, Metric, Tier
from resilience.synthesis import Objection

BENEFIT, HARM, NULL, MIXED, NOT_TOLD = (
    Direction(name) for name in ("benefit", "harm", "null", "mixed", "not-told")
)
SHARE = Fraction(2, 3)


def member(evaluation: str, direction: str, **fields: Any) -> PoolMember:
    outcome = Outcome.model_construct(
        direction=Direction(direction), estimand=Estimand(fields.get("estimand", "main")), measure="m"
    )
    result = Result(Study.model_construct(key=evaluation), outcome, outcome.direction, Tier.TRIAL)
    return PoolMember(
        evaluation, result, evaluation, "m", Metric.OR, None, None, None, None, "", "", evaluation, None
    )


def counted(members: Iterable[PoolMember], *rules: str) -> SetVotes:
    found = votes_of(list(members), [Objection(rule, "x.", ()) for rule in rules], SHARE)
    assert found
    return found


def test_votes_are_counted_by_direction() -> None:
    names = ["benefit", "benefit", "harm", "null", "mixed", "not-told"]
    found = counted(member(str(place), name) for place, name in enumerate(names))
    assert found.votes == {BENEFIT: 2, HARM: 1, NULL: 1, MIXED: 1, NOT_TOLD: 1}
    assert found.with_a_side == 3
    assert found.signs is None


def test_an_evaluation_votes_once() -> None:
    found = counted(
        [member("a", "benefit"), member("a", "benefit"), member("a", "harm"), member("b", "harm")]
    )
    assert found.votes == {BENEFIT: 1, HARM: 1}


def test_another_estimate_of_an_effect_does_not_vote() -> None:
    found = counted([member("a", "benefit"), member("a", "harm", estimand="repeat")])
    assert found.votes == {BENEFIT: 1}


@pytest.mark.parametrize(("count", "tested"), [(5, False), (6, True)])
def test_six_votes_to_a_side_are_tested(count: int, tested: bool) -> None:
    aside = [member("no side", "null"), member("mixed", "mixed"), member("silent", "not-told")]
    found = counted([*(member(str(place), "benefit") for place in range(count)), *aside])
    assert bool(found.signs) == tested


@pytest.mark.parametrize("rule", ["reviews-beside-studies", "one-study-twice"])
def test_votes_that_may_share_people_are_not_tested(rule: str) -> None:
    found = counted([member(str(place), "benefit") for place in range(9)], rule)
    assert found.share_people
    assert found.signs is None


def test_a_table_of_effects_has_no_votes() -> None:
    assert votes_of([], [], SHARE) is None
