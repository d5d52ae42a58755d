import pytest
from tests.frozen import book

from resilience.findings import Findings
from resilience.findings.evaluation_advice import advice

BASE = book()
RATINGS, JOINS = Findings(BASE).ratings, Findings(BASE).joins


def asked(slug: str) -> list[str]:
    found = advice(Findings(BASE), RATINGS.of(slug), JOINS.studies_by_type.get(slug, []))
    return [one.do.split()[0] for one in found]


def test_a_type_without_studies_lacks_everything() -> None:
    assert asked("food-security") == ["Compare", "Do", "Measure", "Report", "Record", "Report"]


def test_three_controlled_studies_are_enough() -> None:
    (trial,) = [study for study in JOINS.studies_by_type["befriending"] if study.key.startswith("harris")]
    found = [
        [one.do.split()[0] for one in advice(Findings(BASE), RATINGS.of("befriending"), [trial] * number)]
        for number in (2, 3)
    ]
    assert ["Compare" in one for one in found] == [True, False]


@pytest.mark.parametrize(
    ("slug", "word", "is_asked"),
    [
        ("befriending", "Compare", True),
        ("befriending", "Do", False),
        ("befriending", "Measure", False),
        ("fuel-poverty", "Do", True),
        ("neighbourhood-partnerships", "Measure", True),
        ("welfare-debt-advice", "Record", False),
    ],
)
def test_what_is_missing_is_asked_for(slug: str, word: str, is_asked: bool) -> None:
    assert (word in asked(slug)) is is_asked
