"""What to measure: what is known and most used on record comes first, with the reason."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.frozen import book

from resilience.findings.view import Findings
from resilience.planning.evaluating.measures import answer, ranked, section
from resilience.planning.from_records.facts import planning_facts
from resilience.planning.walk import Walk

FACTS: dict[str, Any] = json.loads(json.dumps(planning_facts(Findings(book()))))


def scale(name: str, studies: str, known: bool = True, of: str = "") -> dict[str, Any]:
    ends = {"low": 0, "high": 9, "url": "https://example.org/ends"} if known else None
    return {
        "name": name,
        "measures": "mood",
        "better": "lower",
        "range": ends,
        "change": None,
        "url": "https://example.org",
        "studies": list(studies),
        "types": {"befriending": list(of)},
        "survey": False,
    }


def names(*scales: dict[str, Any], activities: tuple[str, ...] = ()) -> list[str]:
    return [one["name"] for one in ranked(scales, activities)]


def test_what_is_known_goes_before_what_is_used_most() -> None:
    assert names(scale("A", "wxyz", known=False), scale("B", "z")) == ["B", "A"]


def test_use_with_the_chosen_activity_goes_before_use_in_all() -> None:
    scales = scale("A", "wxyz"), scale("B", "xy", of="x")
    assert names(*scales) == ["A", "B"]
    assert names(*scales, activities=("befriending",)) == ["B", "A"]


@given(st.permutations([scale("A", "xy"), scale("B", "xy"), scale("C", "x"), scale("D", "xyz", known=False)]))
def test_the_order_on_file_is_no_matter(scales: list[dict[str, Any]]) -> None:
    assert names(*scales) == ["A", "B", "C", "D"]


def test_each_chosen_group_hears_of_its_scales_and_questions() -> None:
    groups = tuple(FACTS["common"]["groups"])
    found = section(FACTS, Walk(outcomes=groups))
    assert found
    for group in groups:
        label = f"“{FACTS['common']['groups'][group]['label']}”"
        assert sum(label in one.text for one in found.said) >= 2
    assert found.table
    assert all(row[0].sources and row[2].sources for row in found.table.rows)
    assert all(cell.text and "None" not in cell.text for row in found.table.rows for cell in row)


def test_what_is_not_on_record_is_said() -> None:
    found = section(FACTS, Walk(outcomes=("services",)))
    assert found
    assert found.table is None
    assert [one.text.partition(". ")[0] for one in found.said] == [
        "“Services”: no study on record used a scale that this book knows",
        "No question of the programme’s own survey that is on record is about “Services”.",
    ]
    assert answer(FACTS, Walk(outcomes=("services",))) is None


def test_nothing_is_said_where_no_outcome_is_chosen() -> None:
    assert section(FACTS, Walk()) is None
    assert answer(FACTS, Walk()) is None
