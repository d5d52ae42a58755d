"""The order in which a person should check records, each reason on a record that has it."""

from collections.abc import Callable

import pytest
from tests.frozen import TESTS, book

from resilience.evidence import EvidenceBase
from resilience.evidence.coding import DoubleCode
from resilience.findings import Findings
from resilience.findings.first_to_check import Reason, ToCheck, carrying, first_to_check
from resilience.records.policy import Policy
from resilience.records.study import Study
from resilience.records.vocabulary import Better, Polarity, Read

TRIAL = "trial-2020"
Change = Callable[[EvidenceBase], None]


@pytest.fixture
def base() -> EvidenceBase:
    """Give the good folder of the checks, with no code on which the passes differ."""
    base = EvidenceBase(TESTS / "checks/good/evidence")
    base.coding = ()
    return base


def listed(base: EvidenceBase) -> list[ToCheck]:
    return first_to_check(Findings(base))


def reasons(base: EvidenceBase, name: str = TRIAL) -> set[Reason]:
    return next(set(one.reasons) for one in listed(base) if one.name == name)


def changed(base: EvidenceBase, **fields: object) -> None:
    base.studies[TRIAL] = base.studies[TRIAL].model_copy(update=fields)


def seen(study: Study | Policy, **fields: object) -> object:
    return study.provenance.model_copy(update=fields)


def test_all_records_are_listed(base: EvidenceBase) -> None:
    names = [one.name for one in listed(base)]
    assert sorted(names) == sorted([*base.studies, *base.policies, *base.neighbourhoods])


def test_a_groups_own_account_has_no_source_to_be_checked_against(base: EvidenceBase) -> None:
    (slug,) = base.other_neighbourhoods
    assert slug not in [one.name for one in listed(base)]
    place = base.other_neighbourhoods[slug]
    history = place.provenance.model_copy(update={"read": Read.FULL_TEXT})
    base.all_neighbourhoods[slug] = place.model_copy(update={"provenance": history})
    assert slug in [one.name for one in listed(base)]


def test_a_vote_that_carries_a_level_alone(base: EvidenceBase) -> None:
    assert Reason.ALONE in reasons(base)
    assert carrying(Findings(base).ratings) == {TRIAL}
    changed(base, of_exposure=True)
    assert Reason.ALONE not in reasons(base)


def test_two_passes_that_differed(base: EvidenceBase) -> None:
    assert Reason.DIFFERED not in reasons(base)
    base.coding = (DoubleCode("study", TRIAL, None, "bias", "low", "some", "low"),)
    assert Reason.DIFFERED in reasons(base)


def test_two_passes_that_differed_on_a_policy(base: EvidenceBase) -> None:
    base.coding = (DoubleCode("policy", "parks-for-all", None, "evaluation", "true", None, None),)
    assert Reason.DIFFERED in reasons(base, "parks-for-all")


def test_two_passes_that_gave_a_text_different_types(base: EvidenceBase) -> None:
    assert Reason.DIFFERED in reasons(base, "warm-homes-2019")
    assert Reason.DIFFERED not in reasons(base, "parks-for-all")


def test_the_opposite_of_the_activity(base: EvidenceBase) -> None:
    changed(base, polarity=Polarity.REVERSE)
    assert Reason.REVERSE in reasons(base)
    changed(base, polarity=Polarity.REVERSE, of_exposure=True)
    assert Reason.REVERSE not in reasons(base), "it votes on nothing"


@pytest.mark.parametrize(
    ("better", "high", "expected"),
    [(None, -0.5, True), (None, None, False), (Better.LOWER, -0.5, False)],
)
def test_an_interval_without_its_better_end(
    base: EvidenceBase, better: Better | None, high: float | None, expected: bool
) -> None:
    first, *others = base.studies[TRIAL].outcomes
    assert first.effect
    effect = first.effect.model_copy(update={"ci_high": high})
    changed(base, outcomes=(first.model_copy(update={"better": better, "effect": effect}), *others))
    assert (Reason.NO_BETTER in reasons(base)) is expected


def test_what_was_read_and_where(base: EvidenceBase) -> None:
    assert Reason.IN_PART in reasons(base)
    assert Reason.MIRROR not in reasons(base)
    mirrors = tuple(one.model_copy(update={"mirror": True}) for one in base.studies[TRIAL].provenance.seen)
    changed(base, provenance=seen(base.studies[TRIAL], read=Read.FULL_TEXT, seen=mirrors))
    assert {Reason.MIRROR} == reasons(base) - {Reason.ALONE}


def test_the_weightiest_reason_comes_first_then_the_next(base: EvidenceBase) -> None:
    ranks = [[reason in one.reasons for reason in Reason] for one in listed(base)]
    assert ranks == sorted(ranks, reverse=True)
    assert listed(base)[0].name == TRIAL


def test_reasons_stand_in_their_order() -> None:
    base = book()
    order = list(Reason)
    for one in first_to_check(Findings(base)):
        places = [order.index(reason) for reason in one.reasons]
        assert places == sorted(places)
