"""Links go both ways, and a text has the type that passes agreed on or a reviewer decided."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from tests.frozen import book

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.findings.frames import activities_frame, policy_types_frame
from resilience.findings.joins import typed_of
from resilience.records.base import Record
from resilience.records.coding import CodedText
from resilience.records.vocabulary import MatchStatus

Pairs = Iterable[tuple[str, Record]]

FORWARD: dict[str, Callable[[EvidenceBase], Pairs]] = {
    "studies_by_type": lambda base: (
        (slug, study) for study in base.studies.values() for slug in study.types
    ),
    "leads_by_type": lambda base: ((slug, lead) for lead in base.leads.values() for slug in lead.types),
    "policies_by_type": lambda base: (
        (slug, policy) for policy in base.policies.values() for slug in Findings(base).joins.types_of(policy)
    ),
    "policies_by_council": lambda base: ((policy.council, policy) for policy in base.policies.values()),
    "neighbourhoods_by_council": lambda base: (
        (slug, place) for place in base.neighbourhoods.values() for slug in place.councils
    ),
    "companions": lambda base: (
        (study.companion_of, study) for study in base.studies.values() if study.companion_of
    ),
    "gaps_about": lambda base: ((gap.about, gap) for gap in base.gaps),
    "activities_by_type": lambda base: (
        (slug, activity)
        for place in base.neighbourhoods.values()
        for activity in place.activities
        for slug in typed_of(base, place.slug, activity).types
    ),
    "nearby_by_type": lambda base: (
        (action.type, action) for place in base.neighbourhoods.values() for action in place.nearby
    ),
    "results_by_category": lambda base: (
        (outcome.category, outcome) for study in base.studies.values() for outcome in study.outcomes
    ),
}
SLUG = "warm-homes-2019"
STATUS = {
    "insulate lofts": (MatchStatus.CODED, "fuel-poverty"),
    "hold a fair": (MatchStatus.CODED, None),
    "plant trees": (MatchStatus.DISPUTED, None),
    "lend heaters in winter": (MatchStatus.APPROVED, "fuel-poverty"),
    "open a warm room": (MatchStatus.REJECTED, None),
}


def record_of(item: object) -> object:
    """Give the record itself where a join hands out a pair of it and what it stands in."""
    return item[-1] if isinstance(item, tuple) else item


@pytest.mark.parametrize("name", FORWARD)
def test_both_ways(frozen: EvidenceBase, name: str) -> None:
    forward = [(slug, id(record)) for slug, record in FORWARD[name](frozen)]
    joined = getattr(Findings(frozen).joins, name)
    back = [(slug, id(record_of(item))) for slug, items in joined.items() for item in items]
    assert forward
    assert sorted(back) == sorted(forward)


def test_each_result_knows_its_study(frozen: EvidenceBase) -> None:
    for results in Findings(frozen).joins.results_by_category.values():
        assert all(outcome in study.outcomes for study, outcome in results)


def test_each_activity_knows_its_place(frozen: EvidenceBase) -> None:
    joins = Findings(frozen).joins
    assert all(
        activity in place.activities
        for found in joins.activities_by_type.values()
        for place, activity in found
    )
    assert all(action in place.nearby for found in joins.nearby_by_type.values() for place, action in found)


def test_what_was_done_and_what_was_about_it_are_told_apart() -> None:
    joins = Findings(book()).joins
    advice = joins.tried("welfare-debt-advice")
    assert {place.slug for place, _ in advice.did} == {"central-southport"}
    assert {activity.coded for _, activity in advice.did} == {"welfare-debt-advice"}
    assert {activity.coded for _, activity in advice.worked_on} == {"resident-led-enquiry"}
    homes = joins.tried("healthy-homes")
    assert (homes.did, [place.slug for place, _ in homes.worked_on]) == ((), ["claremont", "claremont"])
    assert joins.tried("green-space") == ((), ())


MORE = """activities:
  - text: An afternoon together.
    coded: none
    domain: living-environment
    source:
      work: programme-2022
"""


def test_what_no_type_fits_stands_under_no_type(folder: Path) -> None:
    path = folder / "neighbourhoods/claremont.yml"
    path.write_text(path.read_text("utf-8").replace("activities:\n", MORE, 1), "utf-8")
    base = EvidenceBase(folder)
    assert len(base.neighbourhoods["claremont"].activities) == 2
    assert set(Findings(base).joins.activities_by_type) == {"green-space"}


@pytest.fixture
def base(folder: Path) -> EvidenceBase:
    return EvidenceBase(folder)


def status(base: EvidenceBase, text: str) -> tuple[MatchStatus, str | None]:
    action = next(one for one in base.policies[SLUG].actions if one.text == text)
    return typed_of(base, SLUG, action)[1:3]


def decide(folder: Path, old: str, new: str) -> EvidenceBase:
    """Change the decisions of the good folder, and open it."""
    path = folder / f"matches/{SLUG}.yml"
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    return EvidenceBase(folder)


def test_each_status_is_told_apart(base: EvidenceBase) -> None:
    assert {text: status(base, text) for text in STATUS} == STATUS
    assert typed_of(base, SLUG, CodedText(text="another")).status is MatchStatus.UNCODED


def test_a_decision_holds_in_its_record_alone(base: EvidenceBase) -> None:
    text = CodedText(text="lend heaters in winter")
    assert typed_of(base, "parks-for-all", text).status is MatchStatus.UNCODED


def test_coders_win_over_a_decision(folder: Path) -> None:
    base = decide(folder, "text: open a warm room", "text: insulate lofts")
    assert status(base, "insulate lofts") == STATUS["insulate lofts"]


def test_a_reviewer_settles_a_dispute(folder: Path) -> None:
    base = decide(folder, "text: lend heaters in winter", "text: plant trees")
    assert status(base, "plant trees") == (MatchStatus.APPROVED, "fuel-poverty")


def test_an_approved_type_counts_for_the_policy(folder: Path) -> None:
    coded = ("fuel-poverty", "green-space")
    assert Findings(EvidenceBase(folder)).joins.types_of(EvidenceBase(folder).policies[SLUG]) == coded
    base = decide(folder, "type: fuel-poverty", "type: credit-unions")
    assert Findings(base).joins.types_of(base.policies[SLUG]) == (*coded, "credit-unions")
    assert [policy.slug for policy in Findings(base).joins.policies_by_type["credit-unions"]] == [SLUG]
    frame = policy_types_frame(Findings(base))
    assert list(frame.loc[frame["slug"] == SLUG, "type"]) == [*coded, "credit-unions"]


def test_a_second_type_counts_for_policy_and_council_as_the_first(folder: Path) -> None:
    path = folder / f"policies/{SLUG}.yml"
    second = "    coded: fuel-poverty\n    also: credit-unions\n"
    path.write_text(path.read_text("utf-8").replace("    coded: fuel-poverty\n", second), "utf-8")
    found = Findings(EvidenceBase(folder))
    policy = found.base.policies[SLUG]
    assert found.joins.typed_of(SLUG, policy.actions[0]).types == ("fuel-poverty", "credit-unions")
    assert found.joins.types_of(policy) == ("fuel-poverty", "green-space", "credit-unions")
    assert [one.slug for one in found.joins.policies_by_type["credit-unions"]] == [SLUG]
    assert "credit-unions" in found.council_types[policy.council]


def test_an_activity_with_two_types_stands_under_both(folder: Path) -> None:
    path = folder / "neighbourhoods/claremont.yml"
    second = "coded: green-space\n    also: fuel-poverty\n"
    path.write_text(path.read_text("utf-8").replace("coded: green-space\n", second), "utf-8")
    found = Findings(EvidenceBase(folder))
    (activity,) = found.base.neighbourhoods["claremont"].activities
    for slug in ("green-space", "fuel-poverty"):
        assert [one.activity for one in found.joins.tried(slug).did] == [activity]
    row = activities_frame(found).iloc[0]
    assert (row["type"], row["also"]) == ("green-space", "fuel-poverty")


def test_joins_tell_the_status_of_each_action(base: EvidenceBase) -> None:
    joins = Findings(base).joins
    typed = [joins.typed_of(SLUG, action) for action in base.policies[SLUG].actions]
    assert {one.text.text: (one.status, one.type) for one in typed} == STATUS


APPROVED = """of: neighbourhood
decisions:
  - text: A walk along the beach.
    answer: approved
    type: green-space
    suggested: green-space
    score: 90
    reviewer: Ann Reviewer
    date: '2026-11-25'
"""


def test_an_approved_activity_stands_under_its_type(folder: Path) -> None:
    place = folder / "neighbourhoods/claremont.yml"
    walk = (
        "activities:\n  - text: A walk along the beach.\n    domain: living-environment\n"
        "    source:\n      work: programme-2022\n"
    )
    place.write_text(place.read_text("utf-8").replace("activities:\n", walk, 1), "utf-8")
    before = len(Findings(EvidenceBase(folder)).joins.activities_by_type["green-space"])
    (folder / "matches/claremont.yml").write_text(APPROVED)
    base = EvidenceBase(folder)
    assert len(Findings(base).joins.activities_by_type["green-space"]) == before + 1
    assert "approved" in set(activities_frame(Findings(base))["status"])
