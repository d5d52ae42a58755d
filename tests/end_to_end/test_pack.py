"""The pack in a real browser: what it says is what the command says, and it prints on four sides of A4."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser import look_with_axe
from tests.planning.walks import WORDS, random_links

from resilience.planning.from_records.plans import Plans
from resilience.planning.path import OVERVIEW
from resilience.records.vocabulary import Nation

from .conftest import Visit, evidence

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATH = "book/plan/share.html"
START_MS = 60_000
WALKS = 50
MOST_TABS = 500
DAY = "2026-11-30"
PHONE = {"viewport": {"width": 360, "height": 740}}
ONE_PAGE = re.compile(rb"/Type\s*/Page[^s]")
ANSWER = """async ([link, day, address]) => {
  const place = new URLSearchParams(link).get("place");
  const standing = place ? await findPlace.standing(place) : null;
  const nation = standing?.file.nation.toLowerCase().replaceAll(" ", "-");
  const data = standing ? [`nation-${nation}`] : [];
  return live.call("path", { link, standing, only: "", day, address }, { data });
}"""


@cache
def plans() -> Plans:
    return Plans(evidence())


def places() -> list[str]:
    """Give the neighbourhoods of the programme in turn with places of all nations, and one that is none."""
    country, own = evidence().base.country, list(evidence().base.neighbourhoods)
    by_nation = [[one for one in country.places.values() if one.nation is nation] for nation in Nation]
    some = [places[len(places) * at // 4] for at in range(4) for places in by_nation]
    return [*own, *(f"{place.council}.{place.code}" for place in some), "nowhere"]


@pytest.fixture(scope="module")
def reader(browser: Browser, address: str) -> Iterator[Visit]:
    """A reader for whom Python has started already."""
    context = browser.new_context()
    visit = Visit(context, address)
    show(visit, {"place": "claremont"})
    yield visit
    context.close()


def show(visit: Visit, link: dict[str, str]) -> Page:
    """Open the pack of a link, and wait for its last sheet."""
    page = visit.ask(f"{PATH}?{urlencode(link)}")
    page.locator(".pack-sheet").nth(3).wait_for(timeout=START_MS)
    return page


def three_plans() -> list[dict[str, str]]:
    """Give plans for a neighbourhood, a zone of Glasgow, and the least deprived ward, for three problems."""
    base = evidence().base
    index = {
        place.code: place.figures["index"]
        for place in base.country.places.values()
        if place.nation is Nation.ENGLAND and place.figures.get("index") is not None
    }
    least = base.country.places[min(index, key=lambda code: index[code])]
    zone = next(one for one in base.country.places.values() if one.council == "S12000049")
    words = {"aim": "Every neighbour knows two others. " * 15, "who": "Ring_Residents_March_200"}
    return [
        {"place": "claremont", "problems": "loneliness", "activities": "befriending.social-isolation"}
        | words,
        {"place": f"{zone.council}.{zone.code}", "problems": "cold-homes", "activities": "fuel-poverty"},
        {
            "place": f"{least.council}.{least.code}",
            "problems": "no-say-in-decisions",
            "activities": "participatory-budgeting.neighbourhood-partnerships",
            "lots": "yes",
        },
    ]


def test_the_browser_says_what_the_command_says(reader: Visit) -> None:
    address = f"{reader.address}/{PATH}"
    for link in random_links(plans().facts, places(), WALKS):
        found: dict[str, Any] = reader.page.evaluate(ANSWER, [f"?{link}", DAY, address])
        expected = json.loads(json.dumps(plans().answer(link, day=DAY, address=address)))
        for key, value in expected.items():
            assert found[key] == value, (key, link)
        assert found.keys() == expected.keys()


@pytest.mark.parametrize("plan", range(3))
def test_it_prints_on_four_sides_each_with_day_and_link(visit: Visit, plan: int) -> None:
    page = show(visit, three_plans()[plan])
    printed = page.pdf(prefer_css_page_size=True)
    assert len(ONE_PAGE.findall(printed)) == 4
    page.emulate_media(media="print")
    for at in range(4):
        sheet = page.locator(".pack-sheet").nth(at)
        foot = sheet.locator("footer")
        expect(foot).to_contain_text(re.compile(r"\d+ \w+ 20\d\d\. It opens again at"))
        expect(foot.locator("a")).to_have_attribute("href", re.compile(r"/book/plan/share\.html\?place="))
        expect(sheet.locator("h2")).to_contain_text(f"Page {at + 1} of 4")
    for hidden in ("header", ".path-nav >> nth=0", ".pack-buttons", "main h1"):
        expect(page.locator(hidden).first).to_be_hidden()
    assert visit.errors == []


def test_random_walks_print_on_four_sides_too(reader: Visit) -> None:
    for link in random_links(plans().facts, places(), 12):
        page = reader.ask(f"{PATH}?{link}")
        page.locator(".pack-sheet").nth(3).wait_for(timeout=START_MS)
        assert len(ONE_PAGE.findall(page.pdf(prefer_css_page_size=True))) == 4, link


def test_each_sentence_of_evidence_leads_to_its_source_and_hostile_words_stay_text(visit: Visit) -> None:
    page = show(visit, three_plans()[0] | {"aim": WORDS[1]})
    assert page.locator(".pack-sheets :is(script, img, b)").count() == 0
    assert page.locator(".pack-sheet", has_text="<b>Bold</b> & *plain*").count() == 1
    links = page.locator(".pack-sheet sup a")
    assert links.count() > 5
    for at in range(links.count()):
        target = (links.nth(at).get_attribute("href") or "#").removeprefix("#")
        assert page.locator(f"li#{target}").count() == 1
        assert links.nth(at).get_attribute("aria-label") in {f"source {n}" for n in range(1, 100)}
    assert look_with_axe(page).violations_count == 0


def test_what_is_missing_leads_to_its_step_with_all_that_was_answered(visit: Visit) -> None:
    page = show(visit, {"place": "claremont", "aim": "Meet"})
    link = page.locator(".pack-missing a", has_text="What to change").first
    link.click()
    assert "book/neighbourhoods/choose.html?place=claremont&aim=Meet" in page.url


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
def test_on_a_phone_by_keyboard_it_is_kept_as_markdown_and_its_link_is_copied(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = show(visit, three_plans()[0])
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Print four pages").focus()
    page.keyboard.press("Tab")
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    assert started.value.suggested_filename == "plan-claremont.md"
    assert started.value.path().read_text("utf-8").startswith("# Claremont, Blackpool")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".pack .path-say")).to_have_text("The link is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    assert page.get_by_label("The link of this plan").input_value() == page.url


def reach(page: Page, target: Locator) -> None:
    """Go to what is there by the Tab key alone."""
    expect(target).to_be_visible(timeout=START_MS)
    for _ in range(MOST_TABS):
        if target.evaluate("(one) => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} is not reached by keyboard")


def go_on(page: Page, title: str) -> None:
    reach(page, page.get_by_role("link", name=f"Next: {title}", exact=True))
    page.keyboard.press("Enter")


@pytest.mark.parametrize("visit", [PHONE], indirect=True, ids=["phone"])
def test_a_group_goes_the_whole_path_by_keyboard_on_a_phone(visit: Visit) -> None:
    base = evidence().base
    problem, activity = base.outcome_groups["connection"].problems[0], base.types["befriending"].label
    page = visit.open(f"{OVERVIEW}.html")
    reach(page, page.get_by_role("combobox"))
    page.keyboard.type("clare blackp")
    expect(page.get_by_role("option", name="Claremont Blackpool")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Claremont")
    go_on(page, "What to change")
    reach(page, page.get_by_role("checkbox", name=problem, exact=True))
    page.keyboard.press("Space")
    reach(page, page.get_by_role("checkbox", name=f"Take on {activity}", exact=True))
    page.keyboard.press("Space")
    go_on(page, "Adapt")
    reach(page, page.get_by_role("button", name="Show what is known for this link"))
    page.keyboard.press("Enter")
    reach(page, page.get_by_label("What we set out to do, in our own words"))
    page.keyboard.type("Meet, and eat: twice a week")
    go_on(page, "Evaluate")
    reach(page, page.get_by_label("Could it be drawn by lot who has it first?"))
    page.keyboard.press("ArrowDown")
    go_on(page, "Share")
    page.locator(".pack-sheet").nth(3).wait_for(timeout=START_MS)
    asked = dict(parse_qsl(urlsplit(page.url).query))
    assert asked["place"] == "E06000009.E05015190"
    assert asked["activities"] == "befriending"
    assert asked["aim"] == "Meet, and eat: twice a week"
    assert "connection" in asked["outcomes"]
    assert "lots" in asked
    expect(page.locator(".pack-plan").first).to_have_text(f"Claremont, Blackpool. To change: {problem}.")
    expect(page.locator(".pack-sheets")).to_contain_text("Meet, and eat: twice a week")
    assert visit.errors == []


def test_without_an_answer_it_says_where_to_begin_and_fetches_nothing(visit: Visit) -> None:
    fetched: list[str] = []
    visit.page.on("request", lambda request: fetched.append(request.url))
    page = visit.open(PATH)
    expect(page.locator(".pack .path-say")).to_contain_text("Nothing is entered yet")
    assert [url for url in fetched if "/_static/live/" in url] == []


@pytest.mark.parametrize("visit", [{"java_script_enabled": False}], indirect=True, ids=["no-scripts"])
def test_without_scripts_it_leads_to_the_worked_examples(visit: Visit) -> None:
    page = visit.open(PATH)
    assert "needs JavaScript" in page.locator(".pack").inner_text()
    for href in page.locator(".pack a").evaluate_all("(links) => links.map((one) => one.href)"):
        assert page.request.get(href).ok or "place.html" in href
