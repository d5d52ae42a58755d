from pathlib import Path

import pytest

from resilience.evidence import load
from resilience.findings import Findings
from resilience.findings.evaluation_advice import advice

BASE = load(Path(__file__).parents[2])
RATINGS, JOINS = Findings(BASE).ratings, Findings(BASE).joins


def asked(slug: str) -> list[str]:
    found = advice(Findings(BASE), RATINGS.of(slug), JOINS.studies_by_type.get(slug, []))
    return [one.do.split()[0] for one in found]


def test_a_type_without_studies_lacks_everything() -> None:
    assert asked("food-security") == ["Compare", "Do", "Measure", "Report", "Record", "Report"]


@pytest.mark.parametrize(
    ("slug", "word", "is_asked"),
    [
        ("befriending", "Compare", False),
        ("befriending", "Do", False),
        ("befriending", "Record", False),
        ("participatory-budgeting", "Do", True),
        ("collective-energy-buying", "Measure", True),
        ("tenant-owned-housing", "Compare", True),
    ],
)
def test_what_is_missing_is_asked_for(slug: str, word: str, is_asked: bool) -> None:
    assert (word in asked(slug)) is is_asked
