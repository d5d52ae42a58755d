"""A small evidence base that can be counted by hand."""

import shutil
from pathlib import Path

import pytest
import yaml
from tests.frozen import SETS

from resilience.evidence import EvidenceBase

KEPT = ("taxonomy.yml", "outcomes.yml", "rating.yml")
PROVENANCE = {
    "seen": [{"at": "x"}],
    "read": "abstract",
    "by": "model",
    "coders": "single",
    "added": "2026-01-01",
    "review_by": "2028-01-01",
}


def study(
    outcomes: list[tuple[str, str]], effect: dict[str, object] | None = None, **fields: object
) -> dict[str, object]:
    """Write a study whose outcomes are pairs of category and direction, each with the same effect."""
    types = fields.get("types", [])
    assert isinstance(types, list)
    return {
        "design": "rct",
        "comparison": "randomised",
        "intervention": "something",
        "outcomes": [
            {"category": c, "measure": "m", "direction": d, "clear": "not-told", "effect": effect}
            for c, d in outcomes
        ],
        "on_topic": dict.fromkeys(types, "yes"),
        "bias": "not-told",
        "summary": "s",
        "provenance": PROVENANCE,
        **fields,
    }


MIND = "mental-health"
NUMBER: dict[str, object] = {"metric": "SMD", "value": -0.3, "ci_low": -0.5, "ci_high": -0.1}
CUT = study(
    [(MIND, "harm")],
    types=["affordable-housing"],
    polarity="reverse",
    comparison="concurrent",
    countries=["GB-ENG"],
    evaluation="housing-cut",
)
STUDIES = {
    "trial-uk": study(
        [(MIND, "benefit")], NUMBER, types=["green-space"], countries=["GB-ENG"], inequality="Same for all."
    ),
    "cold-exposure": study(
        [(MIND, "harm")], types=["green-space"], design="cohort", comparison="cross-section", of_exposure=True
    ),
    "review-not-told": study(
        [(MIND, "not-told")], types=["green-space"], design="systematic-review", comparison="review"
    ),
    "women-india": study([(MIND, "benefit")], themes=["social-capital"], countries=["IN"]),
    "mixed-uk": study(
        [(MIND, "benefit"), (MIND, "null"), ("loneliness", "benefit")],
        types=["befriending", "green-space"],
        countries=["GB"],
    ),
    "off-topic": study([(MIND, "benefit")], types=["credit-unions"], on_topic={"credit-unions": "no"}),
    "cut-uk": CUT,
    "cut-again": CUT,
}
LEADS = {
    "leads": [
        {
            "key": "lead-one",
            "design": "rct",
            "types": ["credit-unions"],
            "intervention": "i",
            "summary": "s",
            "provenance": PROVENANCE,
        }
    ]
}


@pytest.fixture(scope="session")
def small_base(tmp_path_factory: pytest.TempPathFactory) -> EvidenceBase:
    """Eight studies, one lead and one further work; four policies."""
    folder = tmp_path_factory.mktemp("small") / "evidence"
    for name in ("studies", "policies", "neighbourhoods", "pools", "matches", "places"):
        (folder / name).mkdir(parents=True)
    for name in KEPT:
        shutil.copy(SETS / "evidence" / name, folder / name)
    for key, record in STUDIES.items():
        _write(folder / "studies" / f"{key}.yml", record)
    _write(folder / "leads.yml", LEADS)
    _write(folder / "concepts.yml", {"concepts": []})
    _write(folder / "gaps.yml", {"gaps": []})
    keys = [*STUDIES, "lead-one", "cited-only"]
    (folder / "references.bib").write_text("\n".join(f"@misc{{{key}, title = {{{key}}}}}" for key in keys))
    for slug, fields in POLICIES.items():
        _write(folder / "policies" / f"{slug}.yml", POLICY | fields)
    return EvidenceBase(folder)


POLICY: dict[str, object] = {
    "title": "t",
    "council": "x",
    "document_type": "strategy",
    "types": ["green-space"],
    "summary": "s",
    "actions": [],
    "provenance": PROVENANCE,
}
ACTION = {"text": "plant trees", "coded": "green-space"}
FIGURE = {"fact": "trees planted", "value": 3, "unit": "trees"}
POLICIES: dict[str, dict[str, object]] = {
    "acting": {"actions": [ACTION]},
    "evaluated": {"actions": [ACTION], "figures": [FIGURE], "evaluation": True},
    "monitored": {"actions": [ACTION], "figures": [FIGURE], "monitoring": True},
    "idle": {},
}


def _write(path: Path, record: object) -> None:
    path.write_text(yaml.safe_dump(record, sort_keys=False))
