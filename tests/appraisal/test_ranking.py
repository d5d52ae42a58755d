"""Rankings counted by hand, and what must hold for any weights."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.frozen import book

from resilience.appraisal import GROUNDS, Group, Option, rank, top_shares
from resilience.appraisal.ranking import CannotRank, default_group, weighted
from resilience.records.vocabulary import Level

RULES = book().appraisal


def option(slug: str, need: float | None, evidence: float | None, experience: float | None) -> Option:
    scores = {"need": need, "evidence": evidence, "experience": experience}
    return Option(slug, slug, {"mind": Level.MIXED}, 1, False, (), 0, True, scores)


A, B, C = option("a", 80, 50, 20), option("b", 40, 75, None), option("c", 100, None, 100)
EQUAL = {"need": 1.0, "evidence": 1.0, "experience": 1.0}


def test_a_score_is_the_weighted_mean_of_what_is_known() -> None:
    ranking = rank([A, B, C], Group({"need": 3, "evidence": 1, "experience": 0}), RULES)
    assert [(one.option.slug, one.score, one.known) for one in ranking.ranked] == [
        ("a", (3 * 80 + 50) / 4, 100),
        ("b", (3 * 40 + 75) / 4, 100),
    ]
    assert [(one.option.slug, one.score, one.known) for one in ranking.too_little_known] == [("c", 100, 75)]


def test_what_is_not_known_is_left_out_and_not_zero() -> None:
    ranking = rank([A, B], Group(EQUAL), RULES)
    assert [(one.option.slug, one.score) for one in ranking.ranked] == [("b", 57.5), ("a", 50)]
    assert round(ranking.ranked[0].known, 1) == 66.7


def test_an_option_known_on_less_than_half_of_the_weight_is_not_ranked() -> None:
    ranking = rank([A, B], Group({"need": 1, "evidence": 1, "experience": 3}), RULES)
    assert [one.option.slug for one in ranking.ranked] == ["a"]
    assert [one.option.slug for one in ranking.too_little_known] == ["b"]


def test_without_a_weight_on_evidence_it_need_not_be_known() -> None:
    assert rank([C], Group({"need": 1}), RULES).ranked[0].score == 100


def test_options_that_are_ruled_out_stand_apart() -> None:
    ranking = rank([A, B], Group(EQUAL, frozenset({"b"})), RULES)
    assert [one.option.slug for one in ranking.ranked] == ["a"]
    assert ranking.ruled_out == (B,)


def test_scores_of_the_group_count_once_there_is_one() -> None:
    weights = {"need": 1.0, "community": 1.0}
    assert rank([A, B], Group(weights), RULES).ranked[0].score == 80
    ranking = rank([A, B], Group(weights, community={"b": 9}), RULES)
    assert [(one.option.slug, one.score, one.known) for one in ranking.ranked] == [
        ("a", 80, 50),
        ("b", 65, 100),
    ]


def test_equal_scores_keep_their_order() -> None:
    twin = option("z", 80, 50, 20)
    assert [one.option.slug for one in rank([twin, A], Group(EQUAL), RULES).ranked] == ["z", "a"]


def test_no_weight_is_refused() -> None:
    with pytest.raises(CannotRank, match="at least one ground"):
        rank([A], Group({"need": 0, "community": 5}), RULES)


def test_an_option_far_ahead_is_always_among_the_first() -> None:
    options = [option(name, 10, 10, 10) for name in "tuvwx"] + [option("top", 90, 90, 90)]
    shares = top_shares(options, Group(EQUAL), RULES)
    assert shares["top"] == 100
    assert shares["t"] == 100
    assert "x" not in shares


def test_weights_decide_between_two_that_are_close() -> None:
    firsts = [option(name, 99, 99, 99) for name in "tuvw"]
    options = [*firsts, option("needed", 80, 20, 50), option("proven", 20, 80, 50)]
    shares = top_shares(options, Group(EQUAL), RULES)
    assert shares["needed"] + shares["proven"] == pytest.approx(100)
    assert 40 < shares["needed"] < 60


WEIGHT = st.floats(0, 100, allow_subnormal=False)
SCORE = st.none() | st.floats(0, 100)


@given(
    st.fixed_dictionaries({one.name: WEIGHT for one in GROUNDS}),
    st.fixed_dictionaries({one.name: SCORE for one in GROUNDS}),
)
def test_a_mean_lies_between_its_scores(weights: dict[str, float], scores: dict[str, float | None]) -> None:
    used = {name: weight for name, weight in weights.items() if weight > 1e-6}
    score, known = weighted(scores, used) if used else (None, 0.0)
    held = [value for name, value in scores.items() if name in used and value is not None]
    assert (score is None) == (not held)
    if score is not None:
        assert min(held) - 1e-9 <= score <= max(held) + 1e-9
        assert 0 < known <= 100 + 1e-9


def test_a_group_starts_with_the_published_weights() -> None:
    assert default_group(RULES.weights).weights["need"] == RULES.weights.need
