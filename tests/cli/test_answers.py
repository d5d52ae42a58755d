"""`resilience answers` and `resilience diff`: sentences beside the records, and what moved since when."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from tests.cli.conftest import Run, change

from resilience.evidence import load
from resilience.evidence.form import to_form
from resilience.records.answer import WrittenAnswer
from resilience.records.vocabulary import Level

FILE = "answers/credit-unions.yml"
MOVED = "Mind: the level was “Not clear”, is now “Not studied”"


def as_if_unclear(repository: Path) -> None:
    change(repository, FILE, "      level: none", "      level: unclear")


def test_a_sentence_stands_before_what_the_records_say_now(run: Run) -> None:
    lines = run("answers", "credit-unions").output.splitlines()
    assert lines[0] == "Credit unions (credit-unions)"
    assert "policies of 0 UK councils are on record" in lines[1]
    assert lines[2:] == [
        "- Mind: Not studied: no study on record looked at mental health.",
        "  Now: Not studied; no size; 0 studies, 0 of them reviews.",
    ]


def test_what_moved_is_told(run: Run, repository: Path) -> None:
    as_if_unclear(repository)
    assert f"* Moved. {MOVED}." in run("answers").output
    (answer,) = json.loads(run("answers", "--json").output)
    assert answer["moved"] == [MOVED]
    assert answer["aims"][0]["counted"] == {"studies": 0, "reviews": 0, "trials": 0, "in_uk": 0}


def test_grounds_are_renewed_and_nothing_else(run: Run, repository: Path) -> None:
    as_if_unclear(repository)
    change(
        repository, FILE, "  drafts: 2", "  drafts: 2\n  checked:\n    by: Ann Reviewer\n    on: '2026-11-26'"
    )
    before = load(repository).answers["credit-unions"]
    assert run("answers", "--renew").output == "Renewed: evidence/answers/credit-unions.yml\n"
    text = (repository / "evidence" / FILE).read_text("utf-8")
    after = load(repository).answers["credit-unions"]
    assert to_form(text, WrittenAnswer) == text
    assert after.aims[0].grounds.level is Level.NONE
    assert (after.written.settled, after.written.checked) == (date.today(), None)
    assert (after.activity, after.aims[0].says) == (before.activity, before.aims[0].says)
    assert run("answers", "--renew").output == "Nothing has moved.\n"


def test_an_activity_without_an_answer_is_refused_with_what_was_meant(run: Run) -> None:
    result = run("answers", "credit-union")
    assert result.exit_code == 2
    assert "credit-union has no file in evidence/answers/. Did you mean credit-unions?" in result.output


@pytest.fixture
def revisions(repository: Path) -> Path:
    git(repository, "init", "--quiet")
    git(repository, "add", "evidence")
    git(
        repository, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "before"
    )
    return repository


def git(repository: Path, *words: str) -> None:
    subprocess.run(["git", "-C", str(repository), *words], check=True)


def a_new_study_of_credit_unions(repository: Path) -> None:
    change(repository, "studies/trial-2020.yml", "types:\n  - green-space", "types:\n  - credit-unions")
    change(repository, "studies/trial-2020.yml", "on_topic:\n  green-space:", "on_topic:\n  credit-unions:")


def test_nothing_moved_since_the_last_commit(run: Run, revisions: Path) -> None:
    assert run("diff").output == "No answer has moved.\n"
    assert json.loads(run("diff", "HEAD", "--json").output) == []


def test_an_answer_that_moved_is_listed_until_it_is_written_anew(run: Run, revisions: Path) -> None:
    a_new_study_of_credit_unions(revisions)
    head, *lines = run("diff").output.splitlines()
    assert head == "evidence/answers/credit-unions.yml: still to be looked at"
    assert lines[0] == "- Mind: the level was “Not studied”, is now “May help (early evidence)”"
    assert lines[-1] == "- Mind: of the studies with a result, 1 came in: trial-2020"
    run("answers", "--renew")
    assert run("diff").output.splitlines()[0] == "evidence/answers/credit-unions.yml: written anew"
    (shift,) = json.loads(run("diff", "--json").output)
    assert (shift["type"], shift["renewed"], len(shift["moves"])) == ("credit-unions", True, 3)


def test_two_folders_can_be_compared(run: Run, good: Path, repository: Path) -> None:
    a_new_study_of_credit_unions(repository)
    assert "still to be looked at" in run("diff", str(good)).output


@pytest.mark.parametrize("state", ["no-such-revision", "--output=x", "HEAD:evidence/rating.yml"])
def test_what_is_no_state_of_the_evidence_is_refused_in_a_sentence(
    run: Run, revisions: Path, state: str
) -> None:
    result = run("diff", "--", state)
    assert result.exit_code == 2
    assert f"{state} can't be compared: " in result.output
    assert not (revisions / "evidence/x").exists()


def test_records_of_an_earlier_time_need_not_fit(run: Run, revisions: Path, tmp_path: Path) -> None:
    old = shutil.copytree(revisions / "evidence", tmp_path / "old/evidence")
    (old / "rating.yml").write_text("version: 1\n", "utf-8")
    result = run("diff", str(old))
    assert result.exit_code == 2
    assert f"{old} can't be compared: {old}/rating.yml: " in result.output
    assert len(result.output.splitlines()) == 4
