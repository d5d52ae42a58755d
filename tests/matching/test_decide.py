"""A text may name up to three types, each with its own score, and the first is the type."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.lexicon import project_lexicon

from resilience.matching import Decision, Match, match, rescaled
from resilience.matching.decide import BY_NAME, MOST_TYPES, NAMED_TOO, score_of
from resilience.matching.lexicon import NONE

WORDS = ("food bank", "debt advice", "plant trees", "youth club", "hello", "landlords", "and", "credit union")
MATCHES = st.lists(st.sampled_from(WORDS), max_size=6).map(
    lambda words: match(" ".join(words), project_lexicon())
)
LINE = ((-1.0, 10.0), (0.0, 50.0), (1.0, 90.0))


def test_a_text_that_holds_two_topics_names_both() -> None:
    found = match("welfare rights advice and food bank", project_lexicon())
    assert {one.type for one in found.types} == {"welfare-debt-advice", "food-security"}
    assert found.in_order[:2] == found.types


def test_a_text_without_a_type_names_none() -> None:
    assert match("qwertz asdfgh", project_lexicon()).types == ()


@given(MATCHES)
def test_the_first_of_the_types_is_the_type(found: Match) -> None:
    types = [one.type for one in found.types]
    assert types[:1] == [found.type] or (types, found.type) == ([], NONE)
    assert len(set(types)) == len(types) <= MOST_TYPES
    assert all(0 <= one.score <= 100 for one in found.types)
    assert NONE not in types
    assert sorted(one.type for one in found.in_order) == sorted(one.type for one in found.ranked)


@given(MATCHES)
def test_the_scores_of_the_types_fall_along_the_line_of_named_types(found: Match) -> None:
    named, leans = found.lexicon.scale.named, found.candidates.lean
    assert all(one.score >= other.score for one, other in pairwise(found.types))
    assert all(one.score == score_of(leans[one.type], named) >= NAMED_TOO for one in found.types[1:])
    for first in found.types[:1]:
        assert first.score == max(found.score, score_of(leans[first.type], named))


@given(MATCHES)
def test_the_strongest_types_are_named_and_no_other(found: Match) -> None:
    if found.type != NONE and found.candidates.named is None:
        order = [slug for slug, _ in sorted(found.candidates.lean.items(), key=lambda one: -one[1])]
        typed = [slug for slug in order if slug != NONE]
        assert [one.type for one in found.types] == typed[: len(found.types)]


@given(MATCHES, st.sampled_from([0.0, 49.9, 50.0, 100.0]))
def test_no_second_type_is_named_that_is_rather_not_named(found: Match, score: float) -> None:
    scale = replace(found.lexicon.scale, named=((0.0, score),))
    types = rescaled(found, scale).types
    more = score >= NAMED_TOO
    assert len(types) == (0 if found.type == NONE else MOST_TYPES if more else 1)
    assert rescaled(found, found.lexicon.scale) == found


@pytest.mark.parametrize(
    ("at", "score"),
    [(-5, 10), (-1, 10), (-0.5, 30), (0, 50), (0.25, 60), (1, 90), (9, 90)],
)
def test_a_score_is_read_off_a_line_straight_between_points_and_level_beyond(at: float, score: float) -> None:
    assert score_of(at, LINE) == pytest.approx(score)
    assert score_of(at, [(0.0, 7.0)]) == 7.0


@given(st.lists(st.floats(-2, 2), min_size=2, max_size=20))
def test_scores_rise_with_strength(places: list[float]) -> None:
    scores = [score_of(at, LINE) for at in sorted(places)]
    assert scores == sorted(scores)


def test_a_name_of_a_type_is_sure_whatever_the_scale() -> None:
    found = match("Befriending", project_lexicon())
    low = rescaled(found, replace(found.lexicon.scale, points=((0.0, 1.0), (1.0, 2.0)), auto=1.1))
    assert (low.type, low.score, low.decision) == ("befriending", BY_NAME, Decision.AUTO)


def test_auto_begins_at_the_bound() -> None:
    found = match("plant trees along the street", project_lexicon())
    strength, scale = found.candidates.strength[found.type], found.lexicon.scale
    assert found.candidates.named is None
    decided = [
        rescaled(found, replace(scale, auto=bound)).decision
        for bound in (strength - 0.001, strength, strength + 0.001)
    ]
    assert decided == [Decision.AUTO, Decision.AUTO, Decision.REVIEW]


def test_what_misleads_is_left_to_a_person() -> None:
    found = match("plant trees beside the car park", project_lexicon())
    assert found.candidates.misled
    assert rescaled(found, replace(found.lexicon.scale, auto=0.0)).decision is Decision.REVIEW
