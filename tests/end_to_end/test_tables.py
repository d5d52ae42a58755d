"""On a phone a short table of text stands as cards, and screen readers still find its rows and heads."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .conftest import Visit, evidence

pytestmark = [pytest.mark.browser]

PHONE = {"viewport": {"width": 320, "height": 640}}
NAME = "Activities without a year on record"


def page_of_place() -> str:
    """Name the page of a neighbourhood with activities whose year is not known at all."""
    places = evidence().base.neighbourhoods.values()
    undated = ([one for one in place.activities if not one.year] for place in places)
    slug = next(
        place.slug
        for place, found in zip(places, undated, strict=True)
        if found and not any(one.year_note for one in found)
    )
    return f"neighbourhoods/{slug}.html"


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
def test_on_a_phone_all_of_a_row_is_in_view(visit: Visit) -> None:
    table = visit.open(page_of_place()).get_by_role("table", name=NAME)
    cell = table.get_by_role("row").nth(1).get_by_role("cell").first
    assert cell.get_attribute("data-label") == "Activity type"
    for part in table.get_by_role("cell").all():
        box = part.bounding_box()
        assert box
        assert box["x"] + box["width"] <= 320
    assert Axe().run(visit.page).violations_count == 0


def test_on_a_desk_it_is_a_table(visit: Visit) -> None:
    table = visit.open(page_of_place()).get_by_role("table", name=NAME)
    first, second = table.get_by_role("row").nth(1).get_by_role("cell").all()[:2]
    assert (first.bounding_box() or {}).get("y") == (second.bounding_box() or {}).get("y")


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
def test_a_table_of_numbers_and_a_long_one_scroll(visit: Visit) -> None:
    page = visit.open("activities/fuel-poverty.html")
    page.evaluate("document.querySelectorAll('details.fold').forEach(fold => (fold.open = true))")
    for name in ("Results by outcome and by the way they point", "Council policies with this activity"):
        region = page.get_by_role("region", name=f"Table: {name}")
        assert region.evaluate("box => box.scrollWidth > box.clientWidth")
        assert not region.evaluate("box => box.classList.contains('as-cards')")
