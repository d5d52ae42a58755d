"""The evidence of this repository is whole. Records only grow, so numbers are lower bounds."""

import pytest

from resilience.checks import Severity, check
from resilience.evidence import EvidenceBase

AT_LEAST = {
    "studies": 354, "policies": 309, "neighbourhoods": 8, "types": 30, "leads": 26, "concepts": 9,
    "councils": 158, "references": 404,
}  # fmt: skip


@pytest.mark.parametrize("name", AT_LEAST)
def test_nothing_was_lost(real: EvidenceBase, name: str) -> None:
    assert len(getattr(real, name)) >= AT_LEAST[name]


def test_no_study_is_also_a_lead(real: EvidenceBase) -> None:
    assert real.studies.keys() & real.leads.keys() == set()


@pytest.mark.parametrize("name", ["studies", "leads", "concepts"])
def test_every_record_has_its_work(real: EvidenceBase, name: str) -> None:
    assert getattr(real, name).keys() <= real.references.keys()


def test_every_publication_has_its_work(real: EvidenceBase) -> None:
    keys = {item.key for item in (*real.programme.publications, *real.programme.background_reading)}
    assert keys
    assert keys <= real.references.keys()


def test_no_error_is_found(real: EvidenceBase) -> None:
    errors = [problem for problem in check(real.folder) if problem.severity is Severity.ERROR]
    assert [str(problem) for problem in errors] == []
