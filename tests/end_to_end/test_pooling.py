"""A set of results in a real browser: what readers change, what the link keeps, what their code prints."""

import json
from dataclasses import replace
from math import exp
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from resilience.assessment.pools import pooled_members, result_of
from resilience.evidence import load
from resilience.places.measures import COMPARED
from resilience.places.wards import read_wards
from resilience.site.live.areas.handler import areas
from resilience.synthesis import Effects, IntervalMethod, Method, pool
from resilience.synthesis.power import Plan, smallest_change

from .conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SLUG = "womens-groups-neonatal-mortality"
PATH = f"pools/{SLUG}.html"
START_MS = 120_000
BASE = load(Path(__file__).parents[2])
RESULT = result_of(BASE, BASE.pools[SLUG])


def said(page: Page, start: str) -> str:
    """Wait until the summary starts with some words, and give it."""
    line = page.locator(".pool-say", has_text=start)
    line.wait_for(timeout=START_MS)
    return line.inner_text()


def expected(chosen: list[int], method: Method, interval: IntervalMethod) -> str:
    members = [pooled_members(RESULT.members)[place].effect for place in chosen]
    effects = [one for one in members if one]
    found = pool(Effects.of([one.yi for one in effects], [one.vi for one in effects]), method, interval)
    value, low, high = (
        f"{float(f'{exp(end):.3g}'):g}" for end in (found.estimate, found.ci_low, found.ci_high)
    )
    return f"{len(chosen)} results together: {value} (95% interval {low} to {high})."


def test_what_a_reader_chooses_is_pooled_anew_and_the_link_keeps_it(visit: Visit) -> None:
    page = visit.open(PATH)
    assert visit.errors == []
    page.get_by_label("Method", exact=True).select_option("DL")
    assert said(page, "6 results") == expected([0, 1, 2, 3, 4, 5], Method.DL, IntervalMethod.Z)
    box = page.locator("[name=chosen]").nth(3)
    box.focus()
    page.keyboard.press("Space")
    assert said(page, "5 results") == expected([0, 1, 2, 4, 5], Method.DL, IntervalMethod.Z)
    page.get_by_label("Interval", exact=True).select_option("knha")
    page.wait_for_url("**interval=knha**")
    shown = expected([0, 1, 2, 4, 5], Method.DL, IntervalMethod.KNHA)
    page.locator(".pool-say", has_text=shown).wait_for(timeout=START_MS)
    again = visit.open(page.url.removeprefix(f"{visit.address}/"))
    assert said(again, "5 results") == shown
    assert not again.locator("[name=chosen]").nth(3).is_checked()
    assert Axe().run(again).violations_count == 0
    assert visit.elsewhere == []


def test_as_it_comes_it_says_what_the_page_says_without_scripts(visit: Visit) -> None:
    page = visit.open(PATH)
    page.get_by_role("button", name="Tick all").click()
    assert said(page, "6 results") == expected([0, 1, 2, 3, 4, 5], Method.REML, IntervalMethod.Z)
    assert RESULT.pooled
    value = f"{float(f'{exp(RESULT.pooled.estimate):.3g}'):g}"
    assert f"together give {value} (95% interval" in page.locator("#results").inner_text()


def test_one_result_alone_is_not_called_pooled(visit: Visit) -> None:
    page = visit.open(f"{PATH}?method=REML&interval=knha&out=0.1.2.3.4.5#live")
    assert said(page, "Tick") == "Tick at least two results."


def test_the_readers_code_runs_and_its_faults_are_plain_text(visit: Visit) -> None:
    page = visit.open(PATH)
    page.get_by_text("Edit the code").click()
    page.get_by_role("button", name="Run").click()
    printed = page.locator("#pool-printed")
    page.locator("#pool-printed", has_text="estimate").wait_for(timeout=START_MS)
    assert RESULT.pooled
    assert printed.inner_text().startswith(f"estimate {RESULT.pooled.estimate!r}"[:20])
    page.get_by_label("Code", exact=True).fill("print('<img src=x>', 1 / 0)")
    page.get_by_role("button", name="Run").click()
    page.locator("#pool-printed", has_text="ZeroDivisionError").wait_for(timeout=START_MS)
    assert page.locator("#pool-printed img").count() == 0
    assert json.dumps(visit.errors) == "[]"


def test_a_set_in_groups_says_why_there_is_no_number_for_all(visit: Visit) -> None:
    page = visit.open("pools/greenness-mental-health-or.html")
    page.get_by_label("Method", exact=True).select_option("DL")
    assert "Per step of a greenness index: 0.899" in said(page, "No number for all")


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True, ids=["no-scripts"])
def test_without_scripts_the_analysis_is_whole(visit: Visit) -> None:
    page = visit.open(PATH)
    assert not page.locator(".pool-live").is_visible()
    assert page.locator("#results svg:visible").count() == 1
    assert page.locator("#checks table").count() == 2


def test_planning_answers_as_python_does_and_the_link_keeps_it(visit: Visit) -> None:
    page = visit.open("book/programme/plan-evaluation.html")
    before = page.locator(".plan-say").inner_text()
    page.get_by_label("Areas with the activity").fill("20")
    page.get_by_label("Comparison areas").fill("20")
    page.get_by_label("Waves after").fill("2")
    page.get_by_role("button", name="Work it out").click()
    plan = Plan(20, 20, 167, 0.5, 0.02, 0.8, waves_after=2)
    expected_points = 100 * smallest_change(plan)
    page.locator(".plan-say", has_text=f"at least {expected_points:.1f} points").wait_for(timeout=START_MS)
    assert page.locator(".plan-say").inner_text() != before
    assert "areas=20" in page.url
    last = page.get_by_role("table", name="by number of areas").get_by_role("row").last
    with_most = 100 * smallest_change(replace(plan, areas=80, comparison_areas=80))
    assert last.inner_text().split() == ["80", f"{with_most:.1f}"]
    assert Axe().run(page).violations_count == 0


def test_wards_are_found_as_python_finds_them_and_the_link_keeps_it(visit: Visit) -> None:
    page = visit.open("book/neighbourhoods/comparison-areas.html")
    assert page.locator(".areas-matches tbody tr").count() == 5
    page.get_by_label("Place", exact=True).select_option("claremont")
    for box in page.locator("[name=indicator]").all()[2:]:
        box.uncheck()
    page.get_by_role("button", name="Find wards").click()
    page.locator(".areas-say", has_text="For Claremont, on 2 of").wait_for(timeout=START_MS)
    wards = read_wards(BASE)
    columns = [one.column for one in COMPARED[:2]]
    request = {"place": "claremont", "indicators": columns, "own_council": False, "apart_km": 3}
    expected = areas(wards, request)
    assert page.locator(".areas-matches tbody th").all_inner_texts() == [
        one[0] for one in expected["matches"]
    ]
    assert page.locator(".areas-balance tbody tr").count() == 2
    page.get_by_label("those of the same council too").check()
    page.locator(".areas-say", has_text=f"from {expected['candidates']} wards").wait_for(state="detached")
    assert "own=yes" in page.url
    assert Axe().run(page).violations_count == 0
    for box in page.locator("[name=indicator]").all()[:2]:
        box.uncheck()
    page.locator(".areas-say", has_text="Choose at least one figure.").wait_for()
    assert visit.errors == []
    assert visit.elsewhere == []
