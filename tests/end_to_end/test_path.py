"""The path from place to plan: one link goes through all steps, by keyboard, on a phone, without scripts."""

from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect
from tests.browser import look_with_axe

from resilience.planning.from_records.common import problem_slug
from resilience.planning.path import OVERVIEW, PATH

from .conftest import Visit, evidence

pytestmark = [pytest.mark.browser]

PHONE = {"viewport": {"width": 360, "height": 740}}
PAGES = tuple(dict.fromkeys((OVERVIEW, *(page for one in PATH for page in (one.page, one.second) if page))))
NEW = (OVERVIEW, "book/neighbourhoods/place", "book/plan/adapt", "book/plan/share")
KEPT_MS = 1_000
"""In which a page has taken up its link."""


def whole_link() -> dict[str, str]:
    """Give a link that answers every step, with keys of all of them."""
    base = evidence().base
    group = next(iter(base.outcome_groups))
    return {
        "place": "E06000009.E05015190",
        "problems": problem_slug(base.outcome_groups[group].problems[0]),
        "outcomes": group,
        "activities": next(iter(base.types)),
        "aim": "Meet, and eat: twice a week",
        "distance": "mahalanobis",
        "within": "yes",
        "lots": "no",
        "households": "50",
        "model": "made-up",
        "who": "chair:calls",
    }


def asked(page: Page) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(page.url).query))


def lost(page: Page, link: dict[str, str]) -> dict[str, str]:
    """Give what of a link the address of a page has no more, or has otherwise."""
    now = asked(page)
    return {key: value for key, value in link.items() if now.get(key) != value}


def test_the_link_is_carried_from_step_to_step_with_all_its_keys(visit: Visit) -> None:
    link = whole_link()
    page = visit.open(f"{OVERVIEW}.html?{urlencode(link)}")
    page.locator(".path-all a").first.click()
    for number, step in enumerate(PATH, start=1):
        expect(page.locator(".path-at")).to_have_text(str(number))
        page.wait_for_timeout(KEPT_MS)
        assert f"{step.page}.html" in page.url
        assert lost(page, link) == {}, step.name
        states = page.locator(".path-state").all_inner_texts()
        assert states == ["answered"] * (len(PATH) - 1) + [""]
        if number < len(PATH):
            page.locator(".path-head li a").nth(number).click()
    assert visit.errors == []


def test_the_second_page_of_a_step_keeps_the_link_too(visit: Visit) -> None:
    link = whole_link()
    for one in PATH:
        if one.second:
            page = visit.open(f"{one.second}.html?{urlencode(link)}")
            page.wait_for_timeout(KEPT_MS)
            page.locator(".path-go").click()
            assert lost(page, link) == {}


def test_another_place_is_found_and_the_rest_of_the_link_stays(visit: Visit) -> None:
    link = whole_link()
    page = visit.open(f"book/neighbourhoods/place.html?{urlencode(link)}")
    expect(page.locator("h1")).to_have_text("Claremont")
    page.get_by_role("combobox").fill("rhyl east")
    page.get_by_role("option").first.click()
    expect(page.locator("h1")).to_have_text("Rhyl East")
    assert lost(page, link).keys() == {"place"}
    assert asked(page)["place"].startswith("W06000004.")


def test_the_path_begins_by_keyboard_alone(visit: Visit) -> None:
    page = visit.open(f"{OVERVIEW}.html")
    page.get_by_role("combobox").focus()
    page.keyboard.type("clare blackp")
    expect(page.get_by_role("option", name="Claremont Blackpool")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Claremont")
    go = page.get_by_role("link", name="Next: What to change")
    for _ in range(80):
        page.keyboard.press("Tab")
        if go.evaluate("(one) => one === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/choose.html?place=E06000009.E05015190#change")


def test_a_step_without_an_answer_can_be_skipped_and_says_what_is_missing(visit: Visit) -> None:
    page = visit.open("book/plan/adapt.html")
    adapt, evaluate = PATH[3], PATH[4]
    expect(page.locator(".path-without")).to_have_text(adapt.without)
    page.get_by_role("link", name=f"Skip, and go to: {evaluate.title}").click()
    page.wait_for_url(f"**/{evaluate.page}.html")


def test_a_choice_on_the_page_changes_its_links_at_once(visit: Visit) -> None:
    page = visit.open("book/plan/adapt.html")
    page.evaluate("part.remember({ aim: 'Meet' })")
    expect(page.locator(".path-go")).to_have_text("Next: Evaluate")
    assert page.locator(".path-go").evaluate("(one) => one.search") == "?aim=Meet"
    expect(page.locator(".path-head li").nth(3).locator(".path-state")).to_have_text("answered")


def test_who_comes_to_the_second_step_of_a_page_is_told_so(visit: Visit) -> None:
    page = visit.open("book/neighbourhoods/choose.html#options")
    expect(page.locator(".path-at")).to_have_text("3")
    expect(page.locator(".path-head [aria-current]")).to_have_text("Options")


def test_a_neighbourhood_of_the_programme_is_a_place_too(visit: Visit) -> None:
    base = evidence().base
    for slug in base.country.fits:
        page = visit.open(f"book/neighbourhoods/place.html?place={slug}")
        expect(page.locator("h1")).to_have_text(base.neighbourhoods[slug].name)
        assert page.locator(".any-place-says li").count() == 3
        expect(page.locator("[data-fit]")).to_contain_text("households are in the neighbourhood")
        assert page.locator(".any-place-next a").last.get_attribute("href").endswith(f"{slug}.html")
    assert visit.errors == []


def test_a_script_gets_the_standing_of_both_kinds_of_link(visit: Visit) -> None:
    page = visit.open(f"{OVERVIEW}.html")
    names = page.evaluate(
        """async () => {
          const links = ["claremont", "E06000009.E05015190", "E06000009.E05009999", "../x.y"];
          const found = await Promise.all(links.map((link) => findPlace.standing(link)));
          return found.map((one) => one && [one.file.code, one.place.code]);
        }"""
    )
    assert names == [["E06000009", "claremont"], ["E06000009", "E05015190"], None, None]


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True, ids=["no-scripts"])
def test_without_scripts_each_step_leads_to_the_next(visit: Visit) -> None:
    page = visit.open(f"{OVERVIEW}.html")
    page.locator(".path-all a").first.click()
    # What to change and the options stand on one page, so that five clicks on "next" are one too many.
    for step in (PATH[1], *PATH[3:]):
        page.locator(".path-go").click()
        assert f"{step.page}.html" in page.url
    assert page.locator(".path-go").count() == 0


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
def test_a_phone_shows_each_step_without_scrolling_sideways(visit: Visit) -> None:
    for name in PAGES:
        page = visit.open(f"{name}.html?{urlencode(whole_link())}")
        page.wait_for_timeout(KEPT_MS)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
        head = page.locator(".path-head")
        if head.count():
            box = head.bounding_box()
            assert box is not None
            assert box["height"] <= 180, name


@pytest.mark.parametrize("name", NEW)
def test_axe_finds_nothing(visit: Visit, name: str) -> None:
    page = visit.open(f"{name}.html?place=claremont")
    page.wait_for_timeout(KEPT_MS)
    results = look_with_axe(page)
    assert results.violations_count == 0, results.generate_report()


def test_the_steps_are_not_printed(visit: Visit) -> None:
    page = visit.open("book/plan/share.html")
    page.emulate_media(media="print")
    assert [one.is_visible() for one in page.locator("nav.path-nav").all()] == [False, False]
