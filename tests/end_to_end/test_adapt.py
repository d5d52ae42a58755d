"""The page Adapt answers for a place of any nation, folds what is long, and can be entered alone."""

import gzip
import json

import pytest
from playwright.sync_api import expect
from tests.browser import look_with_axe

from resilience.planning.from_records.facts import planning_facts
from resilience.planning.given import Given
from resilience.planning.steps.adapt import step
from resilience.planning.walk import read

from .conftest import Visit, evidence

pytestmark = [pytest.mark.browser]

ADAPT = "book/plan/adapt.html"
PHONE = {"viewport": {"width": 360, "height": 740}}
LINKS = (
    "place=claremont&outcomes=connection&activities=befriending",
    "place=S12000049.S02001935&outcomes=mind&activities=green-space",
    "place=E07000207.E05011074&outcomes=money&activities=welfare-debt-advice.community-clubs",
    "place=N09000003.95GG01S1&outcomes=money&activities=credit-unions.fairness-strategies",
)
"""A neighbourhood of the programme, and a place in each of three nations."""
LIVE_MS = 30_000
"""For which an answer is waited for, on a busy machine too."""
KILOBYTE = 1024
BUDGET = 190
"""Kilobytes that a reader fetches for this step, as a host sends them."""


@pytest.mark.parametrize("link", LINKS)
def test_the_page_answers_for_its_link(visit: Visit, link: str) -> None:
    page = visit.ask(f"{ADAPT}?{link}")
    activities = link.partition("activities=")[2].split(".")
    answer = page.locator(".adapt .path-answer")
    expect(answer.locator("section")).to_have_count(5 * len(activities), timeout=LIVE_MS)
    for slug in activities:
        label = evidence().base.types[slug].label
        expect(answer.get_by_role("heading", name=f"{label}: who to ask")).to_be_visible()
    folds = answer.locator("details")
    assert folds.count() >= len(activities)
    assert not folds.first.locator("table").is_visible()
    folds.first.locator("summary").click()
    expect(folds.first.locator("table")).to_be_visible()
    assert visit.errors == []
    assert visit.elsewhere == []


def test_the_page_says_what_python_says(visit: Visit) -> None:
    facts = planning_facts(evidence())
    walk, _ = read(LINKS[0], facts["common"])
    told = step(Given(facts, walk))
    page = visit.ask(f"{ADAPT}?{LINKS[0]}")
    expect(page.locator(".adapt .path-answer section")).to_have_count(5, timeout=LIVE_MS)
    shown = page.locator(".adapt .path-answer").inner_text()
    for said in (*told.answer, *(one for section in told.sections for one in section.said)):
        assert said.text in shown


def test_entered_alone_it_offers_activities_and_keeps_the_rest_of_the_link(visit: Visit) -> None:
    fetched: list[str] = []
    visit.page.on("request", lambda request: fetched.append(request.url))
    page = visit.open(f"{ADAPT}?aim=Meet")
    expect(page.locator(".adapt .path-answer")).to_contain_text("No activity is chosen")
    page.wait_for_load_state("networkidle")
    # Python weighs megabytes, and is not fetched before there is something to ask.
    assert [address for address in fetched if "pyodide" in address] == []
    page.get_by_label("First activity").select_option("befriending")
    page.get_by_label("First activity").press("Tab")
    page.get_by_label("Second activity").press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Befriending: who to ask")).to_be_visible(timeout=LIVE_MS)
    assert "aim=Meet" in page.url
    assert "activities=befriending" in page.url
    expect(page.get_by_label("First activity")).to_have_value("befriending")


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
def test_a_phone_shows_it_without_scrolling_sideways(visit: Visit) -> None:
    for link in LINKS:
        page = visit.ask(f"{ADAPT}?{link}")
        expect(page.locator(".adapt .path-answer section").first).to_be_visible(timeout=LIVE_MS)
        page.locator(".adapt details summary").first.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.slow
def test_axe_finds_nothing(visit: Visit) -> None:
    page = visit.ask(f"{ADAPT}?{LINKS[2]}")
    expect(page.locator(".adapt .path-answer section")).to_have_count(10, timeout=LIVE_MS)
    for one in page.locator(".adapt details summary").all():
        one.click()
    results = look_with_axe(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True, ids=["no-scripts"])
def test_without_scripts_it_leads_to_the_examples(visit: Visit) -> None:
    page = visit.open(ADAPT)
    page.locator(".adapt noscript a").click()
    expect(page.locator("h1")).to_be_visible()


def test_what_the_step_reads_stays_small() -> None:
    told = json.dumps(planning_facts(evidence())["adapt"], ensure_ascii=False, separators=(",", ":"))
    assert len(gzip.compress(told.encode(), 6)) <= BUDGET * KILOBYTE
