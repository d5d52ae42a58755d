"""A level follows from the rules alone, and the trace says which rule did what on which reports."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from resilience.rating import Rules, Vote, changes, rate, trials
from resilience.records.rating import RuleTable, Threshold
from resilience.records.vocabulary import Cap, Clear, Direction, Level, Tier

RULES = Rules(
    RuleTable(
        slug="here",
        label="The table of these tests",
        strong=Threshold(votes=5, share="3/4", trials=2),
        promising=Threshold(votes=3, share="2/3"),
        no_difference=Threshold(votes=3, share="2/3"),
        harm=Threshold(votes=3, share="2/3"),
        each_way=2,
        lead_weight=3,
    ),
    {
        Cap.ABSTRACT_ONLY: Level.PROMISING,
        Cap.WEAK_BY_OWN_ACCOUNT: Level.PROMISING,
        Cap.SINGLE_TEAM: Level.EARLY,
        Cap.NO_SIMILAR_PLACE: Level.EARLY,
        Cap.STAND_INS: Level.EARLY,
    },
)
MOST_TRIED = 12
CASES = yaml.safe_load((Path(__file__).parent / "cases/rating.yml").read_text("utf-8"))


def vote(text: str) -> Vote:
    key, tier, direction, clear, *flags = text.split()
    told = [flag.split("=") for flag in flags if "=" in flag]
    return Vote(
        key,
        Tier(tier),
        Direction(direction),
        Clear(clear),
        reports=(key,),
        similar="uk" in flags,
        abstract_only="full" not in flags,
        weak="weak" in flags,
        stand_in="part" in flags,
        team=frozenset(value for name, value in told if name == "team"),
        year=next((int(value) for name, value in told if name == "year"), 0),
        is_systematic="narrative" not in flags,
        includes=frozenset(value for name, value in told if name == "holds"),
    )


@st.composite
def cells(draw: st.DrawFn) -> list[Vote]:
    number = draw(st.integers(0, 10))
    return [
        Vote(
            f"s{place}",
            draw(st.sampled_from(Tier)),
            draw(st.sampled_from(Direction)),
            draw(st.sampled_from(Clear)),
            reports=(f"s{place}",),
            similar=draw(st.booleans()),
            abstract_only=draw(st.booleans()),
            weak=draw(st.booleans()),
            stand_in=draw(st.booleans()),
            team=draw(st.frozensets(st.sampled_from("XYZ"), max_size=2)),
            year=draw(st.integers(2000, 2003)),
            is_systematic=draw(st.booleans()),
            includes=draw(st.frozensets(st.sampled_from([f"s{n}" for n in range(number)]), max_size=2)),
        )
        for place in range(number)
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_each_case(case: dict[str, Any]) -> None:
    rating = rate([vote(text) for text in case["votes"]], RULES)
    assert (rating.level, list(rating.fired)) == (case["level"], case["fired"]), case["note"]


@given(cells(), st.randoms())
def test_the_order_of_votes_does_not_matter(cell: list[Vote], source: Any) -> None:
    shuffled = list(cell)
    source.shuffle(shuffled)
    assert rate(shuffled, RULES) == rate(cell, RULES)


@given(cells(), st.sampled_from(Tier))
def test_what_names_no_side_changes_no_level_that_has_votes(cell: list[Vote], tier: Tier) -> None:
    silent = Vote("silent", tier, Direction.NOT_TOLD, Clear.NOT_TOLD, reports=("silent",), similar=True)
    before = rate(cell, RULES)
    if before.weighed.voters:
        assert rate([*cell, silent], RULES).level == before.level


@given(cells(), st.booleans(), st.booleans(), st.booleans())
def test_a_further_agreeing_evaluation_never_lowers_a_level(
    cell: list[Vote], similar: bool, abstract_only: bool, weak: bool
) -> None:
    (more,) = trials(1, Direction.BENEFIT)
    more = replace(more, similar=similar, abstract_only=abstract_only, weak=weak)
    assert rate([*cell, more], RULES).level.height >= rate(cell, RULES).level.height


@given(cells())
def test_a_newer_agreeing_review_never_lowers_a_level(cell: list[Vote]) -> None:
    review = Vote("~", Tier.REVIEW, Direction.BENEFIT, Clear.YES, reports=("~",), year=2030)
    assert rate([*cell, review], RULES).level.height >= rate(cell, RULES).level.height


@given(cells())
def test_enough_agreeing_trials_reach_strong_and_enough_nulls_no_difference(cell: list[Vote]) -> None:
    assert rate([*cell, *trials(100, Direction.BENEFIT)], RULES).level == "strong"
    assert rate([*cell, *trials(100, Direction.NULL)], RULES).level == "no-difference"


@given(cells())
def test_every_vote_stands_in_the_trace(cell: list[Vote]) -> None:
    rating = rate(cell, RULES)
    aside = ("votes", "included", "silent", "others")
    named = [key for step in rating.steps if step.rule in aside for key in step.keys]
    assert sorted(named) == sorted(one.key for one in cell)


@given(cells())
def test_the_level_is_that_of_the_last_step(cell: list[Vote]) -> None:
    rating = rate(cell, RULES)
    assert rating.steps[-1].level == rating.level


@given(cells())
def test_a_caution_never_lifts_a_level(cell: list[Vote]) -> None:
    free = rate(cell, replace(RULES, caps={})).level
    capped = rate(cell, RULES).level
    assert capped == free or capped in ("promising", "early")
    assert capped.height <= free.height


@given(cells(), st.sampled_from(list(RULES.caps)))
def test_a_cap_that_is_switched_off_lowers_nothing(cell: list[Vote], cap: Cap) -> None:
    assert rate(cell, RULES.without(cap)).level.height >= rate(cell, RULES).level.height


@given(cells())
def test_what_would_raise_or_lower_a_level_does(cell: list[Vote]) -> None:
    level = rate(cell, RULES).level
    up, down = changes(cell, RULES, MOST_TRIED)
    assert all(change.level.height > level.height for change in up)
    assert all(change.level.height < level.height for change in down)


def test_the_smallest_change_is_named() -> None:
    two = [vote("a trial benefit yes uk full team=X"), vote("b trial benefit yes uk full team=Y")]
    up, down = changes(two, RULES, MOST_TRIED)
    assert [change.sentence for change in up] == [
        "One more trial in the UK, read in full, that finds something better"
    ]
    assert up[0].level == "promising"
    assert down[0].sentence == "2 more trials in the UK, read in full, that find no difference"
    assert down[0].level == "unclear"


def test_reading_in_full_is_named_where_it_lifts_a_cap() -> None:
    five = [vote(f"{key} trial benefit yes uk team={key}") for key in "abcde"]
    up, _ = changes(five, RULES, MOST_TRIED)
    assert up[0].sentence == "All of them read in full, if they say what their abstracts say"
    assert up[0].level == "strong"
