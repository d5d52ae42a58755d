"""Joins lead from each record to all that belong to it, and back."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.findings.typed import typed_of
from resilience.records.base import Record

Pairs = Iterable[tuple[str, Record]]

FORWARD: dict[str, Callable[[EvidenceBase], Pairs]] = {
    "studies_by_type": lambda base: (
        (slug, study) for study in base.studies.values() for slug in study.types
    ),
    "leads_by_type": lambda base: ((slug, lead) for lead in base.leads.values() for slug in lead.types),
    "policies_by_type": lambda base: (
        (slug, policy) for policy in base.policies.values() for slug in Findings(base).joins.types_of(policy)
    ),
    "policies_by_council": lambda base: ((policy.council, policy) for policy in base.policies.values()),
    "neighbourhoods_by_council": lambda base: (
        (slug, place) for place in base.neighbourhoods.values() for slug in place.councils
    ),
    "companions": lambda base: (
        (study.companion_of, study) for study in base.studies.values() if study.companion_of
    ),
    "gaps_about": lambda base: ((gap.about, gap) for gap in base.gaps),
    "activities_by_type": lambda base: (
        (slug, activity)
        for place in base.neighbourhoods.values()
        for activity in place.activities
        if (slug := typed_of(base, place.slug, activity).type)
    ),
    "nearby_by_type": lambda base: (
        (action.type, action) for place in base.neighbourhoods.values() for action in place.nearby
    ),
    "results_by_category": lambda base: (
        (outcome.category, outcome) for study in base.studies.values() for outcome in study.outcomes
    ),
}


def record_of(item: object) -> object:
    """Give the record itself where a join hands out a pair of it and what it stands in."""
    return item[-1] if isinstance(item, tuple) else item


@pytest.mark.parametrize("name", FORWARD)
def test_both_ways(real: EvidenceBase, name: str) -> None:
    forward = [(slug, id(record)) for slug, record in FORWARD[name](real)]
    joined = getattr(Findings(real).joins, name)
    back = [(slug, id(record_of(item))) for slug, items in joined.items() for item in items]
    assert forward
    assert sorted(back) == sorted(forward)


def test_each_result_knows_its_study(real: EvidenceBase) -> None:
    for results in Findings(real).joins.results_by_category.values():
        assert all(outcome in study.outcomes for study, outcome in results)


def test_each_activity_knows_its_place(real: EvidenceBase) -> None:
    joins = Findings(real).joins
    assert all(
        activity in place.activities
        for found in joins.activities_by_type.values()
        for place, activity in found
    )
    assert all(action in place.nearby for found in joins.nearby_by_type.values() for place, action in found)


MORE = """activities:
  - text: An afternoon together.
    coded: none
    domain: living-environment
    source:
      work: programme-2022
"""


def test_what_no_type_fits_stands_under_no_type(folder: Path) -> None:
    path = folder / "neighbourhoods/claremont.yml"
    path.write_text(path.read_text("utf-8").replace("activities:\n", MORE, 1), "utf-8")
    base = EvidenceBase(folder)
    assert len(base.neighbourhoods["claremont"].activities) == 2
    assert set(Findings(base).joins.activities_by_type) == {"green-space"}
