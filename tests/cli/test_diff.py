"""`resilience diff`: what a change does to records, conclusions, problems and pages."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.cli.conftest import Run, change

from resilience.changes.told import WIDTH

STUDY = "studies/trial-2020.yml"
RANDOMISED = "outcomes.0.comparison"


@pytest.fixture
def revisions(repository: Path) -> Path:
    git(repository, "init", "--quiet", "--initial-branch", "main")
    git(repository, "add", "evidence")
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    git(repository, *who, "commit", "--quiet", "-m", "before")
    git(repository, "switch", "--quiet", "-c", "mine")
    return repository


def git(repository: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(repository), *words], check=True)


def a_new_study_of_credit_unions(repository: Path) -> None:
    change(repository, STUDY, "types:\n  - green-space", "types:\n  - credit-unions")
    change(repository, STUDY, "on_topic:\n  green-space:", "on_topic:\n  credit-unions:")


def plain(run: Run, *words: str) -> dict:  # type: ignore[type-arg]
    found: dict[str, object] = json.loads(run("diff", *words, "--json").output)
    return found


def test_nothing_differs_since_main(run: Run, revisions: Path) -> None:
    assert run("diff").output.endswith("where this branch left main. Nothing in the evidence differs.\n")
    found = plain(run)
    assert len(found.pop("since")) == 40
    assert not any(found.values())


def test_a_change_is_told_with_all_that_follows(run: Run, revisions: Path) -> None:
    a_new_study_of_credit_unions(revisions)
    found = plain(run)
    (record,) = found["records"]
    assert (record["path"], record["kind"], record["change"]) == (STUDY, "study", "changed")
    assert {"field": "types", "before": "“green-space”", "after": "“credit-unions”"} in record["fields"]
    came = [one for one in found["levels"] if one["type"] == "credit-unions"]
    assert [(one["group"], one["before"], one["after"]) for one in came] == [
        ("Mind", "Not studied", "May help (early evidence)")
    ]
    assert came[0]["rules_after"][0]["rule"] == "the votes"
    assert came[0]["came"] == ["trial-2020"]
    assert found["answers"] == [{"slug": "credit-unions", "waits": True}]
    pages = {one["page"]: one["change"] for one in found["pages"]}
    assert pages["studies/trial-2020"] == pages["activities/credit-unions"] == "changed"
    run("answers", "--renew")
    assert plain(run)["answers"] == [{"slug": "credit-unions", "waits": False}]


def test_plain_text_fits_a_terminal_and_names_what_a_reviewer_asks(run: Run, revisions: Path) -> None:
    a_new_study_of_credit_unions(revisions)
    text = run("diff").output
    assert max(map(len, text.splitlines())) <= WIDTH
    assert "- Credit unions, Mind (a main aim): was Not studied, is now May help (early" in text
    assert "Now, by the votes: The one vote says better." in text
    assert text.index("Levels that move:") < text.index("Records:") < text.index("Pages of records:")


def test_markdown_holds_no_markup_of_a_record(run: Run, revisions: Path) -> None:
    text = "summary: '<img src=x> **loud** [a](https://example.org) @someone'"
    path = revisions / "evidence" / STUDY
    lines = path.read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("summary:"))
    path.write_text("\n".join([*lines[:at], text, *lines[at + 1 :]]) + "\n", "utf-8")
    told = run("diff", "--markdown").output
    assert told.startswith("## What this changes\n")
    assert "\\<img src\\=x\\>" in told or "\\<img src=x\\>" in told
    assert "**loud**" not in told
    assert "](https" not in told
    assert " @someone" not in told


def test_two_folders_can_be_compared(run: Run, good: Path, repository: Path) -> None:
    (repository / "evidence" / STUDY).rename(repository / "evidence/studies/renamed-2020.yml")
    found = plain(run, str(good))
    assert {(one["path"], one["change"]) for one in found["records"]} == {
        (STUDY, "removed"),
        ("studies/renamed-2020.yml", "added"),
    }


def test_problems_are_new_or_mended_wherever_they_moved(run: Run, revisions: Path) -> None:
    path = revisions / "evidence" / STUDY
    path.write_text("# A line above.\n" + path.read_text("utf-8"), "utf-8")
    before = plain(run)
    assert before["mended"] == []
    assert "E1" not in "".join(one["code"] for one in before["new_problems"])
    change(revisions, STUDY, "direction: benefit", "direction: no-such-side")
    found = plain(run)
    assert "E123" in [one["code"] for one in found["new_problems"]]
    assert "an error stands in the way" in found["not_told"]
    assert found["records"][0]["fields"][0]["after"] == "“no-such-side”"
    assert "What follows from it can't be told" in run("diff").output


@pytest.mark.parametrize("state", ["no-such-revision", "--output=x", "HEAD:evidence/rating.yml"])
def test_what_is_no_state_of_the_evidence_is_refused_in_a_sentence(
    run: Run, revisions: Path, state: str
) -> None:
    result = run("diff", "--", state)
    assert result.exit_code == 2
    assert f"{state} can't be compared: " in result.output
    assert not (revisions / "evidence/x").exists()


def test_without_a_branch_main_a_revision_must_be_named(run: Run, repository: Path) -> None:
    git(repository, "init", "--quiet", "--initial-branch", "other")
    result = run("diff")
    assert result.exit_code == 2
    assert "There is no branch main to compare with. Name a revision or a folder." in result.output


def test_records_of_an_earlier_time_need_not_fit(run: Run, revisions: Path, tmp_path: Path) -> None:
    old = shutil.copytree(revisions / "evidence", tmp_path / "old/evidence")
    (old / "rating.yml").write_text("version: 1\n", "utf-8")
    found = plain(run, str(old))
    assert found["not_told"].startswith("an error stands in the way")
    assert [one["path"] for one in found["records"]] == ["rating.yml"]
