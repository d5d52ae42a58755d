"""Councils hold what their policies hold, under each reading."""

from collections.abc import Callable
from typing import Any

from resilience.evidence import EvidenceBase
from resilience.findings.view import Findings, of_councils
from resilience.policies.holdings import Reading, types_as_read, types_in_order


def test_a_council_holds_the_types_of_all_its_policies(base: EvidenceBase) -> None:
    assert Findings(base).council_types == {
        "bury": {"fuel-poverty", "healthy-homes"},
        "wigan": {"fuel-poverty", "healthy-homes", "living-wage"},
        "brent": {"living-wage"},
        "fife": {"green-space", "community-clubs"},
        "powys": {"befriending"},
    }


def test_candidates_are_added_and_nothing_is_lost(base: EvidenceBase, matcher: Callable[[str], Any]) -> None:
    settled = types_as_read(Findings(base), Reading.SETTLED, matcher)
    counted = types_as_read(Findings(base), Reading.WITH_CANDIDATES, matcher)
    assert counted["bury-warm"] - settled["bury-warm"] == {"green-space"}
    assert all(counted[slug] == settled[slug] for slug in settled if slug != "bury-warm")


def test_agreed_actions_alone(base: EvidenceBase, matcher: Callable[[str], Any]) -> None:
    read = of_councils(base, types_as_read(Findings(base), Reading.ACTIONS_ONLY, matcher))
    assert read == {
        "bury": {"fuel-poverty"},
        "wigan": set(),
        "brent": set(),
        "fife": {"community-clubs"},
        "powys": set(),
    }


def test_types_stand_by_domain(base: EvidenceBase) -> None:
    domains = [base.types[slug].domain for slug in types_in_order(Findings(base))]
    assert list(dict.fromkeys(domains)) == list(base.domains)
    assert sorted(types_in_order(Findings(base))) == sorted(base.types)
    assert domains == sorted(domains, key=list(base.domains).index)
