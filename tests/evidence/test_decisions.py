"""Decisions are saved whole, in the house's form, one file a record, and never lost."""

from datetime import date
from pathlib import Path

import pytest

from resilience.checks import check
from resilience.evidence import EvidenceBase
from resilience.evidence.form import to_form
from resilience.evidence.saving import decision_on, save_decision, take_back
from resilience.records.coding import Decision, Decisions
from resilience.records.vocabulary import Answer

SLUG = "warm-homes-2019"
DECIDED = ("lend heaters in winter", "open a warm room")


@pytest.fixture
def base(folder: Path) -> EvidenceBase:
    return EvidenceBase(folder)


def decision(text: str, reviewer: str = "Cay Reviewer") -> Decision:
    return Decision(
        text=text,
        answer=Answer.APPROVED,
        type="fuel-poverty",
        suggested="green-space",
        score=61.5,
        turned_down=("green-space",),
        reviewer=reviewer,
        date=date(2026, 11, 25),
    )


def path_of(base: EvidenceBase, slug: str = SLUG) -> Path:
    return base.folder / "matches" / f"{slug}.yml"


def test_what_is_saved_is_read_again_as_it_was(base: EvidenceBase) -> None:
    save_decision(base, SLUG, "policy", decision("plant trees"))
    again = EvidenceBase(base.folder)
    assert decision_on(again, SLUG, "plant trees") == decision("plant trees")
    assert [one.text for one in again.decisions[SLUG].decisions] == [*DECIDED, "plant trees"]
    assert again.decisions == base.decisions


def test_a_record_without_a_file_gets_one(base: EvidenceBase) -> None:
    save_decision(base, "claremont", "neighbourhood", decision("A walk."))
    assert EvidenceBase(base.folder).decisions["claremont"].of == "neighbourhood"


def test_a_later_decision_takes_the_place_of_the_earlier(base: EvidenceBase) -> None:
    save_decision(base, SLUG, "policy", decision("open a warm room"))
    found = EvidenceBase(base.folder).decisions[SLUG].decisions
    assert [(one.text, one.answer) for one in found] == [(text, Answer.APPROVED) for text in DECIDED]


def test_what_another_reviewer_saved_meanwhile_stays(base: EvidenceBase) -> None:
    other = EvidenceBase(base.folder)
    assert (SLUG in base.decisions, SLUG in other.decisions) == (True, True)
    save_decision(other, SLUG, "policy", decision("plant trees", "Dee Reviewer"))
    save_decision(base, SLUG, "policy", decision("hold a fair"))
    found = EvidenceBase(base.folder).decisions[SLUG].decisions
    assert [one.text for one in found] == [*DECIDED, "plant trees", "hold a fair"]


@pytest.mark.parametrize("reviewer", ["Ann Reviewer", "A. Reviewer", "no", "O'Neill: “Zoë” # 1", "山田"])
def test_the_file_is_in_form_and_passes_the_checks(base: EvidenceBase, reviewer: str) -> None:
    save_decision(base, SLUG, "policy", decision("plant trees", reviewer))
    text = path_of(base).read_text("utf-8")
    assert to_form(text, Decisions) == text
    assert check(base.folder, date(2026, 12, 1)) == []
    kept = decision_on(EvidenceBase(base.folder), SLUG, "plant trees")
    assert kept
    assert kept.reviewer == reviewer


def test_the_last_decision_taken_back_leaves_no_file(base: EvidenceBase) -> None:
    take_back(base, SLUG, "policy", DECIDED[0])
    assert [one.text for one in EvidenceBase(base.folder).decisions[SLUG].decisions] == [DECIDED[1]]
    take_back(base, SLUG, "policy", DECIDED[1])
    assert not path_of(base).exists()
    assert EvidenceBase(base.folder).decisions == base.decisions == {}


def test_a_save_that_is_interrupted_leaves_the_file_as_it_was(
    base: EvidenceBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path_of(base).read_bytes()

    def interrupted(path: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save_decision(base, SLUG, "policy", decision("plant trees"))
    assert path_of(base).read_bytes() == before
    assert [path.name for path in path_of(base).parent.iterdir()] == [f"{SLUG}.yml"]
