"""Panels: alike goes with alike, one alone is no panel, and no interval squeezes the others."""

from statistics import median
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.findings.made import outcome
from tests.frozen import book

from resilience.findings.effect_panels import ALONE, WIDE, Drawn, effect_panels, width, without_wide
from resilience.findings.scales import Interval
from resilience.findings.votes import speaks_to, why_left_out

BASE = book()
STUDY = next(iter(BASE.studies.values()))
NUMBERS = st.floats(-1e4, 1e4).map(lambda value: round(value, 3))
ENDS = st.tuples(NUMBERS, NUMBERS, NUMBERS).map(sorted)
RATIOS = st.tuples(*[st.floats(0.01, 100).map(lambda value: round(value, 3))] * 3).map(sorted)


def drawn(ends: list[float]) -> Drawn:
    low, value, high = ends
    return Drawn(STUDY, outcome(), Interval(value, low, high))


def panels(*results: dict[str, Any]) -> tuple[list[list[str]], list[tuple[str, str]]]:
    """Give the measures in each panel, and the measure and reason of each result in none."""
    made = [(STUDY, outcome(**result)) for result in results]
    found = effect_panels(BASE, made)
    return (
        [[result.outcome.measure for result in panel.results] for panel in found.panels],
        [(one.outcome.measure, one.why) for one in found.rest],
    )


def test_alike_goes_with_alike_in_the_order_of_groups() -> None:
    assert panels(
        {"measure": "lonely", "category": "loneliness"},
        {"measure": "sad"},
        {"measure": "lonelier", "category": "loneliness"},
        {"measure": "low", "category": "wellbeing"},
        {"measure": "points", "metric": "MD", "unit": "points of PHQ-9"},
        {"measure": "more points", "metric": "beta", "unit": "points of PHQ-9"},
    ) == ([["sad", "low"], ["points", "more points"], ["lonely", "lonelier"]], [])


def test_one_alone_is_no_panel_and_is_told_with_the_reason() -> None:
    assert panels({"measure": "sad"}) == ([], [("sad", ALONE)])


def test_a_result_without_a_number_is_not_told() -> None:
    assert panels({"measure": "sad", "value": None}, {"measure": "low", "effect": None}) == ([], [])


def test_an_interval_that_would_squeeze_others_is_taken_off() -> None:
    wide = {"measure": "wide", "value": -50, "ci_low": -99, "ci_high": -1}
    assert panels({"measure": "a"}, wide, {"measure": "b"}) == ([["a", "b"]], [("wide", WIDE)])


def test_one_of_two_can_be_too_wide() -> None:
    wide = {"measure": "wide", "value": -50, "ci_low": -99, "ci_high": -1}
    assert panels({"measure": "a"}, wide) == ([], [("wide", WIDE), ("a", ALONE)])


@pytest.mark.parametrize("is_ratio", [False, True])
@given(data=st.data())
def test_no_interval_is_fifty_times_the_median(is_ratio: bool, data: st.DataObject) -> None:
    results = [drawn(ends) for ends in data.draw(st.lists(RATIOS if is_ratio else ENDS, max_size=12))]
    kept, wide = without_wide(results, is_ratio)
    widths = [width(one.effect, is_ratio) for one in kept]
    assert not widths or max(widths) <= 50 * median(widths)
    assert len(kept) + len(wide) == len(results)
    assert [one for one in results if any(one is other for other in kept)] == kept


@given(st.lists(ENDS, min_size=1, max_size=12))
def test_the_size_of_a_unit_does_not_change_what_is_too_wide(ends: list[list[float]]) -> None:
    kept = [
        [results.index(one) for one in without_wide(results, is_ratio=False)[0]]
        for results in ([drawn([part * unit for part in end]) for end in ends] for unit in (1, 8))
    ]
    assert kept[0] == kept[1]


@pytest.mark.parametrize("slug", BASE.types)
def test_every_number_of_an_activity_is_in_a_panel_or_told_of(slug: str) -> None:
    found = [
        (study, one)
        for study in BASE.studies.values()
        if slug in study.types and not why_left_out(study, slug)
        for one in study.outcomes
        if speaks_to(one, slug)
    ]
    with_number = [one for _, one in found if one.effect and one.effect.value is not None]
    sorted_ = effect_panels(BASE, found)
    in_panels = [result.outcome for panel in sorted_.panels for result in panel.results]
    assert len(in_panels) + len(sorted_.rest) == len(with_number)
    assert all(one.why for one in sorted_.rest)
    for panel in sorted_.panels:
        widths = [width(one.effect, panel.scale.family.is_ratio) for one in panel.results]
        assert len(widths) >= 2
        assert max(widths) <= 50 * median(widths)
