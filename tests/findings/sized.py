"""A few made-up studies beside the rules, groups of outcomes and scales that stand still."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from tests.frozen import SETS

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.findings.headline import Headline, headline
from resilience.findings.ratings import RatedCell
from resilience.records.reference import Reference
from resilience.records.study import Outcome, Study

EVIDENCE = SETS / "evidence"
TYPE = "befriending"
OUTCOME = {"category": "mental-health", "measure": "m", "direction": "benefit", "clear": "yes"}
STUDY = {
    "design": "rct",
    "comparison": "randomised",
    "intervention": "i",
    "bias": "not-told",
    "summary": "s",
    "countries": ["GB"],
    "types": [TYPE],
    "provenance": {
        "seen": [{"at": "x"}],
        "read": "full-text",
        "by": "person",
        "coders": "single",
        "added": "2026-01-01",
        "review_by": "2028-01-01",
    },
}


@cache
def _rules() -> dict[str, Any]:
    """Read the rules, groups and scales once."""
    base = EvidenceBase(EVIDENCE)
    names = ("types", "domains", "outcomes", "outcome_groups", "rating", "scales")
    return {name: getattr(base, name) for name in names}


def outcome(fields: Mapping[str, Any]) -> Outcome:
    """Fill in what a result needs beside the fields that matter."""
    return Outcome.model_validate({**OUTCOME, **fields})


def study(key: str, fields: Mapping[str, Any]) -> Study:
    """Fill in what a study needs beside the fields that matter."""
    filled = {"on_topic": {TYPE: "yes"}, **fields}
    filled["outcomes"] = [{**OUTCOME, **result} for result in filled["outcomes"]]
    return Study.model_validate({"key": key, **STUDY, **filled})


def base_of(studies: Mapping[str, Mapping[str, Any]]) -> EvidenceBase:
    """Put made-up studies into the place of others; a study's `year` is that of its reference."""
    base = EvidenceBase(EVIDENCE)
    made = {key: dict(fields) for key, fields in studies.items()}
    years = {key: fields.pop("year", 2020) for key, fields in made.items()}
    vars(base).update(
        _rules(),
        studies={key: study(key, fields) for key, fields in made.items()},
        references={key: Reference(key=key, kind="article", year=year) for key, year in years.items()},
        policies={},
        neighbourhoods={},
        decisions={},
    )
    return base


def cell_of(base: EvidenceBase, group: str = "mind") -> RatedCell:
    """Rate one group of outcomes of the activity that all made-up studies carry."""
    return Findings(base).ratings.of(TYPE).cells[group]


def headline_of(studies: Mapping[str, Mapping[str, Any]], group: str = "mind") -> Headline:
    """Give the size of one group of outcomes from made-up studies."""
    base = base_of(studies)
    return headline(base, cell_of(base, group))
