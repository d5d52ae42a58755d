from itertools import pairwise
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.lexicon import project_lexicon

from resilience.findings.lessons import Lesson
from resilience.learning.held_out import Unseen
from resilience.learning.scale import HIGHEST, MOST_POINTS, auto_from, learn_scale
from resilience.matching import Match, match


class Said:
    """A match with given strengths, which are leans as well, and no more."""

    def __init__(self, **strength: float) -> None:
        self.candidates = self
        self.strength = self.lean = strength
        self.type = max(strength, key=lambda slug: strength[slug])


def unseen(coded: str, also: str = "", **strength: float) -> Unseen:
    return Unseen(Lesson("text", coded, 1.0, "policies/a", also), cast(Match, Said(**strength)))


def test_auto_begins_where_nearly_all_were_right() -> None:
    right = [unseen("a", a=0.9 + number / 1000, b=0.01) for number in range(30)]
    wrong = [unseen("b", a=0.5, b=0.4) for _ in range(20)]
    assert auto_from([*right, *wrong]) == pytest.approx(0.9, abs=0.002)


@pytest.mark.parametrize("found", [[], [unseen("b", a=0.9, b=0.1)], [unseen("a", none=0.9, a=0.1)]])
def test_nothing_is_auto_where_nothing_was_right(found: list[Unseen]) -> None:
    assert auto_from(found) > 1


def test_what_has_no_type_has_no_say_in_auto() -> None:
    right = [unseen("a", a=0.9, b=0.01) for _ in range(30)]
    assert auto_from([*right, *(unseen("a", none=0.95, a=0.05) for _ in range(30))]) == auto_from(right)


def test_the_scale_is_the_share_that_was_right() -> None:
    half = [unseen(coded, a=0.7, b=0.3) for coded in ("a", "b") * 50]
    scale = learn_scale(half, [])
    assert {score for _, score in scale.points} == {50.0}


def test_without_texts_of_two_types_no_second_type_is_named() -> None:
    assert learn_scale([unseen("a", a=0.9, b=0.1)], []).named == ((0.0, 0.0),)


def test_the_scale_of_second_types_is_the_share_that_was_named() -> None:
    two = [unseen("a", "b", a=0.9, b=0.5, none=0.8), unseen("a", "", a=0.9, b=0.1, none=0.8)] * 10
    assert learn_scale([], two).named == ((0.1, 0.0), (0.5, HIGHEST))


def test_where_the_second_type_came_first_the_first_counts_as_named() -> None:
    turned = [unseen("b", "a", a=0.9, b=0.5), unseen("c", "", a=0.9, b=0.1, c=0.05)] * 10
    assert learn_scale([], turned).named[-1] == (0.5, HIGHEST)


LEANS = st.dictionaries(st.sampled_from("abcde"), st.floats(-2, 2), min_size=2)
TYPES = st.sampled_from("abc")
FOUND = st.lists(
    st.builds(lambda coded, also, lean: unseen(coded, also, **lean), TYPES, TYPES, LEANS), max_size=60
)


@given(FOUND)
def test_both_lines_rise_whatever_was_found(found: list[Unseen]) -> None:
    scale = learn_scale(found, found)
    for line in (scale.points, scale.named):
        assert 1 <= len(line) <= MOST_POINTS
        assert all(left < right and low <= high for (left, low), (right, high) in pairwise(line))
        assert all(0 <= score <= HIGHEST for _, score in line)


def test_scores_lie_on_the_scale() -> None:
    lexicon = project_lexicon()
    scores = [score for _, score in lexicon.scale.points]
    found = match("insulate homes", lexicon)
    assert min(scores) <= found.score <= 99
