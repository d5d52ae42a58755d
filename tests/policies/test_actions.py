"""Every action has a type and how sure we are of it; councils hold what their policies hold."""

from collections.abc import Callable
from typing import Any

from tests.frozen import book

from resilience.evidence import EvidenceBase
from resilience.findings.view import Findings, of_councils
from resilience.policies.actions import (
    ActionStatus,
    Reading,
    actions_by_status,
    actions_by_type,
    typed_actions,
    types_as_read,
    types_in_order,
)

Matcher = Callable[[str], Any]


def test_each_action_has_its_type_and_status(base: EvidenceBase, matcher: Matcher) -> None:
    found = {one.text: (one.status, one.type, one.score) for one in typed_actions(Findings(base), matcher)}
    assert found == {
        "warm homes": (ActionStatus.CODED, "fuel-poverty", None),
        "plant trees": (ActionStatus.CANDIDATE, "green-space", 60.0),
        "write reports": (ActionStatus.NONE_FITS, None, None),
        "fair work": (ActionStatus.DISPUTED, None, None),
        "raise flags": (ActionStatus.UNMATCHED, None, None),
        "open clubs": (ActionStatus.APPROVED, "community-clubs", None),
        "open rooms": (ActionStatus.REJECTED, None, None),
    }


def test_counts_by_status(view: Findings) -> None:
    counted = actions_by_status(view)
    assert list(counted["n"]) == [1] * len(ActionStatus)


def test_counts_by_type_leave_out_what_was_not_found(view: Findings) -> None:
    counted = actions_by_type(view)
    assert {tuple(row) for row in counted.itertuples(index=False)} == {
        ("Reducing fuel poverty", "Coded", 1),
        ("Green space", "Suggested by computer", 1),
        ("Community clubs and associations", "Approved", 1),
    }


def test_actions_of_all_policies_stand_there() -> None:
    findings = Findings(book())
    typed = typed_actions(findings, findings.suggestions.of)
    assert len(typed) == sum(len(policy.actions) for policy in findings.base.policies.values()) == 28
    assert all((one.type is None) == (one.status not in HAVE_A_TYPE) for one in typed)


HAVE_A_TYPE = {ActionStatus.CODED, ActionStatus.APPROVED, ActionStatus.CANDIDATE}


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
