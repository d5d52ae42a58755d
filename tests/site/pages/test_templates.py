"""Facts and templates know the same names: no fact is gathered that no page shows."""

from dataclasses import fields

import pytest

from resilience.site.pages.activity import ActivityFacts
from resilience.site.pages.council import CouncilFacts
from resilience.site.pages.meeting import MeetingFacts
from resilience.site.pages.outcome import OutcomeFacts
from resilience.site.pages.policy import PolicyFacts
from resilience.site.pages.pool import PoolFacts
from resilience.site.pages.study import StudyFacts
from resilience.site.wording.slots import source_of

KINDS = {
    "activity": ActivityFacts,
    "council": CouncilFacts,
    "meeting": MeetingFacts,
    "outcome": OutcomeFacts,
    "policy": PolicyFacts,
    "pool": PoolFacts,
    "study": StudyFacts,
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_fact_is_in_the_template(kind: str) -> None:
    source = source_of(f"pages/{kind}")
    assert [field.name for field in fields(KINDS[kind]) if f"{kind}.{field.name}" not in source] == []
