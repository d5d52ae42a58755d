"""Pairs are counted once each, and their lift is what the formula says."""

import pytest

from resilience.assessment.policy_review import pairs
from resilience.assessment.policy_review.holdings import types_by_council, types_by_policy
from resilience.assessment.policy_review.pairs import Pair
from resilience.evidence import EvidenceBase, load


def test_pairs_in_policies(base: EvidenceBase) -> None:
    found = pairs.pairs(base, types_by_policy(base))
    assert found[0] == Pair("healthy-homes", "fuel-poverty", 2, 2, 3, 6)
    assert {(one.first, one.second, one.both) for one in found[1:]} == {
        ("healthy-homes", "living-wage", 1),
        ("fuel-poverty", "living-wage", 1),
        ("green-space", "community-clubs", 1),
    }


def test_pairs_with_councils(base: EvidenceBase) -> None:
    found = pairs.pairs(base, types_by_council(base))
    assert found[0] == Pair("healthy-homes", "fuel-poverty", 2, 2, 2, 5)


def test_lift_by_hand() -> None:
    assert Pair("a", "b", both=6, with_first=10, with_second=12, n=40).lift == pytest.approx(2)
    assert Pair("a", "b", both=5, with_first=20, with_second=10, n=40).lift == pytest.approx(1)


def test_a_pair_with_few_has_no_lift(base: EvidenceBase) -> None:
    assert Pair("a", "b", pairs.ENOUGH - 1, 10, 12, 40).lift is None
    assert pairs.pairs_frame(base, pairs.pairs(base, types_by_policy(base)))["lift"].isna().all()


def test_what_is_named_keeps_those_level_with_the_last() -> None:
    real = load(__file__)
    found = pairs.pairs(real, types_by_policy(real))
    named = pairs.most_found(real, found)
    assert len(named) >= pairs.NAMED
    assert sum(one.both >= named["n"].min() for one in found) == len(named)


def test_types_found_often(base: EvidenceBase) -> None:
    assert pairs.often_found(base, types_by_policy(base)) == [
        "Green space",
        "Healthy homes",
        "Reducing fuel poverty",
        "Living wage",
        "Community clubs and associations",
        "Befriending",
    ]


def test_domains_together(base: EvidenceBase) -> None:
    frame = pairs.domains_together(base, types_by_policy(base)).set_index(["row", "column"])["n"]
    assert frame["Living environment", "Living environment"] == 4
    assert frame["Living environment", "Economic systems"] == 1
    assert frame["Economic systems", "Living environment"] == 1
    assert frame["Living environment", "Social relationships"] == 1
    assert frame["Economic systems", "Community governance"] == 0
