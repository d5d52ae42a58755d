"""`resilience check` for one change: own lines first, only what changed, only some codes, and what is due."""

import subprocess
from pathlib import Path

import pytest
from tests.cli.conftest import Run, change
from tests.cli.test_check import POLICY, STUDY, codes

WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


def git(repository: Path, *words: str) -> None:
    subprocess.run(["git", *WHO, *words], cwd=repository, check=True, capture_output=True)


@pytest.fixture
def branch(repository: Path) -> Path:
    """Stand on a branch of a repository whose main holds a problem already."""
    change(repository, POLICY, "document_type: strategy", "document_type: wish")
    git(repository, "init", "-b", "main")
    git(repository, "add", "-A")
    git(repository, "commit", "-m", "Start")
    git(repository, "switch", "-c", "mine")
    return repository


def test_only_what_changed(run: Run, branch: Path) -> None:
    assert run("check", "--changed").stdout == "Checked 0 files: no errors, no warnings.\n"
    change(branch, STUDY, "design: rct", "design: trial")
    git(branch, "commit", "-am", "Mine")
    (branch / "evidence/studies/notes.txt").write_text("x", "utf-8")
    result = run("check", "--changed")
    assert codes(result.stdout) == ["E133", "E123"]
    assert result.stdout.endswith("Checked 2 files: 2 errors, no warnings.\n")
    assert codes(run("check", "--changed", "main").stdout) == ["E133", "E123"]
    assert codes(run("check", "--changed", "HEAD").stdout) == ["E133"]
    assert codes(run("check").stdout) == ["E123", "E133", "E123"]


def test_a_path_behind_changed_is_a_path(run: Run, branch: Path) -> None:
    change(branch, STUDY, "design: rct", "design: trial")
    assert codes(run("check", "--changed", "evidence/studies").stdout) == ["E123"]
    assert codes(run("check", "--changed", "evidence/policies").stdout) == []


def test_an_unknown_revision_is_told(run: Run, branch: Path) -> None:
    result = run("check", "--changed", "nowhere")
    assert result.exit_code == 2
    assert "nowhere" in result.stderr


def test_own_lines_come_first_in_annotations(run: Run, branch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    change(branch, STUDY, "design: rct", "design: trial")
    git(branch, "commit", "-am", "Mine")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    first, second, _ = run("check").stdout.splitlines()
    assert first.startswith("::error file=evidence/studies/trial-2020.yml,line=2,")
    assert second.startswith("::error file=evidence/policies/parks-for-all.yml,")


def test_some_codes_only(run: Run, branch: Path) -> None:
    change(branch, STUDY, "Gardeners were", "TODO Gardeners were")
    assert codes(run("check", "--select", "w272").stdout) == ["W272"]
    assert codes(run("check", "--select", "W272", "--select", "E123").stdout) == ["E123", "W272"]
    assert run("check", "--select", "E999").exit_code == 2


def test_what_is_due_is_listed_apart(run: Run, repository: Path) -> None:
    change(repository, STUDY, "review_by: '2027-11-25'", "review_by: '2026-11-26'")
    change(
        repository,
        POLICY,
        "added: '2026-11-25'\n  review_by: '2027-11-25'",
        "added: '2024-11-25'\n  review_by: '2025-11-25'",
    )
    assert codes(run("check").stdout) == []
    result = run("check", "--overdue", "evidence/policies")
    assert (result.exit_code, codes(result.stdout)) == (0, ["W251"])


def test_diff_shows_and_writes_nothing(run: Run, repository: Path) -> None:
    change(repository, STUDY, "sample_size: 200", "sample_size: 1,200")
    path = repository / "evidence" / STUDY
    before = path.read_bytes()
    result = run("check", "--fix", "--diff")
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert lines[:2] == [f"--- a/evidence/{STUDY}", f"+++ b/evidence/{STUDY}"]
    assert [line for line in lines if line[:2] in ("-s", "+s")] == [
        "-sample_size: 1,200",
        "+sample_size: 1200",
    ]
    assert path.read_bytes() == before
    run("check", "--fix")
    assert run("check", "--fix", "--diff").stdout == "Nothing would change.\n"
    assert run("check", "--diff").exit_code == 2
