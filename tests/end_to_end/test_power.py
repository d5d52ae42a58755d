"""Planning an evaluation in a real browser: by the programme's numbers, a reader's or a link's."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect
from tests.browser import look_with_axe
from tests.end_to_end.conftest import Visit

from resilience.synthesis.power import Plan, smallest_change

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PLAN = "book/programme/plan-evaluation.html"
START_MS = 120_000
BACK = "Back to the programme’s numbers"


def test_planning_answers_as_python_does_and_the_link_keeps_it(visit: Visit) -> None:
    page = visit.open(PLAN)
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
    assert look_with_axe(page).violations_count == 0
    page.get_by_label("What the analysis compares").select_option("adjusted")
    adjusted = f"at least {100 * smallest_change(replace(plan, adjusted=True)):.1f} points"
    page.locator(".plan-say", has_text=adjusted).wait_for(timeout=START_MS)
    assert "analysis=adjusted" in page.url


def test_a_link_with_other_numbers_is_worked_out_once_that_is_asked_for(visit: Visit) -> None:
    page = visit.open(PLAN)
    programme = page.locator(".plan-say").inner_text()
    page = visit.open(f"{PLAN}?areas=20&comparison_areas=20&waves_after=2")
    line = page.locator(".plan .own-choice")
    expect(line).to_contain_text("The answer below is still the one for the programme’s numbers.")
    assert page.locator(".plan-say").inner_text() == programme
    assert look_with_axe(page).violations_count == 0
    # The step Evaluate on this page has a button of its own, and leaves these numbers as they are.
    page.get_by_role("button", name="Say which design fits, and what to measure").click()
    expect(page.locator(".evaluate .path-answer .answer")).to_be_visible(timeout=START_MS)
    assert page.locator(".plan-say").inner_text() == programme
    page.get_by_role("button", name="Work it out for this link").click()
    points = 100 * smallest_change(Plan(20, 20, 167, 0.5, 0.02, 0.8, waves_after=2))
    expect(page.locator(".plan-say")).to_contain_text(f"at least {points:.1f} points", timeout=START_MS)
    expect(line).to_contain_text("for the numbers of this link, not for the programme’s")
    line.get_by_role("button", name=BACK).click()
    expect(page.locator(".plan-say")).to_have_text(programme, timeout=START_MS)
    expect(line).to_be_hidden()
    assert "areas" not in page.url


def test_the_way_back_from_a_link_asks_for_no_sum(visit: Visit) -> None:
    page = visit.open(f"{PLAN}?areas=20&lots=yes")
    programme = page.locator(".plan-say").inner_text()
    page.locator(".plan .own-choice").get_by_role("button", name=BACK).click()
    assert page.locator(".plan-say").inner_text() == programme
    assert page.get_by_label("Areas with the activity").input_value() != "20"
    expect(page.locator(".plan .own-choice")).to_be_hidden()
