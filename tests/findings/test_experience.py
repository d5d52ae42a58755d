"""Local experience is graded by the best that was seen: an evaluation, else monitoring figures."""

import pytest

from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.findings.experience import experience_of
from resilience.records.vocabulary import Grade


@pytest.mark.parametrize(
    ("kept", "grade", "looked_at"),
    [
        (["acting", "evaluated", "monitored", "idle"], Grade.EVALUATED, 2),
        (["acting", "monitored"], Grade.MONITORED, 1),
        (["acting", "idle"], Grade.TRIED, 0),
        ([], Grade.NONE, 0),
    ],
)
def test_the_best_that_was_seen(
    small_base: EvidenceBase, kept: list[str], grade: Grade, looked_at: int
) -> None:
    joins = Findings(small_base).joins
    joins.__dict__["policies_by_type"] = {"green-space": [small_base.policies[slug] for slug in kept]}
    found = experience_of(small_base, joins, "green-space")
    assert found.grade.slug is grade
    assert found.looked_at == looked_at
    assert [policy.slug for policy in found.evaluated] == [slug for slug in kept if slug == "evaluated"]
    assert [policy.slug for policy in found.monitored] == [slug for slug in kept if slug == "monitored"]
