"""What a person found is written into the record in the house's form, and nothing else changes."""

from datetime import date
from pathlib import Path

import pytest

from resilience.evidence import EvidenceBase, EvidenceError
from resilience.evidence.form import to_form
from resilience.evidence.saving import save_caution, save_check
from resilience.records.provenance import Check
from resilience.records.study import Study

NAMES = ["Ann Reviewer", "no", "O'Neill: “Zoë” # 1", "山田", "2026-11-29"]
RECORDS = [("study", "trial-2020"), ("policy", "warm-homes-2019"), ("neighbourhood", "claremont")]


def path_of(folder: Path, kind: str, name: str) -> Path:
    return (
        folder
        / {"study": "studies", "policy": "policies", "neighbourhood": "neighbourhoods"}[kind]
        / f"{name}.yml"
    )


@pytest.mark.parametrize(("kind", "name"), RECORDS)
def test_a_check_changes_its_own_lines_alone(folder: Path, kind: str, name: str) -> None:
    path = path_of(folder, kind, name)
    before = path.read_text(encoding="utf-8")
    save_check(EvidenceBase(folder), kind, name, Check(by="Ann Reviewer", on=date(2026, 11, 29)))
    checked = "  checked:\n    by: Ann Reviewer\n    on: '2026-11-29'\n"
    after = before.replace("  checked: null\n", checked).replace("  read: abstract\n", "  read: full-text\n")
    assert path.read_text(encoding="utf-8") == after


@pytest.mark.parametrize("by", NAMES)
def test_a_check_is_read_again_as_it_was(folder: Path, by: str) -> None:
    check = Check(by=by, on=date(2026, 11, 29))
    save_check(EvidenceBase(folder), "study", "trial-2020", check)
    assert EvidenceBase(folder).studies["trial-2020"].provenance.checked == check


@pytest.mark.parametrize("text", ["design: a cohort, says “p. 3”.", "no", "One. Two. # three", "- x"])
def test_cautions_are_added_one_by_one(folder: Path, text: str) -> None:
    base = EvidenceBase(folder)
    for caution in (text, "Another."):
        save_caution(base, "study", "trial-2020", caution)
    assert EvidenceBase(folder).studies["trial-2020"].provenance.cautions == (text, "Another.")


def test_what_is_written_is_in_form(folder: Path) -> None:
    save_check(EvidenceBase(folder), "study", "trial-2020", Check(by="no", on=date(2026, 11, 29)))
    save_caution(EvidenceBase(folder), "study", "trial-2020", "One sentence. Another one.")
    text = path_of(folder, "study", "trial-2020").read_text(encoding="utf-8")
    assert to_form(text, Study) == text


def test_what_somebody_else_wrote_meanwhile_stays(folder: Path) -> None:
    base = EvidenceBase(folder)
    assert base.studies
    path = path_of(folder, "study", "trial-2020")
    path.write_text(path.read_text(encoding="utf-8").replace("sample_size: 200", "sample_size: 210"))
    save_check(base, "study", "trial-2020", Check(by="Ann", on=date(2026, 11, 29)))
    assert EvidenceBase(folder).studies["trial-2020"].sample_size == 210


def test_comments_stay(folder: Path) -> None:
    path = path_of(folder, "study", "trial-2020")
    path.write_text(
        path.read_text(encoding="utf-8").replace("sample_size: 200", "sample_size: 200  # both arms")
    )
    save_check(EvidenceBase(folder), "study", "trial-2020", Check(by="Ann", on=date(2026, 11, 29)))
    assert "sample_size: 200  # both arms\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["design: [", "design: rct\n", "- a\n", "design: &x rct\nprovenance: {}\n"])
def test_a_file_that_broke_meanwhile_is_left_as_it_is(folder: Path, text: str) -> None:
    base = EvidenceBase(folder)
    path = path_of(folder, "study", "trial-2020")
    path.write_text(text, encoding="utf-8")
    with pytest.raises(EvidenceError, match=r"(?s)trial-2020\.yml.*Nothing was saved"):
        save_check(base, "study", "trial-2020", Check(by="Ann", on=date(2026, 11, 29)))
    assert path.read_text(encoding="utf-8") == text
