"""Each weekly job has one issue, which says what was found and closes when all is fine."""

import json
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.test_setup.tools import program, tool

ready, report, issues = tool("ready"), tool("report"), tool("standing_issues")
MONDAY = date(2026, 12, 7)
RUN = {
    "GITHUB_SERVER_URL": "https://github.com",
    "GITHUB_REPOSITORY": "council/book",
    "GITHUB_RUN_ID": "77",
}
GH = """
import json, pathlib, sys
place = pathlib.Path(__file__).parent
words, state = sys.argv[1:], json.loads((place / "state.json").read_text())
state["said"].append(words)
flag = lambda name: words[words.index(name) + 1]
found = lambda: next(issue for issue in state["issues"] if str(issue["number"]) == words[2])
match words[:2]:
    case ["run", "download"]:
        for name, text in state["reports"].items():
            folder = pathlib.Path(flag("--dir"), f"report-{name}")
            folder.mkdir()
            (folder / f"{name}.json").write_text(json.dumps(text))
    case ["issue", "list"]:
        print(json.dumps(state["issues"]))
    case ["issue", "create"]:
        issue = {"number": 1 + len(state["issues"]), "state": "OPEN", "title": flag("--title")}
        state["issues"].append(issue | {"body": sys.stdin.read()})
    case ["issue", "edit"]:
        found()["body"] = sys.stdin.read()
    case ["issue", "reopen"]:
        found()["state"] = "OPEN"
    case ["issue", "close"]:
        found()["state"] = "CLOSED"
    case ["label", "create"]:
        pass
    case _:
        sys.exit(f"unknown: {words}")
(place / "state.json").write_text(json.dumps(state))
"""


class Repository:
    """A repository of which `gh` tells, kept in a file."""

    def __init__(self, folder: Path) -> None:
        self.file = program(folder, "gh", GH) / "state.json"
        self.file.write_text(json.dumps({"issues": [], "reports": {}, "said": []}), "utf-8")

    @property
    def issues(self) -> list[dict[str, str]]:
        found: list[dict[str, str]] = json.loads(self.file.read_text("utf-8"))["issues"]
        return found

    def week(self, capsys: pytest.CaptureFixture[str], **reports: dict[str, object]) -> list[str]:
        """Run the last job of a week in which the others gave these reports."""
        state = json.loads(self.file.read_text("utf-8"))
        self.file.write_text(json.dumps(state | {"reports": reports}), "utf-8")
        issues.main(RUN, MONDAY)
        return capsys.readouterr().out.splitlines()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = Repository(tmp_path / "bin")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return made


FINE = {"fine": True, "said": "1132 links; 0 lead nowhere"}
ALL_FINE = {"links": FINE, "audit": FINE, "newest": FINE}


def test_an_issue_is_opened_kept_closed_and_opened_again(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    assert repository.week(capsys, **ALL_FINE) == ["links: fine", "audit: fine", "newest: fine"]
    assert repository.issues == []
    for said in ("a.yml:1 is dead", "b.yml:2 is dead"):
        repository.week(capsys, **ALL_FINE | {"links": {"fine": False, "said": said}})
        (issue,) = repository.issues
        assert issue["state"] == "OPEN"
        assert said in issue["body"]
    assert "a.yml" not in issue["body"]
    assert "https://github.com/council/book/actions/runs/77" in issue["body"]
    assert repository.week(capsys, **ALL_FINE)[0] == "links: fine again; closed issue 1"
    assert repository.issues[0]["state"] == "CLOSED"
    repository.week(capsys, **ALL_FINE | {"links": {"fine": False, "said": "c.yml:3 is dead"}})
    assert [(issue["number"], issue["state"]) for issue in repository.issues] == [(1, "OPEN")]


def test_a_job_that_stopped_is_no_job_that_found_nothing(
    repository: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    repository.week(capsys, links=FINE, newest=FINE)
    (issue,) = repository.issues
    assert issue["title"] == issues.TASKS["audit"].title
    assert "gave no report" in issue["body"]


def test_a_refusal_of_github_is_told_in_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(program(tmp_path, "gh", "import sys; sys.exit('no token')")))
    with pytest.raises(SystemExit, match="gh run download failed: no token"):
        issues.main(RUN, MONDAY)


def test_nothing_that_was_said_gets_out_of_its_block_or_over_the_limit() -> None:
    said = "~~~~~\n@everyone <b>\n" + "x" * 100_000 + "~~~~~ end"
    body = issues.body_of("links", issues.Report(False, said), MONDAY, "https://example.org/run")
    assert len(body) < 60_000
    fence = next(line for line in body.splitlines() if line.startswith("~")).removesuffix("text")
    assert body.splitlines().count(fence) == 1
    assert len(fence) > 5


def test_each_weekly_job_has_its_issue() -> None:
    assert len({task.title for task in issues.TASKS.values()}) == len(issues.TASKS)


@pytest.mark.parametrize(("code", "fine"), [(0, True), (3, False)])
def test_a_report_keeps_how_a_command_ended(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], code: int, fine: bool
) -> None:
    text = f"import sys; print('out'); print('error', file=sys.stderr, flush=True); sys.exit({code})"
    assert report.run("links", [sys.executable, "-u", "-c", text], tmp_path) == code
    assert json.loads((tmp_path / "links.json").read_text("utf-8")) == {"fine": fine, "said": "out\nerror\n"}
    assert capfd.readouterr().out == "out\nerror\n"


def test_a_long_report_keeps_its_end(tmp_path: Path) -> None:
    report.run("newest", [sys.executable, "-c", "for n in range(1000): print(n)"], tmp_path)
    said = json.loads((tmp_path / "newest.json").read_text("utf-8"))["said"].split()
    assert (len(said), said[-1]) == (report.LAST, "999")


def test_a_job_that_was_not_needed_is_no_fault() -> None:
    results = {"kind": "success", "tests": "skipped", "site": "failure", "form": "cancelled"}
    text = json.dumps({name: {"result": result, "outputs": {}} for name, result in results.items()})
    assert ready.failed(text) == ["site: failure", "form: cancelled"]
