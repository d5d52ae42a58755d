"""The workflows do what the Makefile does, with as few rights as that takes."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
PINNED_WITH_TAG = re.compile(r"^[\w-]+(/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
WRITES_NEEDED = {"publish.yml": {"deploy": {"pages": "write", "id-token": "write"}}}
WRITES_NEEDED |= {
    "received.yml": {"received": {"contents": "write", "issues": "write", "pull-requests": "write"}}
}

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def workflow(path: Path) -> dict[Any, Any]:
    content: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    # YAML 1.1 reads the key `on` as true.
    content["on"] = content.pop(True)
    return content


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in workflow(path)["jobs"].values() for step in job["steps"]]


def test_all_workflows_are_here() -> None:
    assert [path.name for path in WORKFLOWS] == ["check.yml", "publish.yml", "received.yml"]


@each_workflow
def test_every_run_step_is_a_make_target(path: Path) -> None:
    runs = [step["run"] for step in steps(path) if "run" in step]
    assert runs
    assert {run for run in runs if run.removeprefix("make ") not in TARGETS} == set()


@each_workflow
def test_every_action_is_pinned_to_a_commit_with_its_tag(path: Path) -> None:
    uses = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    assert [use for use in uses if not PINNED_WITH_TAG.match(use)] == []


@each_workflow
def test_jobs_may_only_read_unless_named_here(path: Path) -> None:
    jobs = workflow(path)["jobs"]
    read_only = {"contents": "read"}
    assert workflow(path)["permissions"] == {}
    assert {name: job["permissions"] for name, job in jobs.items() if job["permissions"] != read_only} == (
        WRITES_NEEDED.get(path.name, {})
    )


@each_workflow
def test_a_fork_gets_no_secret_and_no_credentials(path: Path) -> None:
    checkouts = [step for step in steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert "pull_request_target" not in workflow(path)["on"]
    assert "secrets." not in path.read_text(encoding="utf-8")
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_every_pull_request_says_what_it_changes_without_a_right_to_comment() -> None:
    job = workflow(ROOT / ".github/workflows/check.yml")["jobs"]["changes"]
    *_, last = job["steps"]
    assert job["if"] == "github.event_name == 'pull_request'"
    assert last == {"run": "make diff", "env": {"BASE": "HEAD^1"}}
    # Without the parent there would be nothing to compare with.
    assert job["steps"][0]["with"]["fetch-depth"] == 2


def test_what_the_matcher_learnt_stops_no_contributor_and_no_site() -> None:
    """Only main asks whether it is old, in a job that nothing waits for."""
    runs = {path.name: [step.get("run") for step in steps(path)] for path in WORKFLOWS}
    assert not {"make learn", "make learnt"} & set(runs["check.yml"])
    assert runs["publish.yml"].count("make learnt") == 1
    jobs = workflow(ROOT / ".github/workflows/publish.yml")["jobs"]
    assert [step.get("run") for step in jobs["learnt"]["steps"]][-1] == "make learnt"
    assert [name for name, job in jobs.items() if "learnt" in job.get("needs", [])] == []
