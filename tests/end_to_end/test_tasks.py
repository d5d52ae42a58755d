"""What readers come for, done as they would do it; other tasks stand with the page that they are about."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import Visit, evidence

pytestmark = [pytest.mark.browser]

LIVE_MS = 60_000
"""The browser's Python must start first."""
SCREEN = 800
PAGES = (
    "index",
    "activities/social-isolation",
    "activities/landlord-licensing",
    "problems/connection",
    "book/activities/index",
    "book/activities/compare",
    "book/evidence/index",
    "book/evidence/gap-map",
    "book/policies/index",
    "book/neighbourhoods/choose",
    "neighbourhoods/claremont",
    "search",
)
WIDTHS = (360, 1280, 1600)
UNDER_THE_RAIL = """() => {
  const rail = document.querySelector(".rail");
  if (!rail || getComputedStyle(rail).display === "none") return [];
  const [beside, end] = [rail.getBoundingClientRect().left, rail.getBoundingClientRect().bottom - 33];
  const isSeen = (one) => one.backgroundColor !== "rgba(0, 0, 0, 0)" || parseFloat(one.borderRightWidth) > 0;
  return [...document.querySelectorAll("main *")].filter((element) => {
    const [style, box] = [getComputedStyle(element), element.getBoundingClientRect()];
    const isUnder = box.width && box.height && box.right > beside + 1 && box.top < end;
    return isUnder && !["absolute", "fixed"].includes(style.position) && isSeen(style);
  }).map((element) => `${element.tagName} ${element.className}`);
}"""
"""Elements with a ground or an edge of their own of which the rail hides a part; 33 px are its padding."""


def test_advice_in_surgeries_is_found_and_taken_away(visit: Visit) -> None:
    page = visit.open("search.html?q=welfare+rights+advice+in+GP+surgeries")
    found = page.locator("main ol a, main .hit a, main h2 a").first
    expect(found).to_have_attribute("href", re.compile("activities/welfare-debt-advice"))
    with page.expect_navigation():
        found.click()
    says = page.get_by_text(evidence().answers["welfare-debt-advice"].says).first
    assert says.is_visible()
    harms = page.locator("#evidence").inner_text()
    assert "debt harms" not in harms.lower()
    page.goto(f"{visit.address}/meetings/welfare-debt-advice.html")
    assert page.get_by_role("link", name="Markdown").count() == 1


def test_a_resident_sees_what_was_done_in_claremont(visit: Visit) -> None:
    page = visit.open("search.html?q=claremont")
    page.get_by_role("link", name="Claremont", exact=True).first.click()
    page.wait_for_url("**/neighbourhoods/claremont.html")
    heads = page.locator("main h2").all_inner_texts()
    assert heads[:3] == ["What they set out to do", "What was done", "What came of it"]
    assert page.get_by_role("link", name=re.compile("licensing", re.IGNORECASE)).count() > 0
    assert not re.search(r":\s*Not seen", page.locator("main").inner_text())


def test_an_officer_sees_what_came_of_licensing_schemes(visit: Visit) -> None:
    page = visit.open("activities/landlord-licensing.html")
    table = page.locator("#councils table").first
    texts = table.locator("tbody tr").all_inner_texts()
    held = evidence().joins.policies_by_type["landlord-licensing"]
    told = [policy.found.says for policy in held if policy.found]
    assert len(told) > 0
    assert any(says in text for says in told for text in texts)


def test_a_number_that_can_not_be_is_refused_and_the_old_answer_greyed_out(visit: Visit) -> None:
    page = visit.open("book/programme/plan-evaluation.html")
    page.locator("main form input[type=number]").first.fill("9999999")
    page.locator("main form button[type=submit]").first.click()
    assert page.get_by_text("A field holds what can’t be. Mend it, then try again.").is_visible()
    assert page.locator(".is-old > .old-head").inner_text().startswith("An earlier answer, for ")


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways_at_any_width(visit: Visit, path: str) -> None:
    for width in WIDTHS:
        visit.page.set_viewport_size({"width": width, "height": SCREEN})
        page = visit.open(f"{path}.html")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
    assert visit.errors == []
    assert visit.elsewhere == []


@pytest.mark.parametrize("path", PAGES)
def test_no_box_is_cut_by_the_rail(visit: Visit, path: str) -> None:
    visit.page.set_viewport_size({"width": 1280, "height": SCREEN})
    assert visit.open(f"{path}.html").evaluate(UNDER_THE_RAIL) == []
