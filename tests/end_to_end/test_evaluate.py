"""The step Evaluate in a real browser: it answers a link when asked, follows the form, and loses no key."""

import pytest
from playwright.sync_api import expect
from tests.browser import look_with_axe
from tests.end_to_end.conftest import Visit, evidence

from resilience.planning.answer import answer
from resilience.planning.from_records.plans import Plans

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGE = "book/programme/plan-evaluation.html"
LIVE_MS = 120_000
PLANS = Plans(evidence())
KEPT = "outcomes=connection&activities=befriending&aim=Know+two+neighbours"
PLACES = ("claremont", "S12000049.S02001932", "N09000003.95GG01S1")


def said(link: str) -> list[str]:
    given = {"link": link, "standing": PLANS.standing(link), "only": "evaluate"}
    table = PLANS.table(given["standing"]["file"]["nation"])
    return [one["text"] for one in answer(given, PLANS.facts, table)["steps"]["evaluate"]["answer"]]


@pytest.mark.parametrize("place", PLACES)
def test_a_link_is_answered_as_the_command_does(visit: Visit, place: str) -> None:
    link = f"place={place}&{KEPT}&areas=1&comparison_areas=0&lots=no"
    page = visit.ask(f"{PAGE}?{link}")
    lines = page.locator(".evaluate .path-answer .answer li")
    expect(lines).to_have_count(len(said(link)), timeout=LIVE_MS)
    for line, text in zip(lines.all_inner_texts(), said(link), strict=True):
        assert line.startswith(text)
    assert lines.first.inner_text().startswith("Describe and learn: you can’t tell an effect")
    tool = page.locator(".evaluate-areas a").get_attribute("href") or ""
    assert f"place={place}" in tool
    assert "activities=befriending" in tool
    assert look_with_axe(page).violations_count == 0
    assert (visit.errors, visit.elsewhere) == ([], [])


def test_the_answer_follows_the_form_and_no_key_is_lost(visit: Visit) -> None:
    page = visit.ask(f"{PAGE}?{KEPT}&areas=1&comparison_areas=0")
    first = page.locator(".evaluate .path-answer .answer li").first
    expect(first).to_contain_text("Describe and learn", timeout=LIVE_MS)
    page.get_by_label("Could it be drawn by lot who has it first?").select_option("yes")
    expect(first).to_contain_text("Draw lots among the people who want it", timeout=LIVE_MS)
    page.get_by_label("Areas with the activity").fill("5")
    page.get_by_label("Comparison areas", exact=True).fill("5")
    expect(first).to_contain_text("Draw lots between areas", timeout=LIVE_MS)
    for kept in ("aim=Know+two+neighbours", "outcomes=connection", "lots=yes", "areas=5"):
        assert kept in page.url
    assert visit.errors == []


def test_without_an_answer_nothing_is_fetched_before_the_button(visit: Visit) -> None:
    page = visit.open(PAGE)
    expect(page.locator(".evaluate .path-answer")).to_be_empty()
    page.get_by_role("button", name="Say which design fits, and what to measure").press("Enter")
    first = page.locator(".evaluate .path-answer .answer li").first
    expect(first).to_contain_text("Describe and learn", timeout=LIVE_MS)
    assert "What is missing" in page.locator(".evaluate .path-answer").inner_text()
