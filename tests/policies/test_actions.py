"""No action is lost, and each says how sure we are of its type."""

from collections.abc import Callable
from typing import Any

from resilience.evidence import EvidenceBase, load
from resilience.findings import Findings
from resilience.policies.action_counts import actions_by_status, actions_by_type
from resilience.policies.actions import ActionStatus, typed_actions

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


def test_counts_by_status(base: EvidenceBase, matcher: Matcher) -> None:
    counted = actions_by_status(typed_actions(Findings(base), matcher))
    assert list(counted["n"]) == [1] * len(ActionStatus)


def test_counts_by_type_leave_out_what_was_not_found(base: EvidenceBase, matcher: Matcher) -> None:
    counted = actions_by_type(Findings(base), typed_actions(Findings(base), matcher))
    assert {tuple(row) for row in counted.itertuples(index=False)} == {
        ("Reducing fuel poverty", "Coded", 1),
        ("Green space", "Candidate", 1),
        ("Community clubs and associations", "Approved", 1),
    }


def test_real_actions_all_stand_there() -> None:
    real = load(__file__)
    typed = typed_actions(Findings(real), Findings(real).suggestions.of)
    assert len(typed) == sum(len(policy.actions) for policy in real.policies.values())
    assert all((one.type is None) == (one.status not in HAVE_A_TYPE) for one in typed)


HAVE_A_TYPE = {ActionStatus.CODED, ActionStatus.APPROVED, ActionStatus.CANDIDATE}
