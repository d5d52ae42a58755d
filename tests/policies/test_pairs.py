"""Pairs are counted once each, and their lift is what the formula says."""

import pytest

from resilience.evidence import EvidenceBase, load
from resilience.findings import Findings
from resilience.policies import pairs
from resilience.policies.pairs import Pair


def test_pairs_in_policies(base: EvidenceBase) -> None:
    found = pairs.pairs(Findings(base), Findings(base).policy_types)
    assert found[0] == Pair("healthy-homes", "fuel-poverty", 2, 2, 3, 6)
    assert {(one.first, one.second, one.both) for one in found[1:]} == {
        ("healthy-homes", "living-wage", 1),
        ("fuel-poverty", "living-wage", 1),
        ("green-space", "community-clubs", 1),
    }


def test_pairs_with_councils(base: EvidenceBase) -> None:
    found = pairs.pairs(Findings(base), Findings(base).council_types)
    assert found[0] == Pair("healthy-homes", "fuel-poverty", 2, 2, 2, 5)


def test_lift_by_hand() -> None:
    assert Pair("a", "b", both=6, with_first=10, with_second=12, n=40).lift == pytest.approx(2)
    assert Pair("a", "b", both=5, with_first=20, with_second=10, n=40).lift == pytest.approx(1)


def test_a_pair_with_few_has_no_lift(base: EvidenceBase) -> None:
    assert Pair("a", "b", pairs.ENOUGH - 1, 10, 12, 40).lift is None
    assert (
        pairs.pairs_frame(Findings(base), pairs.pairs(Findings(base), Findings(base).policy_types))["lift"]
        .isna()
        .all()
    )


def test_what_is_named_keeps_those_level_with_the_last() -> None:
    real = load(__file__)
    found = pairs.pairs(Findings(real), Findings(real).policy_types)
    named = pairs.most_found(Findings(real), found)
    assert len(named) >= pairs.NAMED
    assert sum(one.both >= named["n"].min() for one in found) == len(named)


def test_types_found_often(base: EvidenceBase) -> None:
    assert pairs.often_found(Findings(base), Findings(base).policy_types) == [
        "Green space",
        "Healthy homes",
        "Reducing fuel poverty",
        "Living wage",
        "Community clubs and associations",
        "Befriending",
    ]


def test_domains_together(base: EvidenceBase) -> None:
    frame = pairs.domains_together(Findings(base), Findings(base).policy_types).set_index(["row", "column"])[
        "n"
    ]
    assert frame["Living environment", "Living environment"] == 4
    assert frame["Living environment", "Economic systems"] == 1
    assert frame["Economic systems", "Living environment"] == 1
    assert frame["Living environment", "Social relationships"] == 1
    assert frame["Economic systems", "Community governance"] == 0
