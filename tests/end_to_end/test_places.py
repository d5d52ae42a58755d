"""Any place in the United Kingdom is found by typing, by keyboard alone, and its page answers at once."""

import gzip
import re

import pytest
from playwright.sync_api import Page, Route, expect
from tests.browser import look_with_axe

from .conftest import SITE, Visit, evidence

pytestmark = [pytest.mark.browser]

PLACE = "book/neighbourhoods/place.html"
NATIONS = (
    "E06000009.E05015190",
    "W06000011.W05001040",
    "S12000033.S02001236",
    "N09000001.95AA01S1",
)
"""A place of each nation, as links have it."""
KILOBYTE = 1024
PHONE = {"viewport": {"width": 360, "height": 740}}


def typed(page: Page, text: str) -> list[str]:
    """Type into the search box, and give what it offers."""
    page.get_by_role("combobox").fill(text)
    expect(page.locator(".find-place-say")).to_contain_text("found", ignore_case=True)
    return page.get_by_role("option").all_inner_texts()


def test_a_place_is_reached_from_home_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit.open("index.html")
    field = page.get_by_role("combobox")
    field.focus()
    page.keyboard.type("clare blackp")
    option = page.get_by_role("option", name="Claremont Blackpool")
    expect(option).to_be_visible()
    expect(page.locator(".find-place-say")).to_have_text("1 found.")
    page.keyboard.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", option.get_attribute("id") or "")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{PLACE}?place=E06000009.E05015190")
    expect(page.locator("h1")).to_have_text("Claremont")


def let_go(page: Page, held: list[Route]) -> None:
    """Let what was held back come, as soon as it is asked for."""
    while not held:
        page.wait_for_timeout(20)
    for one in held:
        one.continue_()


def test_who_types_faster_than_names_come_is_led_to_what_was_typed(visit: Visit) -> None:
    page = visit.open("index.html")
    field = page.get_by_role("combobox")
    field.fill("clare")
    expect(page.get_by_role("option").first).to_contain_text("Clare Derry City")
    held: list[Route] = []
    page.route("**/names/b.json", lambda route: held.append(route))
    field.press_sequentially(" blackp")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("option").first).to_contain_text("Clare Derry City")
    assert page.url.endswith("index.html")
    let_go(page, held)
    page.wait_for_url(f"**/{PLACE}?place=E06000009.E05015190")


def test_keys_held_for_names_that_came_late_are_let_go_by_what_is_typed_after(visit: Visit) -> None:
    page = visit.open("index.html")
    field = page.get_by_role("combobox")
    held: list[Route] = []
    page.route("**/names/b.json", lambda route: held.append(route))
    field.press_sequentially("blackp")
    page.keyboard.press("Enter")
    field.press_sequentially("ool")
    let_go(page, held)
    expect(page.get_by_role("option").first).to_contain_text("Blackpool")
    assert page.url.endswith("index.html")


def test_escape_closes_the_list_then_empties_the_field(visit: Visit) -> None:
    page = visit.open("index.html")
    assert typed(page, "cardiff")
    field = page.get_by_role("combobox")
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("cardiff")
    field.press("Escape")
    expect(field).to_have_value("")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("bon y maen", "Bôn-y-maen Swansea"),
        ("bonymaen", "Bôn-y-maen Swansea"),
        ("allerdale", "Cumberland Council; formerly Allerdale"),
        ("hull", "Kingston upon Hull, City of Council"),
        ("st anns nott", "St. Ann's Nottingham"),
        ("saint anns nott", "St. Ann's Nottingham"),
        ("cults bieldside milltimber east", "Cults, Bieldside and Milltimber East Aberdeen City"),
        ("aldergrove 1", "Aldergrove 1 Antrim and Newtownabbey"),
        ("moss bay & moor", "Moss Bay and Moorclose Cumberland"),
    ],
)
def test_names_are_found_however_they_are_written(visit: Visit, text: str, first: str) -> None:
    assert typed(visit.open("index.html"), text)[0] == first


def test_what_is_not_found_says_what_to_try(visit: Visit) -> None:
    page = visit.open("book/neighbourhoods/index.html")
    assert typed(page, "xyzzy") == []
    expect(page.locator(".find-place-say")).to_contain_text("former councils")


def test_every_place_is_found_by_its_own_name(visit: Visit) -> None:
    page = visit.open("index.html")
    places = list(evidence().base.country.places.values())[::97]
    asked = [[f"{place.name}", place.code] for place in places]
    lost = page.evaluate(
        """async (asked) => {
          const lost = [];
          for (const [name, code] of asked) {
            const found = await findPlace.find(name);
            if (!found.some((one) => one.code === code)) lost.push(name);
          }
          return lost;
        }""",
        asked,
    )
    assert lost == []


@pytest.mark.parametrize("link", NATIONS)
def test_the_page_of_a_place_says_what_is_on_record(visit: Visit, link: str) -> None:
    page = visit.open(f"{PLACE}?place={link}")
    base = evidence().base
    place = base.country.places[link.partition(".")[2]]
    expect(page.locator("h1")).to_have_text(place.name)
    assert page.locator(".any-place-says li").count() == 3
    assert page.locator("[data-first] tbody tr").count() == 5
    assert place.nation.label in page.locator(".any-place-where").inner_text()
    assert base.country.councils[place.council].name in page.locator(".any-place-where").inner_text()
    assert visit.elsewhere == []
    assert visit.errors == []


@pytest.mark.slow
@pytest.mark.parametrize("link", NATIONS)
def test_axe_finds_nothing_on_the_page_of_a_place(visit: Visit, link: str) -> None:
    page = visit.open(f"{PLACE}?place={link}")
    expect(page.locator(".any-place-says")).to_be_visible()
    page.locator(".any-place summary").click()
    results = look_with_axe(page)
    assert results.violations_count == 0, results.generate_report()


def test_axe_finds_nothing_while_the_list_is_open(visit: Visit) -> None:
    page = visit.open(PLACE)
    assert typed(page, "black")
    page.keyboard.press("ArrowDown")
    results = look_with_axe(page)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("E06000009.E05009999", "Choose a place of Blackpool"),
        ("E06000009", "Choose a place of Blackpool"),
        ("E07000026.E05003173", "no council or place on record"),
        ("../../x.y", "no council or place on record"),
    ],
)
def test_a_link_that_names_no_place_says_so_and_offers_the_search(visit: Visit, link: str, said: str) -> None:
    page = visit.open(f"{PLACE}?place={link}")
    expect(page.locator(".any-place-say")).to_contain_text(said)
    assert page.get_by_role("combobox").is_visible()
    assert visit.errors == []


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
def test_a_phone_shows_a_place_without_scrolling_sideways(visit: Visit) -> None:
    for link in NATIONS:
        page = visit.open(f"{PLACE}?place={link}")
        expect(page.locator(".any-place-says")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_place_prints_on_one_page(visit: Visit) -> None:
    for link in NATIONS:
        page = visit.open(f"{PLACE}?place={link}")
        expect(page.locator(".any-place-says")).to_be_visible()
        pdf = page.pdf(format="A4")
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1, link


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True, ids=["no-scripts"])
def test_without_scripts_lists_lead_to_every_council(visit: Visit) -> None:
    page = visit.open(PLACE)
    page.locator("noscript a, .find-place-list a").first.click()
    councils = evidence().base.country.councils
    assert page.locator(".name-list li").count() == len(councils)


def test_a_search_for_a_name_leads_on_to_places(visit: Visit) -> None:
    page = visit.open("search.html?q=bonymaen")
    with page.expect_navigation():
        page.locator("#search-place a").click()
    expect(page.get_by_role("option", name="Bôn-y-maen Swansea")).to_be_visible()


def test_what_is_fetched_for_a_name_or_a_place_stays_small() -> None:
    budgets = {"names": 40, "council": 36, "neighbourhood": 4}
    for folder, budget in budgets.items():
        files = list((SITE / "_static" / "places" / folder).glob("*.json"))
        assert files
        assert max(len(gzip.compress(path.read_bytes())) for path in files) <= budget * KILOBYTE
