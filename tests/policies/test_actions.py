"""Every action has a type and how sure we are of it; councils hold what their policies hold."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from tests.frozen import book
from tests.lexicon import project_lexicon

from resilience.evidence import EvidenceBase
from resilience.findings.view import Findings, of_councils
from resilience.matching import match
from resilience.policies.actions import (
    AS_SECOND,
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


@pytest.fixture
def with_second(base: EvidenceBase, matcher: Matcher) -> Findings:
    """Give warm homes a second type that no record of a council names, and plant trees a second guess."""
    policy = base.policies["bury-warm"]
    warm, *others = policy.actions
    second = warm.model_copy(update={"also": "credit-unions"})
    base.policies = {**base.policies, policy.slug: policy.model_copy(update={"actions": (second, *others)})}
    view = Findings(base)
    vars(view)["suggestions"] = SimpleNamespace(of=matcher)
    return view


def test_a_second_type_is_told_apart_from_the_first(with_second: Findings) -> None:
    counted = {tuple(row) for row in actions_by_type(with_second).itertuples(index=False)}
    assert {row for row in counted if row[1] == AS_SECOND} == {("Credit unions", AS_SECOND, 1)}
    assert ("Reducing fuel poverty", "Coded", 1) in counted
    assert sum(n for _, column, n in counted if column != AS_SECOND) == 3


def test_a_second_type_counts_in_every_reading(with_second: Findings, matcher: Matcher) -> None:
    for reading in Reading:
        assert "credit-unions" in types_as_read(with_second, reading, matcher)["bury-warm"]
    strict = types_as_read(with_second, Reading.ACTIONS_ONLY, matcher)
    assert strict["bury-warm"] == {"fuel-poverty", "credit-unions"}


def test_only_the_first_type_that_the_matcher_suggests_counts(base: EvidenceBase) -> None:
    findings = Findings(base)
    found = match("welfare rights advice and food bank", project_lexicon())
    assert len(found.types) == 2
    actions = typed_actions(findings, lambda _: found)
    candidates = [one for one in actions if one.status is ActionStatus.CANDIDATE]
    assert {one.types for one in candidates} == {(found.type,)}


def test_types_stand_by_domain(base: EvidenceBase) -> None:
    domains = [base.types[slug].domain for slug in types_in_order(Findings(base))]
    assert list(dict.fromkeys(domains)) == list(base.domains)
    assert sorted(types_in_order(Findings(base))) == sorted(base.types)
    assert domains == sorted(domains, key=list(base.domains).index)
