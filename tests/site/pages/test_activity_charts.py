"""Charts of effects of activities, over the small book: better is right and nothing is squeezed."""

from statistics import median

import pytest
from tests.figures.drawn import marks, no_effect, runs_over
from tests.frozen import book

from resilience.figures.drawing import Spec
from resilience.site.pages.activity_evidence import Evidence, evidence
from resilience.site.pages.common import Pages
from resilience.site.pages.drawings import drawn

PAGES = Pages(book())
SIDES = {"triangle-up": 1, "triangle-down": -1}


def found(slug: str) -> Evidence:
    return evidence(PAGES, PAGES.base.types[slug])


def specs(slug: str) -> list[Spec]:
    payloads = [drawn(chart).payload() for chart in found(slug).charts]
    return [spec for payload in payloads for spec in (payload["wide"], payload["narrow"])]


@pytest.mark.parametrize("slug", PAGES.base.types)
def test_better_is_right_and_worse_is_left_of_no_effect(slug: str) -> None:
    for spec in specs(slug):
        for mark in marks(spec):
            side = SIDES.get(mark["shape"], 0)
            assert (mark["x"] - no_effect(spec)) * side > 0 or not side, mark["label"]


@pytest.mark.parametrize("slug", PAGES.base.types)
def test_no_interval_is_drawn_fifty_times_as_long_as_the_median_and_no_words_run_over(slug: str) -> None:
    for spec in specs(slug):
        lengths = [abs(mark["high_x"] - mark["low_x"]) for mark in marks(spec)]
        assert max(lengths) <= 50 * median(lengths)
        assert not runs_over(spec)


@pytest.mark.parametrize("slug", PAGES.base.types)
def test_what_people_live_with_is_in_no_chart(slug: str) -> None:
    exposed = {PAGES.base.cited[study.key] for study in PAGES.base.studies.values() if study.of_exposure}
    shown = found(slug)
    assert not exposed & {row[0] for chart in shown.charts for row in chart.rows}
    assert all(one.why for one in shown.numbers)


def test_a_page_has_a_chart_for_each_scale_and_tells_what_is_in_none() -> None:
    charts = found("fuel-poverty").charts
    assert [chart.title for chart in charts] == ["Body: physical health and general health"]
    assert len(found("fuel-poverty").numbers) == 4
    assert len({(chart.title, chart.options) for chart in charts}) == len(charts)
    assert all(len(chart.rows) >= 2 for chart in charts)


def test_what_was_found_for_the_opposite_is_turned_over_in_the_table_too() -> None:
    rows = {one.measure: one for one in found("affordable-housing").numbers}
    turned = rows["Prevalence of depressive symptoms, percentage points"]
    assert (turned.direction, turned.turned) == ("Better", True)
