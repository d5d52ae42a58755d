"""A text may name up to three types, each with its own score, and the first is the type."""

from hypothesis import given
from hypothesis import strategies as st
from tests.lexicon import project_lexicon

from resilience.matching import match
from resilience.matching.decide import MOST_TYPES
from resilience.matching.lexicon import NONE

WORDS = ("food bank", "debt advice", "plant trees", "youth club", "hello", "landlords", "and", "credit union")


def test_a_text_that_holds_two_topics_names_both() -> None:
    found = match("welfare rights advice and food bank", project_lexicon())
    assert {one.type for one in found.types} == {"welfare-debt-advice", "food-security"}
    assert found.in_order[:2] == found.types


def test_a_text_without_a_type_names_none() -> None:
    assert match("qwertz asdfgh", project_lexicon()).types == ()


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_the_first_of_the_types_is_the_type(words: list[str]) -> None:
    found = match(" ".join(words), project_lexicon())
    types = [one.type for one in found.types]
    assert types[:1] == [found.type] or (types, found.type) == ([], NONE)
    assert len(set(types)) == len(types) <= MOST_TYPES
    assert all(0 <= one.score <= 100 for one in found.types)
    assert sorted(one.type for one in found.in_order) == sorted(one.type for one in found.ranked)
