"""The worked examples of the path: static pages for readers without scripts, on a phone and on paper."""

import re

import pytest
from tests.browser import look_with_axe

from resilience.planning.from_records.example import has_example

from .conftest import Visit, evidence

pytestmark = [pytest.mark.browser]

PLACES = [slug for slug, place in evidence().base.neighbourhoods.items() if has_example(place)]
STEPS = ("place", "change", "options", "adapt", "evaluate", "share")
NO_SCRIPTS = {"java_script_enabled": False, "viewport": {"width": 1280, "height": 800}}
PHONE = {"java_script_enabled": False, "viewport": {"width": 360, "height": 740}}


@pytest.mark.parametrize("slug", PLACES)
@pytest.mark.parametrize("visit", [NO_SCRIPTS], indirect=True, ids=["no-scripts"])
def test_all_steps_say_something_without_scripts(visit: Visit, slug: str) -> None:
    page = visit.open(f"neighbourhoods/{slug}-plan.html")
    for name in STEPS:
        step = page.locator(f"section#{name}")
        assert step.locator("dt").first.inner_text() in ("On record", "Example")
        assert step.locator("li, table").count() > 0, name
    assert page.locator("#example").get_by_text("Nobody in").is_visible()
    assert page.locator("#taken table tbody tr").count() > 0
    assert not page.locator("main [hidden], main form").count()


@pytest.mark.parametrize("slug", PLACES)
@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
def test_nothing_runs_off_a_phone(visit: Visit, slug: str) -> None:
    page = visit.open(f"neighbourhoods/{slug}-plan.html")
    assert page.locator("html").evaluate("root => root.scrollWidth") <= PHONE["viewport"]["width"]  # type: ignore[index]


def test_the_page_that_opens_the_path_leads_to_each(visit: Visit) -> None:
    page = visit.open("book/plan/index.html")
    for slug in PLACES:
        assert page.locator(f"main a[href$='neighbourhoods/{slug}-plan.html']").count() == 1


def test_the_walk_of_an_example_opens_in_the_path(visit: Visit) -> None:
    page = visit.open(f"neighbourhoods/{PLACES[0]}-plan.html")
    page.locator("#example a", has_text="Open this walk").click()
    page.wait_for_url(re.compile("book/neighbourhoods/place"))
    assert f"place={PLACES[0]}" in page.url
    assert visit.errors == []


def test_the_page_has_no_fault_that_a_checker_sees(visit: Visit) -> None:
    page = visit.open(f"neighbourhoods/{PLACES[0]}-plan.html")
    assert look_with_axe(page).response["violations"] == []


def test_no_search_finds_an_example(visit: Visit) -> None:
    page = visit.open(f"neighbourhoods/{PLACES[0]}-plan.html")
    found = page.evaluate("fetch('../_static/search/pages.json').then((got) => got.text())")
    assert f'"neighbourhoods/{PLACES[0]}"' in found
    assert f'"neighbourhoods/{PLACES[0]}-plan"' not in found
