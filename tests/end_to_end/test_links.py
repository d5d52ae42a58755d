"""A link of the path from elsewhere starts no Python: a reader's press does, once for all steps."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser import look_with_axe

from .conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ADAPT, EVALUATE, SHARE = "book/plan/adapt.html", "book/programme/plan-evaluation.html", "book/plan/share.html"
LINK = "place=claremont&outcomes=connection&activities=befriending&who=Call_Chair__"
STARTS = {
    f"{ADAPT}?{LINK}": ("Show what is known for this link", ".adapt .path-answer section"),
    f"{ADAPT}?outcomes=mind": ("Draw the model of this link", ".path-model"),
    f"{ADAPT}?model=box_1_change_Ties": ("Draw the model of this link", ".path-model"),
    f"{ADAPT}?who=Call_Chair__": ("Show who does what in this link", ".who-form tbody input"),
    f"{EVALUATE}?{LINK}": ("Say which design fits, and what to measure", ".evaluate .path-answer .answer"),
    f"{SHARE}?{LINK}": ("Put the plan of this link together", ".pack-sheet"),
}
"""The pages of the path that need Python: the button for the link, and what is there after it."""
LIVE_MS = 120_000
QUIET_MS = 1_000
WAITS = "Nothing is worked out from it before you say so."
NOTHING_KEPT = (
    """Object.defineProperty(window, "sessionStorage", { get() { throw new Error("refused"); } });"""
)


def fetched(visit: Visit) -> list[str]:
    """Give a list that grows by each file of Python that the page fetches."""
    seen: list[str] = []

    def note(url: str) -> None:
        if re.search("/_static/(live|pyodide)/", url):
            seen.append(url)

    visit.page.on("request", lambda request: note(request.url))
    return seen


def line(page: Page, said: str = WAITS) -> None:
    expect(page.locator(".own-choice", has_text=said)).to_have_count(1)


@pytest.mark.parametrize("link", STARTS)
def test_a_link_starts_nothing_before_the_press_and_all_after_it(visit: Visit, link: str) -> None:
    python = fetched(visit)
    button, answer = STARTS[link]
    page = visit.open(link)
    page.wait_for_timeout(QUIET_MS)
    line(page)
    assert python == []
    assert not page.locator(answer).first.is_visible()
    assert look_with_axe(page).violations_count == 0
    page.get_by_role("button", name=button, exact=True).press("Enter")
    expect(page.locator(answer).first).to_be_visible(timeout=LIVE_MS)
    assert any("pyodide" in url for url in python)
    line(page, "worked out from what the link of this page holds")
    assert page.evaluate("document.activeElement.classList.contains('own-choice')")
    assert look_with_axe(page).violations_count == 0
    assert (visit.errors, visit.elsewhere) == ([], [])


def test_one_press_starts_all_parts_of_a_page(visit: Visit) -> None:
    page = visit.open(f"{ADAPT}?{LINK}")
    waits = page.locator(".own-choice", has_text="This waits for “Show what is known for this link”, above.")
    expect(waits).to_have_count(2)
    expect(page.locator(".own-choice button")).to_have_count(2)
    page.get_by_role("button", name="Show what is known for this link").click()
    expect(page.get_by_label("What, row 1")).to_have_value("Call", timeout=LIVE_MS)
    expect(page.locator(".path-model")).to_be_visible(timeout=LIVE_MS)
    expect(page.locator(".own-choice:visible")).to_have_count(1)


def test_who_goes_on_with_a_link_is_not_asked_again_and_another_link_waits(visit: Visit) -> None:
    page = visit.open(f"{ADAPT}?{LINK}")
    page.get_by_role("button", name="Show what is known for this link").click()
    page.get_by_label("What we set out to do").fill("Meet")
    page.get_by_role("link", name="Next: Evaluate").click()
    expect(page.locator(".evaluate .path-answer .answer")).to_be_visible(timeout=LIVE_MS)
    page.get_by_label("Could it be drawn by lot who has it first?").select_option("yes")
    page.get_by_role("link", name="Next: Share").click()
    expect(page.locator(".pack-sheet")).to_have_count(4, timeout=LIVE_MS)
    assert "aim=Meet" in page.url
    page.reload()
    expect(page.locator(".pack-sheet")).to_have_count(4, timeout=LIVE_MS)
    python = fetched(visit)
    page = visit.open(f"{SHARE}?{LINK.replace('befriending', 'green-space')}")
    page.wait_for_timeout(QUIET_MS)
    line(page)
    assert python == []


def test_a_press_on_an_earlier_step_holds_for_the_later_ones(visit: Visit) -> None:
    page = visit.open("book/neighbourhoods/choose.html?outcomes=connection&activities=befriending")
    page.get_by_role("button", name="Rank them").click()
    expect(page.locator(".choose-lead")).not_to_be_empty(timeout=LIVE_MS)
    page.get_by_role("link", name="Go on to Adapt").click()
    expect(page.locator(".adapt .path-answer section").first).to_be_visible(timeout=LIVE_MS)


def test_what_is_typed_starts_no_answer_for_a_link_that_waits(visit: Visit) -> None:
    python = fetched(visit)
    page = visit.open(f"{EVALUATE}?{LINK}&areas=4")
    page.get_by_label("Areas with the activity").fill("5")
    page.wait_for_timeout(QUIET_MS)
    assert "areas=5" in page.url
    assert python == []
    expect(page.locator(".evaluate .path-answer")).to_be_empty()


def test_rows_typed_while_a_link_waits_are_kept(visit: Visit) -> None:
    page = visit.open(f"{ADAPT}?activities=befriending")
    page.get_by_label("What, row 1").fill("Buy tea")
    page.get_by_role("button", name="Show what is known for this link").click()
    expect(page).to_have_url(re.compile("who=Buy"), timeout=LIVE_MS)
    expect(page.get_by_label("What, row 1")).to_have_value("Buy tea")
    expect(page.locator(".adapt .path-answer section").first).to_be_visible(timeout=LIVE_MS)


def test_where_nothing_can_be_kept_each_page_asks(visit: Visit) -> None:
    visit.page.add_init_script(NOTHING_KEPT)
    for link in (f"{EVALUATE}?{LINK}", f"{SHARE}?{LINK}"):
        button, answer = STARTS[link]
        page = visit.open(link)
        line(page)
        page.get_by_role("button", name=button, exact=True).click()
        expect(page.locator(answer).first).to_be_visible(timeout=LIVE_MS)
    assert visit.errors == []


def test_the_way_back_from_a_link_leaves_what_it_holds(visit: Visit) -> None:
    page = visit.open(f"{SHARE}?{LINK}")
    page.get_by_role("button", name="Open this page without it").click()
    expect(page.locator(".pack .path-say")).to_contain_text("Nothing is entered yet")
    assert "?" not in page.url
