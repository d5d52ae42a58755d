"""A level follows from the rules alone, and the trace says which rule did what on which studies."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from resilience.synthesis.rating import Rules, StudyFacts, Thresholds, changes, rate
from resilience.synthesis.rating.changes import HEIGHT

RULES = Rules(
    strong=Thresholds(5, 75, 2),
    promising=Thresholds(3, 67),
    not_supported=Thresholds(3, 67),
    caps={
        "abstract_only": "promising",
        "weak_by_own_account": "promising",
        "single_team": "early",
        "no_similar_place": "early",
    },
)
CASES = yaml.safe_load((Path(__file__).parent / "cases/rating.yml").read_text("utf-8"))
TIERS = ("trial", "controlled", "review", "association", "other")
DIRECTIONS = ("benefit", "no-difference", "mixed", "harm", "unclear")


def study(text: str) -> StudyFacts:
    key, tier, direction, *flags = text.split()
    team = frozenset(flag.removeprefix("team=") for flag in flags if flag.startswith("team="))
    return StudyFacts(key, tier, direction, "uk" in flags, "full" not in flags, "weak" in flags, team)


@st.composite
def studies(draw: st.DrawFn) -> list[StudyFacts]:
    number = draw(st.integers(0, 12))
    return [
        StudyFacts(
            f"s{place}",
            draw(st.sampled_from(TIERS)),
            draw(st.sampled_from(DIRECTIONS)),
            draw(st.booleans()),
            draw(st.booleans()),
            draw(st.booleans()),
            draw(st.frozensets(st.sampled_from("XYZ"), max_size=2)),
        )
        for place in range(number)
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_each_case(case: dict[str, Any]) -> None:
    rating = rate([study(text) for text in case["studies"]], RULES)
    assert (rating.level, list(rating.fired)) == (
        case["level"],
        [rule for rule in case["fired"]],
    ), case["note"]


@given(studies(), st.randoms())
def test_the_order_of_studies_does_not_matter(given_: list[StudyFacts], source: Any) -> None:
    shuffled = list(given_)
    source.shuffle(shuffled)
    assert rate(shuffled, RULES) == rate(given_, RULES)


@given(studies(), st.sampled_from(TIERS))
def test_a_study_without_a_result_changes_nothing(given_: list[StudyFacts], tier: str) -> None:
    pointer = StudyFacts("pointer", tier, "unclear", similar=True)
    assert rate([*given_, pointer], RULES) == rate(given_, RULES)


@given(studies())
def test_every_study_with_a_result_stands_in_one_line_of_the_trace(given_: list[StudyFacts]) -> None:
    steps = {step.rule: step for step in rate(given_, RULES).steps}
    named = [key for rule in ("controlled", "reviews", "beside") for key in steps[rule].keys]
    assert sorted(named) == sorted(one.key for one in given_ if one.direction != "unclear")


@given(studies())
def test_the_level_is_that_of_the_last_step(given_: list[StudyFacts]) -> None:
    rating = rate(given_, RULES)
    assert rating.steps[-1].level == rating.level


@given(studies())
def test_a_caution_never_lifts_a_level(given_: list[StudyFacts]) -> None:
    free = rate(given_, replace(RULES, caps={})).level
    capped = rate(given_, RULES).level
    assert capped == free or capped in ("promising", "early")
    assert HEIGHT[capped] <= HEIGHT[free] or free == "not-supported"


@given(studies())
def test_what_would_raise_or_lower_a_level_does(given_: list[StudyFacts]) -> None:
    level = rate(given_, RULES).level
    up, down = changes(given_, RULES)
    assert all(HEIGHT[change.level] > HEIGHT[level] for change in up)
    assert all(HEIGHT[change.level] < HEIGHT[level] for change in down)


def test_the_smallest_change_is_named() -> None:
    two = [study("a trial benefit uk full team=X"), study("b trial benefit uk full team=Y")]
    up, down = changes(two, RULES)
    assert [change.sentence for change in up] == [
        "One more trial in the UK, read in full, that finds benefit"
    ]
    assert up[0].level == "promising"
    assert down[0].sentence == "5 more trials in the UK, read in full, that find no difference"


def test_reading_in_full_is_named_where_it_lifts_a_cap() -> None:
    five = [study(f"{key} trial benefit uk team={key}") for key in "abcde"]
    up, _ = changes(five, RULES)
    assert up[0].sentence == "All studies read in full, if they say what their abstracts say"
    assert up[0].level == "strong"
