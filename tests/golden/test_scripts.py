"""What readers change on pages of the small book, in a real browser: the gap map, rankings, comparisons."""

import pytest
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser]


def test_the_map_counts_what_fits_the_choice(page: Page, address: str) -> None:
    page.goto(f"{address}/prose/gap-map.html")
    status = page.locator(".gap-status")
    assert status.text_content() == (
        "Shown: 18 evaluations or reviews with a result, 3 of them of what people live with"
    )
    page.locator(".gap-choose > summary").click()
    page.get_by_label("from the UK").check()
    cell = page.locator("[data-cell='welfare-debt-advice--mind']")
    assert cell.locator(".gap-spoken").inner_text().endswith("2 evaluations or reviews (2 better)")
    emptied = page.locator("[data-cell='fuel-poverty--body']")
    assert emptied.is_disabled()
    page.get_by_label("Trials").uncheck()
    assert cell.locator(".gap-mark").get_attribute("class") == "gap-mark size-1 is-benefit"
    page.get_by_label("from the UK").uncheck()
    living = page.locator("[data-cell='green-space--health-inequality']")
    assert (
        living.locator(".gap-spoken")
        .inner_text()
        .endswith(
            "0 evaluations or reviews; 1 of what people live with (1 goes with better); 1 that name no side"
        )
    )
    several = page.locator("[data-cell='fuel-poverty--mind'] .gap-spoken")
    assert several.inner_text().endswith("2 of what people live with (2 go with worse)")


def test_what_is_known_follows_the_place_and_the_outcomes(page: Page, address: str) -> None:
    page.goto(f"{address}/prose/choose.html")
    assert not page.locator(".choose-matrix").is_visible()
    page.locator("#choose-place").select_option("claremont")
    page.get_by_role("checkbox", name="Say", exact=True).check()
    rows = page.locator(".choose-matrix tbody tr:visible")
    boards = rows.filter(has_text="Neighbourhood partnerships")
    said = " ".join(boards.inner_text().split())
    assert "no figure tells it" in said
    assert "May help (early evidence)" in said
    assert "Done here already." in said
    page.locator("#choose-place").select_option("central-southport")
    assert "Done here already." not in boards.inner_text()
    count = rows.count()
    page.get_by_role("checkbox", name="Money and bills", exact=True).check()
    assert rows.count() > count
    fuel = " ".join(rows.filter(has_text="Reducing fuel poverty").inner_text().split())
    assert "Not done for this, and not studied for it." in fuel
    assert page.locator(".choose-step:visible").count() == 3
    assert "On this table: from" in page.locator(".choose-step[data-step=need]").inner_text()


def test_a_ranking_is_sorted_by_what_its_columns_mean(page: Page, address: str) -> None:
    page.goto(f"{address}/problems/mind.html")
    rows = page.locator(".ranking tbody")
    at_first = rows.locator("th").all_inner_texts()
    for head in ("Studies", "How big", "How sure"):
        page.locator(".ranking-sort", has_text=head).click()
    assert rows.locator("th").all_inner_texts()[0] == at_first[0]
    page.locator(".ranking-sort", has_text="Studies").click()
    counts = [int(number) for number in rows.locator("[data-label='Studies']").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)
    assert page.locator("th[aria-sort]").all_inner_texts() == ["Studies"]
    page.locator(".ranking-sort", has_text="How big").click()
    pairs = [row.get_attribute("data-pairs") or "" for row in rows.all()]
    told = [float(one) for one in pairs if one]
    assert pairs[: len(told)] == [str(one) for one in sorted(told, reverse=True)]


def test_only_two_or_three_can_be_put_side_by_side(page: Page, address: str) -> None:
    page.goto(f"{address}/problems/mind.html")
    boxes, button = page.locator(".ranking input"), page.get_by_role("button", name="Put the ticked ones")
    boxes.nth(0).check()
    assert button.is_disabled()
    boxes.nth(1).check()
    assert button.is_enabled()
    boxes.nth(2).check()
    assert boxes.nth(3).is_disabled()
    with page.expect_navigation():
        button.click()
    assert page.url.count("a=") == 3


def test_a_link_puts_activities_side_by_side_and_keeps_what_is_chosen(page: Page, address: str) -> None:
    page.goto(f"{address}/prose/problems.html?a=green-space&b=befriending")
    heads = page.locator(".compare-result thead th")
    assert heads.all_inner_texts() == ["Green space", "Befriending"]
    rows = page.locator(".compare-result tbody th").all_inner_texts()
    assert "Mind" in rows
    assert "Say" not in rows, "a row in which neither was studied is left out"
    page.get_by_label("Third, if you like").select_option("welfare-debt-advice")
    assert heads.count() == 3
    assert page.url.endswith("?a=green-space&b=befriending&c=welfare-debt-advice")
    page.get_by_label("Second activity").select_option("")
    assert page.url.endswith("?a=green-space&b=welfare-debt-advice")


def test_a_link_that_names_what_is_not_there_says_so(page: Page, address: str) -> None:
    page.goto(f"{address}/prose/problems.html?a=befriending&b=<b>bingo</b>")
    assert page.locator(".compare-status").inner_text() == (
        "Befriending stands alone. Choose a second activity beside it. "
        "The link names what the book does not have: <b>bingo</b>."
    )
    page.goto(f"{address}/prose/problems.html?a=befriending&a=green-space&a=living-wage&a=healthy-homes")
    assert page.locator(".compare-result thead th").count() == 3
    assert "more than three" in page.locator(".compare-status").inner_text()
