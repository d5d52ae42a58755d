"""A small evidence base that can be counted by hand."""

import shutil
from pathlib import Path

import pytest
import yaml

from resilience.evidence import EvidenceBase

REPOSITORY = Path(__file__).parents[2]
KEPT = ("taxonomy.yml", "outcomes.yml", "rating.yml")
PROVENANCE = {
    "seen": [{"at": "x"}],
    "read": "abstract",
    "coders": "single",
    "added": "2026-01-01",
    "review_by": "2028-01-01",
}


def study(
    outcomes: list[tuple[str, str]], effect: dict[str, object] | None = None, **fields: object
) -> dict[str, object]:
    """Write a study whose outcomes are pairs of category and direction, each with the same effect."""
    return {
        "design": "rct",
        "intervention": "something",
        "outcomes": [{"category": c, "measure": "m", "direction": d, "effect": effect} for c, d in outcomes],
        "summary": "s",
        "provenance": PROVENANCE,
        **fields,
    }


MIND = "mental-health"
NUMBER: dict[str, object] = {"metric": "SMD", "value": -0.3, "ci_low": -0.5, "ci_high": -0.1}
STUDIES = {
    "trial-uk": study(
        [(MIND, "benefit")], NUMBER, types=["green-space"], country="England, UK", inequality="Same for all."
    ),
    "cold-exposure": study([(MIND, "harm")], types=["green-space"], design="cohort", of_exposure=True),
    "review-unclear": study([(MIND, "unclear")], types=["green-space"], design="systematic-review"),
    "women-india": study([(MIND, "benefit")], themes=["social-capital"], country="India"),
    "mixed-uk": study(
        [(MIND, "benefit"), (MIND, "no-difference"), ("loneliness", "benefit")],
        types=["befriending", "green-space"],
        country="United Kingdom",
    ),
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
    """Five studies, one lead and one further work; three policies."""
    folder = tmp_path_factory.mktemp("small") / "evidence"
    for name in ("studies", "policies", "neighbourhoods", "pools", "matches", "places"):
        (folder / name).mkdir(parents=True)
    for name in KEPT:
        shutil.copy(REPOSITORY / "evidence" / name, folder / name)
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
    "evaluated": {"actions": [ACTION], "figures": [FIGURE], "evaluation_reported": True},
    "idle": {},
}


def _write(path: Path, record: object) -> None:
    path.write_text(yaml.safe_dump(record, sort_keys=False))
