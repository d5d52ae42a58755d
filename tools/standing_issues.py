"""Keep one issue for each weekly job: opened when it finds something, then updated, closed when all is fine.

`python3 tools/standing_issues.py` reads the reports of this run of GitHub Actions (`tools/report.py`) through
`gh`, which needs a token that may read actions and write issues. A job without a report did not end.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

LABEL = "weekly"
MOST = 50_000
"""Letters of a report in an issue, which may have 65,536."""


class Task(NamedTuple):
    """A weekly job: the title of its issue, and what a maintainer does then."""

    title: str
    to_do: str


TASKS = {
    "links": Task(
        "Weekly: links of records that lead nowhere",
        "Look for the new address, or for a copy in a web archive, and put it into the record. "
        "Where there is none, the record says that nothing is to be seen there any more (`null`).",
    ),
    "audit": Task(
        "Weekly: known weaknesses in what the book uses",
        "Run `make lock UPGRADE=--upgrade`, then `make test`, and commit the locks. "
        "Where no mended release is out yet, say here whether the weakness touches what the book does.",
    ),
    "newest": Task(
        "Weekly: the newest releases break something",
        "Run `make newest` on your own machine. Mend what fails, or name the release that the book can't "
        "have yet in `requirements/*.in`, with the reason.",
    ),
}


class Report(NamedTuple):
    """How a job ended, and the last that it said."""

    fine: bool
    said: str


NO_REPORT = Report(False, "The job gave no report: it stopped before its end. Its log says why.")


def reports_in(folder: Path) -> dict[str, Report]:
    """Give the report of each job."""
    found = {path.stem: json.loads(path.read_text("utf-8")) for path in folder.rglob("*.json")}
    return {name: Report(**found[name]) if name in found else NO_REPORT for name in TASKS}


def body_of(name: str, report: Report, today: date, run: str) -> str:
    """Write the issue of a job that found something."""
    said = report.said.strip()[-MOST:]
    # No line of what was said can end the block that holds it.
    fence = "~" * max(3, 1 + max(map(len, re.findall(r"~+", said)), default=0))
    return (
        f"The weekly job `{name}` found something on {today:%-d %B %Y} ([its run]({run})).\n\n"
        f"{fence}text\n{said}\n{fence}\n\n"
        f"{TASKS[name].to_do}\n\n"
        "The job keeps this issue up to date, and closes it when all is fine.\n"
    )


def keep(name: str, report: Report, today: date, run: str) -> str:
    """Bring the issue of a job up to date, and say what was done."""
    issue = _issue(TASKS[name].title)
    if report.fine:
        if issue is None or issue["state"] != "OPEN":
            return f"{name}: fine"
        _gh("issue", "close", str(issue["number"]), "--comment", f"Fine again on {today:%-d %B %Y} ({run}).")
        return f"{name}: fine again; closed issue {issue['number']}"
    body = body_of(name, report, today, run)
    if issue is None:
        _gh("issue", "create", "--title", TASKS[name].title, "--label", LABEL, "--body-file", "-", given=body)
        return f"{name}: opened an issue"
    number = str(issue["number"])
    _gh("issue", "edit", number, "--body-file", "-", given=body)
    if issue["state"] != "OPEN":
        _gh("issue", "reopen", number)
    return f"{name}: issue {number} says what was found"


def _issue(title: str) -> Mapping[str, int | str] | None:
    """Find the issue of a job, an open one first."""
    listed = _gh(
        *("issue", "list", "--label", LABEL, "--state", "all", "--limit", "200"),
        "--json",
        "number,state,title",
    )
    found = [issue for issue in json.loads(listed) if issue["title"] == title]
    return min(found, key=lambda issue: (issue["state"] != "OPEN", -issue["number"]), default=None)


def _gh(*words: str, given: str | None = None) -> str:
    done = subprocess.run(["gh", *words], input=given, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"gh {' '.join(words[:2])} failed: {done.stderr.strip()}")
    return done.stdout


def main(variables: Mapping[str, str], today: date) -> None:
    """Fetch the reports of this run, and bring all issues up to date."""
    number = variables["GITHUB_RUN_ID"]
    run = f"{variables['GITHUB_SERVER_URL']}/{variables['GITHUB_REPOSITORY']}/actions/runs/{number}"
    with TemporaryDirectory() as folder:
        _gh("run", "download", number, "--pattern", "report-*", "--dir", folder)
        reports = reports_in(Path(folder))
    _gh("label", "create", LABEL, "--force", "--color", "c5def5", "--description", "Kept by the weekly jobs")
    for name, report in reports.items():
        print(keep(name, report, today, run))


if __name__ == "__main__":
    main(os.environ, date.today())
