"""From a form to a pull request: what a sender wrote never becomes a part of a command, nor gets a right."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.test_setup.test_workflows import PINNED_WITH_TAG, WORKFLOWS, steps, workflow

from resilience.received.told import ACCEPT

ROOT = Path(__file__).parents[2]
RECEIVED = ROOT / ".github/workflows/received.yml"
FAKES = {
    "gh": 'printf "%s\\n" "$@" >> "$CALLS"\n',
    "git": 'printf "git: %s\\n" "$*" >> "$CALLS"\n[[ "$*" != *ls-remote* ]] || exit "${BRANCH_IS_NEW:-2}"\n',
}
HOSTILE = '"; touch owned; $(touch owned) `touch owned` ${{ secrets.X }}\n::set-output name=a::b\n'


def job() -> dict[str, Any]:
    (only,) = workflow(RECEIVED)["jobs"].values()
    result: dict[str, Any] = only
    return result


def test_only_a_label_of_a_maintainer_starts_it() -> None:
    assert workflow(RECEIVED)["on"] == {"issues": {"types": ["labeled"]}}
    assert job()["if"] == f"github.event.label.name == '{ACCEPT}'"
    assert f"label={ACCEPT}\n" in (ROOT / "tools/reply.sh").read_text("utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_command_holds_what_a_person_wrote(path: Path) -> None:
    runs = [step["run"] for step in steps(path) if "run" in step]
    assert [run for run in runs if "github.event" in run or "github.head_ref" in run] == []


def test_only_the_last_step_has_the_token_and_none_has_the_words_of_a_person() -> None:
    *others, last = job()["steps"]
    assert last == {"run": "make reply", "env": {"GH_TOKEN": "${{ github.token }}"}}
    assert [step for step in others if "env" in step or "token" in str(step).lower()] == []
    told = re.findall(r"\$\{\{ *([\w.]+) *\}\}", RECEIVED.read_text("utf-8"))
    assert {*told} == {"github.event.issue.number", "github.token"}


def test_its_rights_are_those_that_it_needs() -> None:
    assert workflow(RECEIVED)["permissions"] == {}
    assert job()["permissions"] == {"contents": "write", "issues": "write", "pull-requests": "write"}


def test_its_actions_are_pinned_and_used_elsewhere() -> None:
    uses = re.findall(r"uses: (.+)", RECEIVED.read_text("utf-8"))
    known = (ROOT / ".github/workflows/check.yml").read_text("utf-8")
    assert uses
    assert all(PINNED_WITH_TAG.match(use) and use in known for use in uses)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Stand in a folder with the scripts, whose `git` and `gh` only write down what they are asked."""
    (tmp_path / "tools").mkdir()
    (tmp_path / "_build/received").mkdir(parents=True)
    (tmp_path / "bin").mkdir()
    for name in ("reply.sh", "common.sh"):
        shutil.copy(ROOT / "tools" / name, tmp_path / "tools")
    for name, does in FAKES.items():
        program = tmp_path / "bin" / name
        program.write_text(f"#!/usr/bin/env bash\n{does}", "utf-8")
        program.chmod(0o755)
    return tmp_path


def reply(clone: Path, texts: dict[str, str], **variables: str) -> tuple[int, str, str]:
    """Send texts, and give the code of the script, what it says and what it asked `git` and `gh`."""
    for name, text in texts.items():
        (clone / "_build/received" / name).write_text(text, "utf-8")
    calls = clone / "calls"
    environment = {"PATH": f"{clone}/bin:/usr/bin:/bin", "CALLS": str(calls), **variables}
    done = subprocess.run(
        [clone / "tools/reply.sh"], env=environment, capture_output=True, text=True, check=False
    )
    assert not (clone / "owned").exists()
    return done.returncode, done.stderr, calls.read_text("utf-8") if calls.exists() else ""


TAKEN = {"issue": "12\n", "title": HOSTILE, "message": HOSTILE, "text.md": HOSTILE}


def test_a_draft_becomes_a_pull_request(clone: Path) -> None:
    code, _, calls = reply(clone, TAKEN)
    assert code == 0
    assert "push --quiet origin HEAD:refs/heads/received/12\n" in calls
    assert "git: add -- evidence\n" in calls
    assert "--force" not in calls
    title = HOSTILE.rstrip("\n")
    assert (
        f"pr\ncreate\n--head\nreceived/12\n--title\n{title}\n--body-file\n_build/received/text.md\n" in calls
    )


def test_an_answer_is_sent_and_the_label_taken_away(clone: Path) -> None:
    code, _, calls = reply(clone, {"issue": "12\n", "answer.md": HOSTILE})
    assert code == 0
    assert calls == (
        "issue\ncomment\n12\n--body-file\n_build/received/answer.md\nissue\nedit\n12\n--remove-label\naccept\n"
    )


def test_a_branch_that_is_there_stays(clone: Path) -> None:
    code, said, calls = reply(clone, TAKEN, BRANCH_IS_NEW="0")
    assert (code, "received/12 is there already" in said) == (1, True)
    assert "push" not in calls


@pytest.mark.parametrize("issue", ["", "0\n", "12; touch owned\n", "--repo=x\n", "1\n2\n"])
def test_no_other_issue_is_answered(clone: Path, issue: str) -> None:
    code, said, calls = reply(clone, {**TAKEN, "issue": issue})
    assert (code, calls) == (1, "")
    assert "came with no issue" in said


def test_without_a_form_there_is_nothing_to_send(clone: Path) -> None:
    assert reply(clone, {})[:2] == (1, "There is nothing to send. Next: make received\n")


def test_the_chooser_has_all_forms_and_leaves_room_for_other_issues() -> None:
    config = yaml.safe_load((ROOT / ".github/ISSUE_TEMPLATE/config.yml").read_text("utf-8"))
    assert config == {"blank_issues_enabled": True}
