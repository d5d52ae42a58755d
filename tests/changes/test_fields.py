"""Fields that differ, in words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resilience.changes.fields import differences

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=3), inside, max_size=3),
    max_leaves=8,
)


def said(before: Any, after: Any) -> list[str]:
    return [one.says for one in differences(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"design": "rct"}, {"design": "cohort"}, ["design was “rct”, is now “cohort”"]),
        ({"sample_size": None}, {"sample_size": 12}, ["sample size is now 12; nothing stood there"]),
        ({"quality": "Good."}, {}, ["quality was “Good.”, and is gone"]),
        ({"setting": None}, {}, []),
        ({"value": 1}, {"value": True}, ["value was 1, is now true"]),
        ({"types": ["a", "b"]}, {"types": ["b", "c"]}, ["types was “a”, is now “c”"]),
        ({"types": ["a", "b"]}, {"types": ["b", "a"]}, ["types was “a”, “b”, is now “b”, “a”"]),
        (
            {"outcomes": [{"measure": "sleep", "clear": "no"}, {"measure": "mood", "clear": "no"}]},
            {"outcomes": [{"measure": "mood", "clear": "yes"}, {"measure": "sleep", "clear": "no"}]},
            ["outcomes / “mood” / clear was “no”, is now “yes”"],
        ),
        (
            {"outcomes": [{"measure": "sleep"}]},
            {"outcomes": [{"measure": "sleep"}, {"measure": "mood", "clear": "no"}]},
            ["outcomes / “mood” is now (measure “mood”, clear “no”); nothing stood there"],
        ),
        (
            {"outcomes": [{"measure": "sleep", "clear": "no"}]},
            {"outcomes": [{"measure": "rest", "clear": "no"}]},
            ["outcomes / “rest” / measure was “sleep”, is now “rest”"],
        ),
    ],
)
def test_a_difference_is_told_in_words(before: Any, after: Any, expected: list[str]) -> None:
    assert said(before, after) == expected


def test_of_a_long_text_only_what_is_around_the_difference_is_shown() -> None:
    text = "word " * 60
    (one,) = said({"summary": f"{text}old {text}"}, {"summary": f"{text}new {text}"})
    assert "old" in one
    assert "new" in one
    assert len(one) < 300


@given(PLAIN, PLAIN)
def test_a_value_never_differs_from_itself_and_a_difference_is_told(one: Any, other: Any) -> None:
    assert list(differences(one, one)) == []
    if list(differences(one, other)):
        assert list(differences(other, one))
