"""Tables: the whole width on a desk, cards on a phone, and screen readers find their rows and heads."""

import pytest
from playwright.sync_api import Page
from tests.browser import look_with_axe

from .conftest import Visit, evidence

pytestmark = [pytest.mark.browser]

PHONE = {"viewport": {"width": 320, "height": 640}}
NAME = "What people did"


def page_of_place() -> str:
    """Name the page of a neighbourhood of whose activities no year is known."""
    places = evidence().base.neighbourhoods.values()
    slug = next(place.slug for place in places if not any(one.year for one in place.activities))
    return f"neighbourhoods/{slug}.html"


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
def test_on_a_phone_all_of_a_row_is_in_view(visit: Visit) -> None:
    table = visit.open(page_of_place()).get_by_role("table", name=NAME)
    cell = table.get_by_role("row").nth(1).get_by_role("cell").first
    assert cell.get_attribute("data-label") == "Kind of activity"
    for part in table.get_by_role("cell").all():
        box = part.bounding_box()
        assert box
        assert box["x"] + box["width"] <= 320
    assert look_with_axe(visit.page).violations_count == 0


def test_on_a_desk_it_is_a_table(visit: Visit) -> None:
    table = visit.open(page_of_place()).get_by_role("table", name=NAME)
    first, second = table.get_by_role("row").nth(1).get_by_role("cell").all()[:2]
    assert (first.bounding_box() or {}).get("y") == (second.bounding_box() or {}).get("y")


WIDE_PAGES = (
    "book/activities/index.html",
    "book/policies/index.html",
    "book/policies/numbers.html",
    "book/policies/actions.html",
    "book/evidence/index.html",
    "book/evidence/gap-map.html",
    "book/evidence/pools.html",
    "book/methods/rating.html",
    "book/neighbourhoods/comparison-areas.html",
    "activities/fuel-poverty.html",
    "activities/welfare-debt-advice.html",
    "outcomes/loneliness.html",
    "pools/loneliness-smd-reviews.html",
    "notebooks/coverage.html",
)
OPEN = "document.querySelectorAll('details').forEach(fold => (fold.open = true))"
CUT = """() => [...document.querySelectorAll(".table-scroll")]
  .filter(box => box.getClientRects().length && getComputedStyle(box).overflowX !== "visible")
  .filter(box => box.scrollWidth > box.clientWidth)
  .map(box => box.getAttribute("aria-label"))"""
OUT_OF_SIGHT = """() => [...document.querySelectorAll(".table-scroll > table > tbody :is(td, th)")]
  .filter(cell => cell.getClientRects().length && cell.getBoundingClientRect().right > innerWidth + 1)
  .map(cell => cell.textContent.trim().slice(0, 40))"""


def opened(visit: Visit, path: str) -> Page:
    """Open a page and all that is folded on it."""
    page = visit.open(path)
    page.evaluate(OPEN)
    page.wait_for_timeout(100)
    return page


@pytest.mark.parametrize("path", [*WIDE_PAGES, page_of_place()])
@pytest.mark.parametrize(
    "visit", [{"viewport": {"width": width, "height": 900}} for width in (1280, 1600)], indirect=True
)
def test_on_a_desk_no_table_is_cut_or_scrolls_sideways(visit: Visit, path: str) -> None:
    page = opened(visit, path)
    assert page.evaluate(CUT) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", [*WIDE_PAGES, page_of_place()])
@pytest.mark.parametrize("visit", [{"viewport": {"width": 360, "height": 740}}], indirect=True, ids=["phone"])
def test_on_a_phone_no_cell_is_out_of_sight(visit: Visit, path: str) -> None:
    page = opened(visit, path)
    assert page.evaluate(CUT) == []
    assert page.evaluate(OUT_OF_SIGHT) == []


def test_the_head_of_a_long_table_stays_in_view(visit: Visit) -> None:
    page = visit.open("book/activities/index.html")
    row = page.locator(".explore tbody tr").nth(15)
    row.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 300)")
    box = page.locator(".explore thead th").first.bounding_box()
    assert box
    assert 0 <= box["y"] < 5


def test_a_table_below_the_last_link_of_the_rail_has_the_whole_width(visit: Visit) -> None:
    page = visit.open("book/policies/numbers.html")
    rail = page.locator(".rail").bounding_box()
    table = page.locator(".explore table").first.bounding_box()
    assert rail
    assert table
    assert table["y"] > rail["y"] + rail["height"] - 60
    assert table["x"] + table["width"] > rail["x"] + 100
