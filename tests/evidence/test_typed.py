from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from resilience.evidence import EvidenceBase, load
from resilience.evidence.decisions import save_decision, take_back
from resilience.evidence.typed import typed_of
from resilience.records.coding import CodedText
from resilience.records.decision import Decision
from resilience.records.vocabulary import Answer, MatchStatus

SLUG = "warm-homes-2019"


@pytest.fixture
def base(tmp_path: Path) -> EvidenceBase:
    copytree(Path(__file__).parents[1] / "checks/good/evidence", tmp_path / "evidence")
    return load(tmp_path)


def status(base: EvidenceBase, text: str) -> tuple[MatchStatus, str | None]:
    action = next(one for one in base.policies[SLUG].actions if one.text == text)
    typed = typed_of(base, SLUG, action)
    return typed.status, typed.type


def test_each_status_is_told_apart(base: EvidenceBase) -> None:
    assert status(base, "insulate lofts") == (MatchStatus.CODED, "fuel-poverty")
    assert status(base, "hold a fair") == (MatchStatus.CODED, None)
    assert status(base, "plant trees") == (MatchStatus.DISPUTED, None)
    assert status(base, "lend heaters in winter") == (MatchStatus.APPROVED, "fuel-poverty")
    assert status(base, "open a warm room") == (MatchStatus.REJECTED, None)
    assert typed_of(base, SLUG, CodedText(text="another")).status is MatchStatus.UNCODED


def test_coders_win_over_a_decision(base: EvidenceBase) -> None:
    save_decision(base, SLUG, "policy", decision("insulate lofts", "green-space"))
    assert status(base, "insulate lofts") == (MatchStatus.CODED, "fuel-poverty")


def test_a_later_decision_takes_the_place_of_the_earlier(base: EvidenceBase) -> None:
    save_decision(base, SLUG, "policy", decision("open a warm room", "fuel-poverty"))
    again = load(base.folder.parent)
    assert status(again, "open a warm room") == (MatchStatus.APPROVED, "fuel-poverty")
    assert len(again.decisions[SLUG].decisions) == 2


def test_the_last_decision_taken_back_leaves_no_file(base: EvidenceBase) -> None:
    for text in ("open a warm room", "lend heaters in winter"):
        take_back(base, SLUG, "policy", text)
    assert not (base.folder / "matches" / f"{SLUG}.yml").exists()
    assert load(base.folder.parent).decisions == {}


def decision(text: str, slug: str) -> Decision:
    return Decision(
        text=text,
        answer=Answer.APPROVED,
        type=slug,
        suggested=slug,
        score=90,
        reviewer="C. Reviewer",
        date=date(2026, 11, 25),
    )
