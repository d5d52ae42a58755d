from pathlib import Path

from resilience.evidence import load
from resilience.findings import Findings
from resilience.findings.related import Related, related_types

BASE = load(Path(__file__).parents[2])


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
