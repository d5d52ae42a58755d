"""The workflows do what the Makefile does, once for each change, with as few rights as that takes."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.test_setup.tools import ROOT, TOOLS, tool

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
PINNED_WITH_TAG = re.compile(r"^[\w-]+(/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
IN_THIS_REPOSITORY = "./.github/workflows/"
READ_ONLY = {"contents": "read"}
WRITES_NEEDED = {
    "publish.yml": {"deploy": {"pages": "write", "id-token": "write"}},
    "received.yml": {"received": {"contents": "write", "issues": "write", "pull-requests": "write"}},
    "release.yml": {"publish": {"actions": "read", "contents": "write"}},
    "weekly.yml": {"tell": {"actions": "read", "contents": "read", "issues": "write"}},
}
MADE = re.compile(r"make (?P<target>[a-z]+)(?: TESTS=[\w/]+)?")
REPORTED = re.compile(r"python3 tools/report\.py (?P<name>[a-z]+) make (?P<target>[a-z]+)")
SCRIPT = re.compile(r"python3 tools/(?P<script>\w+)\.py(?: --check)?")

each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def workflow(name: str | Path) -> dict[Any, Any]:
    path = ROOT / ".github/workflows" / name
    content: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    # YAML 1.1 reads the key `on` as true.
    content["on"] = content.pop(True)
    return content


def steps(path: str | Path) -> list[dict[str, Any]]:
    return [step for job in workflow(path)["jobs"].values() for step in job.get("steps", [])]


def runs(path: str | Path) -> list[str]:
    return [step["run"] for step in steps(path) if "run" in step]


def test_all_workflows_are_here() -> None:
    assert [path.name for path in WORKFLOWS] == [
        "check.yml",
        "publish.yml",
        "received.yml",
        "release.yml",
        "weekly.yml",
    ]


@each_workflow
def test_every_run_step_is_a_make_target_or_a_script_of_tools(path: Path) -> None:
    for run in runs(path):
        found = MADE.fullmatch(run) or REPORTED.fullmatch(run) or SCRIPT.fullmatch(run)
        assert found, run
        named = found.groupdict()
        assert named.get("target", "check") in TARGETS, run
        assert (TOOLS / f"{named.get('script', 'report')}.py").is_file(), run


def test_every_script_of_a_workflow_is_tested() -> None:
    tested = "".join(file.read_text("utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    scripts = {found["script"] for path in WORKFLOWS for run in runs(path) if (found := SCRIPT.match(run))}
    assert {script for script in scripts if f'"{script}"' not in tested} == set()


@each_workflow
def test_every_action_is_pinned_to_a_commit_with_its_tag(path: Path) -> None:
    uses = re.findall(r"uses: (.+)", path.read_text(encoding="utf-8"))
    others = [use for use in uses if not use.startswith(IN_THIS_REPOSITORY)]
    assert [use for use in others if not PINNED_WITH_TAG.match(use)] == []
    assert [use for use in uses if use not in others and not (ROOT / use).is_file()] == []


def test_one_action_has_one_pin() -> None:
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for name, pin in re.findall(r"uses: (\w[^/\s]*/[^/@\s]+)\S*(@\S+ # \S+)", path.read_text("utf-8")):
            pins.setdefault(name, set()).add(pin)
    assert pins
    assert {name: found for name, found in pins.items() if len(found) > 1} == {}


@each_workflow
def test_jobs_may_only_read_unless_named_here(path: Path) -> None:
    jobs = workflow(path)["jobs"]
    assert workflow(path)["permissions"] == {}
    assert {name: job["permissions"] for name, job in jobs.items() if job["permissions"] != READ_ONLY} == (
        WRITES_NEEDED.get(path.name, {})
    )


@each_workflow
def test_a_fork_gets_no_secret_and_no_credentials(path: Path) -> None:
    checkouts = [step for step in steps(path) if step.get("uses", "").startswith("actions/checkout@")]
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(workflow(path)["on"])
    assert "secrets." not in path.read_text(encoding="utf-8")
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


@each_workflow
def test_nothing_that_others_write_gets_into_a_command(path: Path) -> None:
    assert [run for run in runs(path) if "${{" in run] == []


@pytest.mark.parametrize(("name", "job"), [("weekly.yml", "tell"), ("release.yml", "publish")])
def test_a_token_that_writes_stands_beside_nothing_that_was_installed(name: str, job: str) -> None:
    kinds = [next(iter(step)) for step in workflow(name)["jobs"][job]["steps"]]
    *_, last = workflow(name)["jobs"][job]["steps"]
    assert kinds == ["uses", "run"]
    assert last["run"].startswith("python3 tools/")
    assert last["env"] == {"GH_TOKEN": "${{ github.token }}"}


@each_workflow
def test_a_person_can_start_it_and_it_comes_to_an_end(path: Path) -> None:
    # What answers an issue needs one.
    assert {"workflow_dispatch", "issues"} & workflow(path)["on"].keys()
    assert "concurrency" in workflow(path)
    jobs = workflow(path)["jobs"].values()
    assert all(job["timeout-minutes"] <= 60 for job in jobs if "uses" not in job)


def test_no_change_is_tried_twice() -> None:
    """A pull request starts one workflow, and a push one; whatever else checks calls the first."""
    started = {path.name: set(workflow(path)["on"]) for path in WORKFLOWS}
    assert [name for name, events in started.items() if "pull_request" in events] == ["check.yml"]
    assert [name for name, events in started.items() if "push" in events] == ["publish.yml"]
    assert workflow("publish.yml")["on"]["push"] == {"branches": ["main"]}
    asked = [run for path in WORKFLOWS for run in runs(path)]
    twice = {run for run in asked if asked.count(run) > 1}
    assert twice == set()


def test_records_alone_are_checked_compared_built_and_read_and_all_else_is_tested() -> None:
    jobs = workflow("check.yml")["jobs"]
    by_kind = {name: job.get("if") for name, job in jobs.items()}
    others = "needs.kind.outputs.kind != 'records'"
    assert by_kind == {
        "kind": None,
        "records": None,
        "changes": "github.event_name == 'pull_request'",
        "site": None,
        "form": others,
        "tests": others,
        "budget": others,
        "ready": "always()",
    }
    built = {
        step["run"]: step["if"] for step in jobs["site"]["steps"] if step.get("run", "").startswith("make")
    }
    assert built == {
        "make test TESTS=tests/smoke": "needs.kind.outputs.kind == 'records'",
        "make site": others,
        "make preview": "github.event_name == 'pull_request'",
    }


def test_pages_are_held_to_their_budget_by_a_job_of_their_own() -> None:
    *_, last = workflow("check.yml")["jobs"]["budget"]["steps"]
    assert last == {"run": "make budget"}


def test_the_one_result_waits_for_all_others() -> None:
    jobs = workflow("check.yml")["jobs"]
    assert set(jobs["ready"]["needs"]) == jobs.keys() - {"ready"}
    assert jobs["ready"]["steps"][-1]["env"] == {"RESULTS": "${{ toJSON(needs) }}"}


def test_what_is_published_has_passed_and_comes_from_main() -> None:
    publish, release = workflow("publish.yml")["jobs"], workflow("release.yml")["jobs"]
    for jobs in (publish, release):
        assert jobs["check"]["uses"] == "./.github/workflows/check.yml"
    assert publish["deploy"]["needs"] == release["pack"]["needs"] == "check"
    assert publish["deploy"]["if"] == release["named"]["if"] == "github.ref == 'refs/heads/main'"
    assert (release["check"]["needs"], release["publish"]["needs"]) == ("named", "pack")


def test_only_main_writes_what_main_reads() -> None:
    """A pull request gets a preview, and neither pages nor a cache."""
    for path in WORKFLOWS:
        for step in steps(path):
            if step.get("uses", "").startswith(("actions/cache/save@", "actions/upload-pages-artifact@")):
                assert step["if"].startswith("inputs.publish")
            assert not step.get("uses", "").startswith("actions/cache@")
    assert workflow("publish.yml")["jobs"]["check"]["with"] == {"publish": True}
    assert "with" not in workflow("release.yml")["jobs"]["check"]


def test_every_pull_request_says_what_it_changes_without_a_right_to_comment() -> None:
    job = workflow("check.yml")["jobs"]["changes"]
    *_, last = job["steps"]
    assert last == {"run": "make diff", "env": {"BASE": "HEAD^1"}}
    # Without the parent there would be nothing to compare with.
    assert job["steps"][0]["with"]["fetch-depth"] == 2


def test_each_weekly_job_reports_and_is_told_of() -> None:
    jobs = workflow("weekly.yml")["jobs"]
    tasks = tool("standing_issues").TASKS
    assert set(jobs["tell"]["needs"]) == jobs.keys() - {"tell"} == tasks.keys()
    for name in tasks:
        *_, run, upload = jobs[name]["steps"]
        assert run["run"] == f"python3 tools/report.py {name} make {name}"
        assert upload["if"] == jobs["tell"]["if"] == "!cancelled()"
        assert upload["with"]["name"] == f"report-{name}"
    assert "cache" not in str(jobs["newest"])


def test_what_the_matcher_learnt_stops_no_contributor_and_no_site() -> None:
    """Only main asks whether it is old, in a job that nothing waits for."""
    assert not {"make learn", "make learnt"} & set(runs("check.yml"))
    assert runs("publish.yml").count("make learnt") == 1
    jobs = workflow("publish.yml")["jobs"]
    assert [step.get("run") for step in jobs["learnt"]["steps"]][-1] == "make learnt"
    assert [name for name, job in jobs.items() if "learnt" in job.get("needs", [])] == []
