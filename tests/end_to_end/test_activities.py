"""An activity page answers within the first screen and stays short; its sheet is one side of paper."""

import re

import pytest
from playwright.sync_api import Page

from .conftest import Visit, evidence

pytestmark = [pytest.mark.browser]

TYPES = tuple(evidence().base.types)
DESK = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 360, "height": 740}}
NO_SCRIPTS = {"java_script_enabled": False}
LONGEST = 9000
LONG = "fuel-poverty"


def bottom(page: Page, selector: str) -> float:
    """Give how far down the page something ends."""
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["y"] + box["height"]


@pytest.mark.parametrize("slug", TYPES)
@pytest.mark.parametrize("visit", [DESK], indirect=True, ids=["desk"])
def test_the_answer_stands_on_the_first_screen_and_the_page_is_short(visit: Visit, slug: str) -> None:
    page = visit.open(f"activities/{slug}.html")
    assert bottom(page, ".answer") <= DESK["viewport"]["height"]
    assert page.evaluate("document.documentElement.scrollHeight") <= LONGEST
    assert visit.errors == []


@pytest.mark.parametrize("slug", TYPES)
@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
def test_on_a_phone_the_answer_stands_on_the_first_two_screens(visit: Visit, slug: str) -> None:
    page = visit.open(f"activities/{slug}.html")
    assert bottom(page, ".answer") <= 2 * PHONE["viewport"]["height"]


@pytest.mark.parametrize("slug", TYPES)
def test_the_sheet_for_a_meeting_is_one_side_of_paper(visit: Visit, slug: str) -> None:
    page = visit.open(f"meetings/{slug}.html")
    pdf = page.pdf(format="A4", margin={side: "15mm" for side in ("top", "right", "bottom", "left")})
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


def test_a_long_list_shows_ten_rows_until_a_reader_asks_for_more(visit: Visit) -> None:
    page = visit.open(f"activities/{LONG}.html")
    table = page.locator(".first-rows").filter(has=page.get_by_text("Council policies with this activity"))
    rows = table.locator("tbody tr")
    count = rows.count()
    assert count > 10
    assert rows.locator("visible=true").count() == 10
    table.get_by_role("button", name=f"Show {count - 10} more").click()
    assert rows.locator("visible=true").count() == count
    assert rows.nth(10).evaluate("row => row === document.activeElement")


def test_a_link_into_a_fold_opens_it(visit: Visit) -> None:
    page = visit.open(f"activities/{LONG}.html#why-home")
    assert page.locator("#why-home").is_visible()
    assert page.locator("details.fold:not([open])").count() > 0


def test_print_shows_what_is_folded_and_all_rows(visit: Visit) -> None:
    page = visit.open(f"activities/{LONG}.html")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.fold:not([open])").count() == 0
    assert page.locator(".first-rows tbody tr:not(:visible)").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.fold[open]").count() == 0


@pytest.mark.parametrize("visit", [NO_SCRIPTS], indirect=True, ids=["no-scripts"])
def test_without_scripts_every_row_stands_there_and_folds_open(visit: Visit) -> None:
    page = visit.open(f"activities/{LONG}.html")
    rows = page.locator(".first-rows tbody tr")
    assert rows.locator("visible=true").count() == rows.count()
    page.locator("details.fold > summary").first.click()
    assert page.locator("details.fold").first.locator("li").first.is_visible()


def test_no_search_finds_the_sheets(visit: Visit) -> None:
    page = visit.open("meetings/befriending.html")
    found = page.evaluate("fetch('../_static/search/pages.json').then((got) => got.text())")
    assert '"activities/befriending"' in found
    assert '"meetings/' not in found
    assert page.locator("main a[href$='activities/befriending.html']").count() > 0
