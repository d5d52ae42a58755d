"""Figures in a real browser: with and without scripts, light and dark, on a phone and on a desk."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Literal

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from tests.browser import look_with_axe, serve

if TYPE_CHECKING:
    from tests.site.charts.conftest import Built

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE, DESK = 320, 1280
PAGE = "notebooks/hostile.html"
BOXES = "notebooks/boxes.html"
OVERFLOWING = """() => [...document.querySelectorAll('.figure-chart svg')]
  .filter((drawing) => drawing.getClientRects().length)
  .flatMap((drawing) => {
    const frame = drawing.getBoundingClientRect();
    return [...drawing.querySelectorAll('text')].filter((text) => {
      const box = text.getBoundingClientRect();
      return box.left < frame.left - 1 || box.right > frame.right + 1;
    }).map((text) => text.textContent);
  })"""
SMALLEST_TYPE = """() => Math.min(...[...document.querySelectorAll('.figure-chart svg')]
  .filter((drawing) => drawing.getClientRects().length)
  .flatMap((drawing) => [...drawing.querySelectorAll('text')].map((text) =>
    parseFloat(getComputedStyle(text).fontSize)
      * drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width)))"""
CUT_OFF = """() => [...document.querySelectorAll('.figure-boxes :is(li, p)')]
  .filter((box) => box.scrollWidth > box.clientWidth + 1)
  .map((box) => box.textContent)"""

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def address(book: "Built") -> Iterator[str]:
    with serve(book.site) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Open pages; at the end, no request may have left the site and no script may have failed."""
    faults: list[str] = []
    contexts = []

    def watch(route: Route) -> None:
        if route.request.url.startswith(address):
            route.continue_()
        else:
            faults.append(f"request to {route.request.url}")
            route.abort()

    def open_page(
        width: int = DESK, scheme: Literal["light", "dark"] = "light", path: str = PAGE, **settings: Any
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", **settings
        )
        contexts.append(context)
        context.route("**/*", watch)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{address}/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []


def make_interactive(page: Page) -> None:
    buttons = page.locator(".figure-go")
    while buttons.count():
        before = buttons.count()
        buttons.first.click()
        expect(buttons).to_have_count(before - 1)
    page.locator(".figure-live svg.marks").first.wait_for()


def violations(page: Page) -> list[str]:
    return [item["id"] for item in look_with_axe(page).response["violations"]]


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_without_scripts_the_chart_of_the_right_size_shows(visit: Visit, width: int) -> None:
    page = visit(width, java_script_enabled=False)
    shown = page.locator(".figure-chart svg:visible")
    assert shown.count() == 3
    expected = "figure-narrow" if width == PHONE else "figure-wide"
    assert {shown.nth(place).get_attribute("class") for place in range(3)} == {expected}
    assert page.locator(".figure-go:visible").count() == 0
    page.locator(".figure-table summary").first.click()
    assert page.locator(".figure-table table").first.is_visible()


@pytest.mark.parametrize("width", [PHONE, 360, 768, DESK])
def test_type_is_large_enough_and_inside_its_chart(visit: Visit, width: int) -> None:
    page = visit(width)
    page.evaluate("document.fonts.ready")
    assert page.evaluate(SMALLEST_TYPE) >= 12
    assert page.evaluate(OVERFLOWING) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_before_and_after(
    visit: Visit, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = visit(width, scheme)
    assert violations(page) == []
    make_interactive(page)
    page.evaluate("document.querySelectorAll('.figure-table').forEach((table) => { table.open = true })")
    assert violations(page) == []


def test_nothing_is_fetched_for_an_interactive_chart_until_it_is_asked_for(visit: Visit) -> None:
    page = visit()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url.rpartition("/")[2]))
    page.reload(wait_until="networkidle")
    assert not [name for name in fetched if name.startswith("vega")]
    make_interactive(page)
    assert [name.startswith("vega") for name in fetched].count(True) == 1


def test_the_keyboard_is_enough(visit: Visit) -> None:
    page = visit()
    page.locator(".figure-go").first.focus()
    page.keyboard.press("Enter")
    page.locator(".figure-live").wait_for()
    assert page.evaluate("document.activeElement.textContent").startswith("Point at a mark")


def test_a_tooltip_shows_hostile_text_as_text(visit: Visit) -> None:
    page = visit()
    make_interactive(page)
    page.locator(".figure-live .mark-rect path").first.hover(position={"x": 3, "y": 3})
    tooltip = page.locator("#vg-tooltip-element")
    tooltip.locator("td.value").first.wait_for()
    assert "<img src=x" in tooltip.inner_text()
    assert tooltip.locator("img, b, script").count() == 0
    assert page.title() != "broken"


@pytest.mark.parametrize("interactive", [False, True])
def test_a_chart_turns_dark_with_the_page(visit: Visit, interactive: bool) -> None:
    page = visit(scheme="light")
    if interactive:
        make_interactive(page)
    label = page.locator(".figure-chart").last.locator("svg:visible text").first
    ink = "(text) => getComputedStyle(text).fill"
    light = label.evaluate(ink)
    page.emulate_media(color_scheme="dark")
    assert label.evaluate(ink) != light
    assert label.evaluate(ink) == page.locator("body").evaluate("(body) => getComputedStyle(body).color")


def test_a_script_that_does_not_come_leaves_chart_and_words(visit: Visit) -> None:
    page = visit()
    page.route("**/vega-*", lambda route: route.abort())
    page.locator(".figure-go").first.click()
    page.locator(".figure-message").wait_for()
    assert "could not be loaded" in page.locator(".figure-message").inner_text()
    assert page.locator(".figure-chart svg:visible").count() == 3


def test_a_menu_saves_the_chart_and_leads_to_no_other_site(visit: Visit) -> None:
    page = visit()
    make_interactive(page)
    page.locator(".figure-live summary").first.click()
    offered = page.locator(".figure-live").first.locator(".vega-actions a").all_inner_texts()
    assert offered == ["Save as SVG", "Save as PNG"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_boxes_wrap_at_every_width_and_axe_finds_nothing(
    visit: Visit, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = visit(width, scheme, path=BOXES)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(CUT_OFF) == []
    assert page.title() != "broken"
    page.evaluate("document.querySelectorAll('.figure-table').forEach((table) => { table.open = true })")
    assert violations(page) == []


def test_a_flow_has_what_fell_away_beside_its_steps_where_there_is_room(visit: Visit) -> None:
    for width, is_beside in ((PHONE, False), (DESK, True)):
        page = visit(width, path=BOXES)
        box, aside = (page.locator(one).first.bounding_box() for one in (".flow .box", ".flow-aside"))
        assert box
        assert aside
        assert (aside["x"] > box["x"] + box["width"]) == is_beside
