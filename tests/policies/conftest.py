"""Five councils with six policies, small enough to count by hand."""

import shutil
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from tests.frozen import SETS

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.matching import Decision

COUNCILS = {
    "bury": ("metropolitan-district", "England", "North West"),
    "wigan": ("metropolitan-district", "England", "North West"),
    "brent": ("london-borough", "England", "London"),
    "fife": ("scottish-council", "Scotland", "Scotland"),
    "powys": ("welsh-principal-area", "Wales", "Wales"),
}
POLICIES: dict[str, dict[str, Any]] = {
    "bury-warm": {
        "council": "bury",
        "types": ["fuel-poverty", "healthy-homes"],
        "document_type": "programme",
        "year_start": 2010,
        "evaluation": True,
        "monitoring": True,
        "figures": [
            {"fact": "spent", "value": 2.5, "unit": "GBP million"},
            {"fact": "homes inspected", "value": 50, "unit": "homes"},
            {"fact": "fall in complaints", "value": 12, "unit": "percent"},
            {"fact": "people helped each year", "value": 3, "unit": "million people"},
            {"fact": "aims", "value": 4, "unit": "aims"},
        ],
        "url": "https://www.example.org/warm",
        "actions": [{"text": "warm homes", "coded": "fuel-poverty"}, {"text": "plant trees"}],
    },
    "bury-plan": {
        "council": "bury",
        "types": ["fuel-poverty"],
        "document_type": "strategy",
        "actions": [{"text": "write reports", "coded": "none"}],
    },
    "wigan-deal": {
        "council": "wigan",
        "types": ["fuel-poverty", "healthy-homes", "living-wage"],
        "document_type": "strategy",
        "actions": [{"text": "fair work", "disputed": ["living-wage", "none"]}],
    },
    "brent-pay": {
        "council": "brent",
        "types": ["living-wage"],
        "document_type": "charter",
        "monitoring": True,
        "top_up": True,
        "actions": [{"text": "raise flags"}],
    },
    "fife-parks": {
        "council": "fife",
        "types": ["green-space"],
        "document_type": "strategy",
        "actions": [{"text": "open clubs"}, {"text": "open rooms"}],
    },
    "powys-friends": {
        "council": "powys",
        "types": ["befriending"],
        "document_type": "scheme",
        "actions": [],
    },
}
DECISIONS = [
    {"text": "open clubs", "answer": "approved", "type": "community-clubs", "suggested": "community-clubs"},
    {"text": "open rooms", "answer": "rejected", "suggested": "befriending"},
]
SUGGESTED = {"plant trees": ("green-space", Decision.REVIEW), "raise flags": ("befriending", Decision.NONE)}


def suggest(text: str) -> Any:
    """Suggest as a matcher would that knows two texts."""
    type_, decision = SUGGESTED[text]
    return SimpleNamespace(type=type_, decision=decision, score=60.0)


@pytest.fixture
def matcher() -> Callable[[str], Any]:
    """Hand out the matcher of two texts; it fails on texts that people have typed."""
    return suggest


@pytest.fixture
def view(base: EvidenceBase, matcher: Callable[[str], Any]) -> Findings:
    """Open the view of the small evidence base, in which the matcher of two texts suggests."""
    view = Findings(base)
    vars(view)["suggestions"] = SimpleNamespace(of=matcher)
    return view


@pytest.fixture
def base(tmp_path: Path) -> EvidenceBase:
    """Write the small evidence base, with the whole code frame."""
    write(tmp_path / "councils.yml", {"councils": [council(slug) for slug in COUNCILS]})
    for slug, record in POLICIES.items():
        write(tmp_path / "policies" / f"{slug}.yml", policy(slug, record))
    decisions = [{**one, "score": 60, "reviewer": "Ann Reviewer", "date": "2026-11-25"} for one in DECISIONS]
    write(tmp_path / "matches/fife-parks.yml", {"of": "policy", "decisions": decisions})
    shutil.copy(SETS / "evidence/taxonomy.yml", tmp_path)
    return EvidenceBase(tmp_path)


def council(slug: str) -> dict[str, Any]:
    kind, nation, region = COUNCILS[slug]
    return {"slug": slug, "name": slug.capitalize(), "type": kind, "nation": nation, "region": region}


def policy(slug: str, record: dict[str, Any]) -> dict[str, Any]:
    seen = [{"at": "https://www.example.org/page", "kind": "council", "mirror": not record.get("url")}]
    provenance = {"seen": seen, "read": "opening", "by": "model", "coders": "single", "added": "2026-11-25"}
    return {
        "title": slug,
        "summary": "A policy.",
        **record,
        "provenance": {**provenance, "review_by": "2027-11-25"},
    }


def write(path: Path, content: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(yaml.safe_dump(content), "utf-8")
