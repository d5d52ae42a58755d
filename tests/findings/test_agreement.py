"""Agreement field by field, counted by hand."""

from resilience.evidence.coding import DoubleCode
from resilience.findings.agreement import by_field, differing


def code(
    study: str, field: str, first: str | None, second: str | None, result: int | None = None
) -> DoubleCode:
    return DoubleCode("study", study, result, field, first, second, first)


CODES = [
    code("a", "comparison", "review", "review"),
    code("b", "comparison", "review", "none"),
    code("c", "comparison", "none", "none"),
    code("a", "on_topic.green-space", "yes", "part"),
    code("a", "on_topic.befriending", "yes", "yes"),
    code("a", "evaluation", None, None),
    code("a", "comparison", "review", "review", 0),
    code("b", "countries", "GB-ENG; FR", "FR; GB-ENG"),
    DoubleCode("policy", "b", None, "evaluation", "true", None, "true"),
    DoubleCode("study", "c", None, "bias", None, None, "low"),
]


def test_fields_stand_in_order_with_results_and_policies_apart() -> None:
    assert [(one.of, one.field, one.found.pairs, one.found.same) for one in by_field(CODES)] == [
        ("studies", "comparison", 3, 2),
        ("studies", "on_topic", 2, 1),
        ("studies", "evaluation", 1, 1),
        ("results", "comparison", 1, 1),
        ("studies", "countries", 1, 1),
        ("policies", "evaluation", 1, 0),
    ]


def test_chance_is_taken_out() -> None:
    found = by_field(CODES)[0].found
    assert found.ac1 is not None
    # Half of all codes are review: chance agreement is one half, and two of three agree.
    assert round(found.ac1, 6) == round((2 / 3 - 1 / 2) / (1 / 2), 6)


def test_nothing_is_known_where_one_code_was_used_throughout() -> None:
    assert by_field(CODES)[2].found.ac1 is None


def test_records_on_which_the_passes_differed() -> None:
    assert differing(CODES) == {("study", "a"), ("study", "b"), ("policy", "b")}
    assert differing([]) == set()
