"""The optional hook is put in once, and checks only what is staged of the evidence."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    run("git", "init", "-q", ".", cwd=tmp_path)
    for name in ("user.name", "user.email"):
        run("git", "config", name, "nobody", cwd=tmp_path)
    (tmp_path / ".git/hooks/pre-commit").unlink(missing_ok=True)
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools/hook.sh", tmp_path / "tools")
    command = tmp_path / ".venv/bin/resilience"
    command.parent.mkdir(parents=True)
    command.write_text('#!/usr/bin/env bash\necho "$@" > asked\nexit 1\n', "utf-8")
    command.chmod(0o755)
    assert run("tools/hook.sh", cwd=tmp_path).returncode == 0
    return tmp_path


def test_staged_records_are_checked_and_an_error_stops_the_commit(clone: Path) -> None:
    record = clone / "evidence/studies/a b.yml"
    record.parent.mkdir(parents=True)
    record.write_text("", "utf-8")
    run("git", "add", "evidence", cwd=clone)
    assert run("git", "commit", "-qm", "x", cwd=clone).returncode == 1
    assert (clone / "asked").read_text("utf-8") == "check evidence/studies/a b.yml\n"


def test_other_files_are_none_of_its_business(clone: Path) -> None:
    (clone / "notes.txt").write_text("", "utf-8")
    run("git", "add", "notes.txt", cwd=clone)
    assert run("git", "commit", "-qm", "x", cwd=clone).returncode == 0
    assert not (clone / "asked").exists()


def test_a_hook_that_is_there_stays(clone: Path) -> None:
    result = run("tools/hook.sh", cwd=clone)
    assert result.returncode == 1
    assert "There is a hook already" in result.stderr
