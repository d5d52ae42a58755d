"""Which types go together, counted by hand and over the real evidence."""

import pytest
from tests.frozen import book

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.policies import pairs
from resilience.policies.pairs import Pair, Related, related_types

BASE = book()


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
    assert pairs.in_policies(Findings(base))["lift"].isna().all()


@pytest.mark.parametrize(("most", "shown"), [(1, 1), (2, 8)])
def test_what_is_named_keeps_those_level_with_the_last(
    most: int, shown: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    findings = Findings(book())
    found = pairs.pairs(findings, findings.policy_types)
    assert [one.both for one in found] == [3, *[1] * 7]
    monkeypatch.setattr(pairs, "NAMED", most)
    assert len(pairs.most_found(findings)) == shown


def test_types_found_often(base: EvidenceBase) -> None:
    assert pairs.often_found(Findings(base)) == [
        "Green space",
        "Healthy homes",
        "Reducing fuel poverty",
        "Living wage",
        "Community clubs and associations",
        "Befriending",
    ]


def test_domains_together(base: EvidenceBase) -> None:
    frame = pairs.domains_together(Findings(base)).set_index(["row", "column"])["n"]
    assert frame["Living environment", "Living environment"] == 4
    assert frame["Living environment", "Economic systems"] == 1
    assert frame["Economic systems", "Living environment"] == 1
    assert frame["Living environment", "Social relationships"] == 1
    assert frame["Economic systems", "Community governance"] == 0


def test_pairs_are_counted_both_ways() -> None:
    forth = {one.slug: one.both for one in related_types(Findings(BASE), "fuel-poverty")}
    for slug, both in forth.items():
        back = {one.slug: one.both for one in related_types(Findings(BASE), slug)}
        assert back["fuel-poverty"] == both


def test_counts_add_up_to_all_policies() -> None:
    for one in related_types(Findings(BASE), "befriending"):
        holding = sum(one.slug in Findings(BASE).joins.types_of(policy) for policy in BASE.policies.values())
        assert one.both + one.elsewhere == holding
        assert one.of + one.rest == len(BASE.policies)


def test_the_commonest_comes_first_and_few_are_left_out() -> None:
    numbers = [one.both for one in related_types(Findings(BASE), "fuel-poverty")]
    assert numbers == sorted(numbers, reverse=True)
    assert min(numbers) >= 2
    assert len(related_types(Findings(BASE), "fuel-poverty", at_least=1)) > len(numbers)


def test_commoner_is_by_share_and_not_by_number() -> None:
    assert Related("a", both=2, of=4, elsewhere=30, rest=100).is_commoner
    assert not Related("a", both=2, of=10, elsewhere=30, rest=100).is_commoner
