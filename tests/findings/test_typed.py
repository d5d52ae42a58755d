"""One place says how sure we are of the type of a text, and joins and frames follow it."""

from pathlib import Path

import pytest

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.findings.frames import activities_frame, policy_types_frame
from resilience.findings.typed import typed_of
from resilience.records.coding import CodedText
from resilience.records.vocabulary import MatchStatus

SLUG = "warm-homes-2019"
STATUS = {
    "insulate lofts": (MatchStatus.CODED, "fuel-poverty"),
    "hold a fair": (MatchStatus.CODED, None),
    "plant trees": (MatchStatus.DISPUTED, None),
    "lend heaters in winter": (MatchStatus.APPROVED, "fuel-poverty"),
    "open a warm room": (MatchStatus.REJECTED, None),
}


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
