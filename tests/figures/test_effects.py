"""Effects: better is to the right, numbers stand as printed, and the words say what is seen."""

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.figures.drawn import CASES, marks, no_effect, runs_over, texts, ticks

from resilience.figures.drawing import Spec
from resilience.figures.effects import effects
from resilience.figures.figure import Figure
from resilience.findings.scales import Family

LOWER = {"value": -0.3, "ci_low": -0.5, "ci_high": -0.1, "better": "lower"}
HIGHER = {"value": 0.4, "ci_low": 0.1, "ci_high": 0.8, "better": "higher"}
ODDS_LOWER = {"value": 0.5, "ci_low": 0.25, "ci_high": 0.8, "better": "lower"}
ODDS_HIGHER = {"value": 1.6, "ci_low": 1.2, "ci_high": 2.5, "better": "higher"}


def result(**fields: Any) -> dict[str, Any]:
    return {
        "work": "Mead and others, 2010",
        "measure": "depression",
        "direction": "benefit",
        "clear": "yes",
        "estimand": "main",
        "is_reverse": False,
    } | fields


def figure(*results: dict[str, Any], family: Family = Family.STANDARD, unit: str = "") -> Figure:
    frame = pd.DataFrame([result(**fields) for fields in results])
    return effects(frame, family, unit, about="Mind: mental health")


def wide(*results: dict[str, Any], family: Family = Family.STANDARD) -> Spec:
    return figure(*results, family=family).payload()["wide"]


@pytest.mark.parametrize("case", CASES["titles"], ids=lambda case: case["id"])
def test_title_and_axis(case: dict[str, Any]) -> None:
    family, unit = case["input"]
    made = figure(ODDS_LOWER, ODDS_LOWER, family=Family(family), unit=unit)
    title, axis = case["expect"]
    assert made.title == title, case["note"]
    assert axis in texts(made.payload()["wide"]), case["note"]


@pytest.mark.parametrize("is_narrow", [False, True])
@pytest.mark.parametrize(
    ("family", "results"),
    [
        (Family.STANDARD, (LOWER, HIGHER)),
        (Family.ODDS, (ODDS_LOWER, ODDS_HIGHER)),
        (Family.ODDS, (ODDS_LOWER, ODDS_LOWER, ODDS_HIGHER)),
    ],
    ids=["differences", "ratios", "ratios, mostly lower"],
)
def test_better_is_to_the_right_whichever_way_numbers_run(
    family: Family, results: tuple[dict[str, Any], ...], is_narrow: bool
) -> None:
    payload = figure(*results, family=family).payload()
    spec = payload["narrow"] if is_narrow else payload["wide"]
    assert all(mark["low_x"] != mark["high_x"] for mark in marks(spec))
    assert all(min(mark["low_x"], mark["high_x"]) > no_effect(spec) for mark in marks(spec))
    assert {"\N{LEFTWARDS ARROW} worse", "better \N{RIGHTWARDS ARROW}"} <= set(texts(spec))


def test_what_was_found_for_the_opposite_is_turned_over_and_marked() -> None:
    worse = {"value": 0.9, "ci_low": 0.1, "ci_high": 1.7, "better": "lower", "is_reverse": True}
    made = figure(HIGHER, worse)
    spec = made.payload()["wide"]
    assert all(mark["x"] > no_effect(spec) for mark in marks(spec))
    label = "Mead and others, 2010: depression (found for the opposite, turned over)"
    assert label in {mark["label"] for mark in marks(spec)}
    assert "Better (found for the opposite, turned over)" in set(made.table["With the activity"])


def test_numbers_stand_as_printed_beside_marks_and_in_the_table() -> None:
    made = figure(LOWER, HIGHER)
    numbers = [mark["numbers"] for mark in marks(made.payload()["wide"])]
    assert numbers == ["0.4 (0.1 to 0.8)", "−0.3 (−0.5 to −0.1)"]
    assert list(made.table["Standard units"]) == [0.4, -0.3]
    assert list(made.table["95% interval from"]) == [0.1, -0.5]
    assert list(made.table["Better is"]) == ["higher", "lower"]


def test_ticks_of_differences_have_no_sign() -> None:
    assert [tick["tick"] for tick in ticks(wide(LOWER, HIGHER))] == ["0.2", "0", "0.2", "0.4", "0.6", "0.8"]


def test_ticks_of_ratios_run_as_their_numbers_do() -> None:
    found = [float(tick["tick"]) for tick in ticks(wide(ODDS_LOWER, ODDS_LOWER, family=Family.ODDS))]
    assert found == sorted(found, reverse=True)


def test_a_ratio_that_runs_against_the_others_says_so() -> None:
    spec = wide(ODDS_LOWER, ODDS_LOWER, ODDS_HIGHER, family=Family.ODDS)
    label = "Mead and others, 2010: depression (drawn as 1 divided by the number)"
    assert label in {mark["label"] for mark in marks(spec)}


def test_a_symbol_is_filled_only_where_a_result_is_clear() -> None:
    drawn = marks(wide(HIGHER, LOWER | {"clear": "no"}, LOWER | {"clear": "not-told"}))
    assert [mark["fill"] == mark["stroke"] for mark in drawn] == [True, False, False]


def test_whose_result_it_is_stands_in_its_label() -> None:
    drawn = marks(wide(HIGHER, LOWER | {"estimand": "subgroup"}))
    assert "Mead and others, 2010: depression (a part of the people)" in {mark["label"] for mark in drawn}


@pytest.mark.parametrize(
    ("results", "said"),
    [
        ((HIGHER,), "Better is to the right."),
        ((HIGHER, LOWER), "where a lower number is better, its line is turned over"),
    ],
)
def test_the_note_says_how_better_comes_to_the_right(results: tuple[dict[str, Any], ...], said: str) -> None:
    assert said in figure(*results).note


def test_the_note_says_why_an_axis_runs_down() -> None:
    assert "so the axis runs from high to low" in figure(ODDS_LOWER, family=Family.ODDS).note


WORDS = st.text("abcdefghijklmnop ", min_size=1, max_size=80).filter(str.strip)
RATIOS = st.tuples(*[st.floats(0.02, 50).map(lambda value: round(value, 2))] * 3).map(sorted)
DIFFERENCES = st.tuples(*[st.integers(-90_000, 90_000)] * 3).map(sorted)


@settings(max_examples=15)
@given(st.data(), st.sampled_from([Family.ODDS, Family.DIFFERENCE]))
def test_no_words_of_any_chart_run_over_others(data: st.DataObject, family: Family) -> None:
    numbers = data.draw(st.lists(RATIOS if family.is_ratio else DIFFERENCES, min_size=1, max_size=6))
    results = [
        {
            "measure": data.draw(WORDS),
            "ci_low": low,
            "value": value,
            "ci_high": high,
            "better": data.draw(st.sampled_from(["lower", "higher"])),
        }
        for low, value, high in numbers
    ]
    payload = figure(*results, family=family, unit=data.draw(WORDS)).payload()
    assert not runs_over(payload["narrow"])
    assert not runs_over(payload["wide"])
