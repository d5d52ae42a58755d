"""A field of slugs says what it points at."""

import pytest

from resilience.records.base import Record
from resilience.records.coding import CodedText
from resilience.records.editorial import Gap
from resilience.records.policy import Policy
from resilience.records.slugs import Named, pointer_of
from resilience.records.study import Outcome, Study


@pytest.mark.parametrize(
    ("model", "field", "named", "or_else"),
    [
        (Study, "types", Named.TYPE, ()),
        (Study, "themes", Named.THEME, ()),
        (Study, "companion_of", Named.STUDY, ()),
        (Outcome, "category", Named.OUTCOME, ()),
        (Policy, "council", Named.COUNCIL, ()),
        (CodedText, "coded", Named.TYPE, ("none",)),
        (CodedText, "disputed", Named.TYPE, ("none",)),
        (Gap, "about", Named.TYPE, ("studies", "policies", "programme", "survey", "places", "pools")),
    ],
)
def test_pointer(model: type[Record], field: str, named: Named, or_else: tuple[str, ...]) -> None:
    assert pointer_of(model.model_fields[field]) == (named, or_else)


@pytest.mark.parametrize(("model", "field"), [(Study, "summary"), (Outcome, "pool"), (Policy, "slug")])
def test_other_fields_point_at_nothing(model: type[Record], field: str) -> None:
    assert pointer_of(model.model_fields[field]) is None
