"""The pages of councils in four nations, their maps by keyboard and pointer, and the map of all councils."""

import gzip
import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser import look_with_axe
from tests.end_to_end.conftest import SITE, Visit, evidence

from resilience.figures.region_tiles import LEAST_OF_SHADES

pytestmark = [pytest.mark.browser]

LIST = "book/policies/councils.html"
PHONE = {"viewport": {"width": 360, "height": 640}}
NO_SCRIPTS = {"java_script_enabled": False}
ROWS = ".places-table tbody tr"
NATIONS = {
    "cumberland": True,
    "cardiff-council": True,
    "aberdeen-city-council": False,
    "belfast-city-council": False,
}
"""Whether the places of a council can be drawn."""
LIGHTEST = 16 * 1024
"""Bytes of the page of a council without a policy, at most."""
HEAVIEST_MAP = 40_000
HEAVIEST_OF_ALL = 120_000


def opened(visit: Visit, slug: str) -> Page:
    page = visit.open(f"councils/{slug}.html")
    page.locator(".council-places").scroll_into_view_if_needed()
    page.locator(ROWS).first.wait_for()
    return page


@pytest.mark.parametrize(("slug", "drawn"), NATIONS.items())
def test_the_page_of_a_council_lists_all_its_places_and_draws_what_has_an_outline(
    visit: Visit, slug: str, drawn: bool
) -> None:
    page = opened(visit, slug)
    findings = evidence()
    code = findings.base.councils[slug].ons_code or ""
    own = {place.code for place in findings.standings.in_council[code]}
    shown = set(page.locator(ROWS).evaluate_all("rows => rows.map((row) => row.dataset.code)"))
    assert shown == own
    paths = page.locator(".places-map [data-code]").evaluate_all(
        "paths => paths.map((path) => path.dataset.code)"
    )
    assert sorted(paths) == sorted(own & findings.base.outlined.keys())
    assert bool(paths) is drawn
    assert page.locator("text=No map:").count() == (not drawn)
    assert visit.errors == []
    assert visit.elsewhere == []


def test_another_figure_is_chosen_by_keyboard_and_shades_the_map_anew(visit: Visit) -> None:
    page = opened(visit, "cumberland")
    before = page.locator(".places-map path[data-code]").evaluate_all(
        "paths => Object.fromEntries(paths.map((path) => [path.dataset.code, path.className.baseVal]))"
    )
    page.locator("#places-figure").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".places-say")).to_contain_text("People short of income")
    after = page.locator(".places-map path[data-code]").evaluate_all(
        "paths => Object.fromEntries(paths.map((path) => [path.dataset.code, path.className.baseVal]))"
    )
    assert before.keys() == after.keys()
    standings = evidence().standings
    for code, step in after.items():
        share = standings.better_off(standings.country.places[code], "income") or 0
        assert step == f"step-{min(int(share / 20), 4) + 1}"


def test_a_row_marks_its_outline_and_an_outline_its_row(visit: Visit) -> None:
    page = opened(visit, "cardiff-council")
    row = page.locator(ROWS).first
    code = row.get_attribute("data-code")
    row.locator("a").focus()
    outline = page.locator(f'.places-map path[data-code="{code}"]')
    expect(outline).to_have_class(re.compile("is-marked"))
    expect(page.locator(".places-pointed")).to_contain_text(row.locator("a").inner_text())
    page.keyboard.press("Tab")
    expect(outline).not_to_have_class(re.compile("is-marked"))
    outline.dispatch_event("mouseover")
    expect(row).to_have_class(re.compile("is-marked"))


def test_a_place_leads_to_its_own_page(visit: Visit) -> None:
    page = opened(visit, "aberdeen-city-council")
    address = page.locator(f"{ROWS} a").first.get_attribute("href") or ""
    code = page.locator(ROWS).first.get_attribute("data-code")
    assert address.endswith(f"book/neighbourhoods/place.html?place=S12000033.{code}")


@pytest.mark.parametrize("visit", [{}, {"color_scheme": "dark"}], indirect=True, ids=["light", "dark"])
@pytest.mark.parametrize("slug", NATIONS)
def test_axe_finds_nothing_once_map_and_table_are_there(visit: Visit, slug: str) -> None:
    page = opened(visit, slug)
    page.evaluate(f"document.querySelectorAll('{ROWS}:nth-child(n + 6)').forEach((row) => row.remove())")
    found = look_with_axe(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("visit", [{}, {"color_scheme": "dark"}], indirect=True, ids=["light", "dark"])
def test_axe_finds_nothing_on_the_map_of_all_councils(visit: Visit) -> None:
    page = visit.open(LIST)
    page.locator(".uk-room svg").first.wait_for()
    found = look_with_axe(page, ".uk-map")
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("visit", [PHONE], indirect=True)
def test_a_phone_shows_the_map_without_scrolling_to_the_side(visit: Visit) -> None:
    page = opened(visit, "cardiff-council")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    box = page.locator(".places-map > svg").bounding_box()
    assert box
    assert 200 < box["width"] <= 360


@pytest.mark.parametrize("visit", [NO_SCRIPTS], indirect=True)
def test_without_scripts_the_names_stand_there(visit: Visit) -> None:
    page = visit.open("councils/cumberland.html")
    findings = evidence()
    said = page.locator(".places-names").inner_text()
    assert all(place.name in said for place in findings.standings.in_council["E06000063"])
    assert not page.locator(".places-choose").is_visible()


def test_all_councils_are_on_the_map_and_lead_to_their_pages(visit: Visit) -> None:
    page = visit.open(LIST)
    page.locator(".uk-room svg").first.wait_for()
    findings = evidence()
    main = page.locator(".uk-room > svg path[data-code]")
    assert main.count() == len(findings.base.country.councils)
    steps = main.evaluate_all(
        "paths => Object.fromEntries(paths.map((path) => [path.dataset.code, path.className.baseVal]))"
    )
    for council in findings.base.councils.values():
        if council.ons_code in steps:
            n = len(findings.council_types.get(council.slug, ()))
            assert steps[council.ons_code] == f"step-{sum(n >= least for least in LEAST_OF_SHADES)}"
    page.locator('.uk-room > svg path[data-code="S12000017"]').dispatch_event("click")
    page.wait_for_url("**/councils/highland-council.html")
    assert visit.errors == []


def test_councils_without_a_policy_are_listed_by_region(visit: Visit) -> None:
    page = visit.open(LIST)
    base = evidence().base
    others = [council for slug, council in base.councils.items() if slug not in base.councils_on_record]
    section = page.locator("section", has=page.locator("h2", has_text="Councils without a policy")).last
    links = section.locator("details a").evaluate_all("links => links.map((link) => link.textContent)")
    assert sorted(links) == sorted(council.name for council in others)


def test_pages_and_maps_stay_light() -> None:
    base = evidence().base
    pages = {slug: SITE / "councils" / f"{slug}.html" for slug in base.councils}
    sizes = {slug: path.stat().st_size for slug, path in pages.items() if slug not in base.councils_on_record}
    heavy = {slug: size for slug, size in sizes.items() if size > LIGHTEST}
    assert heavy == {}
    maps = list((SITE / "_static" / "places" / "outlines").glob("*.json"))
    assert max(path.stat().st_size for path in maps if path.stem != "all") <= HEAVIEST_MAP
    of_all = next(path for path in maps if path.stem == "all")
    assert of_all.stat().st_size <= HEAVIEST_OF_ALL
    assert len(gzip.compress(of_all.read_bytes())) < HEAVIEST_OF_ALL / 2
