"""What readers change on pages of the small book, in a real browser: lists, the gap map, what is known."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser import serve

pytestmark = [pytest.mark.browser]


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert errors == []


def firsts(page: Page, caption: str) -> list[str]:
    """Give the first cell of each row in view of a table that readers can narrow down."""
    table = page.locator(".explore").filter(has=page.locator("caption", has_text=caption))
    return table.locator("tbody tr:visible > :first-child").all_inner_texts()


def test_levels_are_sorted_by_what_they_mean(page: Page, address: str) -> None:
    page.goto(f"{address}/prose/lists.html?order=2")
    table = page.locator(".explore").filter(has=page.locator("caption", has_text="All activities"))
    levels = [row.locator("[class*='rating-']").first.inner_text() for row in table.locator("tbody tr").all()]
    assert list(dict.fromkeys(levels)) == [
        "Helps (promising evidence)", "May help (early evidence)", "Not clear", "Not studied",
    ]  # fmt: skip
    assert firsts(page, "All activities")[0] == "Green space"
    page.goto(f"{address}/prose/lists.html?order=-4")
    assert firsts(page, "All activities")[0] == "Reducing fuel poverty"


def test_words_and_choices_narrow_a_list_down_together(page: Page, address: str) -> None:
    page.goto(f"{address}/prose/lists-of-policies.html?c6=Befriending")
    assert firsts(page, "All policies on record") == [
        "Befriending 2026",
        "Castle Befriending Scheme",
        "Seasonal Health Interventions Network (SHINE)",
    ]
    assert page.locator(".explore-status").first.inner_text() == "3 of 11 shown"
    page.goto(f"{address}/prose/lists-of-policies.html?c6=Befriending&q=fife")
    assert firsts(page, "All policies on record") == ["Castle Befriending Scheme"]


def test_the_map_counts_what_fits_the_choice(page: Page, address: str) -> None:
    page.goto(f"{address}/prose/gap-map.html")
    status = page.locator(".gap-status")
    assert status.inner_text() == (
        "Shown: 18 evaluations or reviews with a result, 3 of them of what people live with"
    )
    page.get_by_label("from the UK").check()
    cell = page.locator("[data-cell='welfare-debt-advice--mind']")
    assert cell.locator(".gap-spoken").inner_text().endswith("2 evaluations or reviews (2 better)")
    emptied = page.locator("[data-cell='fuel-poverty--body']")
    assert emptied.get_attribute("href") is None
    page.get_by_label("Trials (T)").uncheck()
    assert cell.locator(".gap-signs").text_content() == "▲1"
    assert cell.locator(".gap-designs").text_content() == "C1"
    page.get_by_label("from the UK").uncheck()
    living = page.locator("[data-cell='green-space--health-inequality']")
    assert (
        living.locator(".gap-spoken")
        .inner_text()
        .endswith(
            "0 evaluations or reviews; 1 of what people live with (1 goes with better); 1 that name no side"
        )
    )


def test_what_is_known_follows_the_place_and_the_outcomes(page: Page, address: str) -> None:
    page.goto(f"{address}/prose/choose.html")
    assert not page.locator(".choose-matrix").is_visible()
    page.get_by_label("Place").select_option("claremont")
    page.get_by_role("checkbox", name="Say", exact=True).check()
    rows = page.locator(".choose-matrix tbody tr:visible")
    boards = rows.filter(has_text="Neighbourhood partnerships")
    said = " ".join(boards.inner_text().split())
    assert "no figure tells it" in said
    assert "May help (early evidence)" in said
    assert "Done here already." in said
    page.get_by_label("Place").select_option("central-southport")
    assert "Done here already." not in boards.inner_text()
    count = rows.count()
    page.get_by_role("checkbox", name="Money and bills", exact=True).check()
    assert rows.count() > count
    fuel = " ".join(rows.filter(has_text="Reducing fuel poverty").inner_text().split())
    assert "Not done for this, and not studied for it." in fuel
    assert page.locator(".choose-step:visible").count() == 3
    assert "On this table: from" in page.locator(".choose-step[data-step=need]").inner_text()
