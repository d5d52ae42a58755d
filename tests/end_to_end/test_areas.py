"""Comparison areas in a real browser: any place of each nation, first without Python, then by it."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.browser import look_with_axe
from tests.end_to_end.conftest import Visit, evidence

from resilience.places.comparison import Choice, compare
from resilience.places.comparison_words import verdict
from resilience.places.nation import apart
from resilience.places.nation_tables import nation_tables
from resilience.site.live.browser.areas_handler import MAHALANOBIS, areas

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AREAS = "book/neighbourhoods/comparison-areas.html"
LIVE_MS = 120_000
BASE = evidence().base
TABLES = nation_tables(BASE.country, BASE.place_figures)
# Claremont in Blackpool, Adamsdown in Cardiff, a zone in Aberdeen and an area in Belfast.
PLACES = {
    "england": "E05015190",
    "wales": "W05001270",
    "scotland": "S02001239",
    "northern-ireland": "95GG01S1",
}


def shown(page: Page) -> list[str]:
    return page.locator(".areas-matches tbody th").all_inner_texts()


def named(nation: str, code: str, choice: Choice) -> list[str]:
    table = TABLES[nation]
    return [table.name_of(one.code) for one in compare(table, {code: 1.0}, choice).matches]


@pytest.mark.parametrize(("nation", "code"), PLACES.items())
def test_a_link_to_a_place_is_answered_at_once_and_python_tells_how_well_it_fits(
    visit: Visit, nation: str, code: str
) -> None:
    table = TABLES[nation]
    page = visit.open(f"{AREAS}?place={table.link_of(code)}")
    expect(page.locator(".areas-say")).to_contain_text(f"For {table.name_of(code)}, ")
    keys = apart(table.figures)
    assert shown(page) == named(nation, code, Choice(keys))
    assert table.nation in page.locator(".areas-matches caption").inner_text()
    assert page.locator(".areas-verdict").is_hidden()
    page.get_by_role("button", name="Find areas").click()
    found = compare(table, {code: 1.0}, Choice(keys))
    expect(page.locator(".areas-verdict")).to_have_text(verdict(table, found), timeout=LIVE_MS)
    assert shown(page) == named(nation, code, Choice(keys))
    page.get_by_label("Mahalanobis distance").check()
    page.get_by_label("Choose from the same council too").check()
    request = {"place": code, "figures": keys, "own_council": True, "distance": MAHALANOBIS}
    expected = areas(table, request)
    expect(page.locator(".areas-say")).to_contain_text(f"from {expected['candidates']:,} ", timeout=LIVE_MS)
    assert shown(page) == [row[1] for row in expected["matches"]]
    assert page.locator(".areas-notes li").all_inner_texts() == expected["notes"]
    assert "within=yes" in page.url
    assert "distance=mahalanobis" in page.url
    assert look_with_axe(page).violations_count == 0
    assert visit.errors == []
    assert visit.elsewhere == []


def test_a_place_is_found_by_its_name_and_a_neighbourhood_by_a_press(visit: Visit) -> None:
    page = visit.open(AREAS)
    page.get_by_role("combobox").press_sequentially("adamsd")
    page.get_by_role("option", name=re.compile("^Adamsdown")).first.click()
    expect(page.locator(".areas-say")).to_contain_text("For Adamsdown, Cardiff")
    assert "?place=W06000015." in page.url
    assert page.get_by_role("group", name="Figures of Wales").is_visible()
    assert page.get_by_role("group", name="Figures of England").is_hidden()
    page.get_by_role("button", name="Claremont").click()
    expect(page.locator(".areas-say")).to_contain_text("For Claremont, on 9 figures")
    assert page.locator(".areas-verdict").is_visible()
    assert page.url.endswith("?place=claremont")
    assert page.get_by_role("group", name="Figures of England").is_visible()


def test_what_can_not_be_is_refused_with_the_old_answer_greyed_out(visit: Visit) -> None:
    page = visit.open(AREAS)
    for box in page.locator("[data-nation=england] > .areas-fields [name=figure]").all():
        box.uncheck()
    page.get_by_role("button", name="Find areas").click()
    expect(page.locator(".areas-say")).to_have_text("Choose at least one figure.", timeout=LIVE_MS)
    expect(page.locator(".areas")).to_contain_text("An earlier answer, for")


def test_a_link_with_other_figures_is_answered_by_python_once_that_is_asked_for(visit: Visit) -> None:
    fetched: list[str] = []
    visit.page.on("request", lambda request: fetched.append(request.url))
    page = visit.open(f"{AREAS}?place=E06000009.E05015190&figures=index.income")
    line = page.locator(".areas .own-choice")
    expect(line).to_contain_text("What stands below is still the answer on the usual ones.")
    usual = named("england", "E05015190", Choice(apart(TABLES["england"].figures)))
    expect(page.locator(".areas-say")).to_contain_text("on the usual figures")
    assert shown(page) == usual
    page.wait_for_timeout(1000)
    assert [url for url in fetched if "/live/" in url or "/pyodide/" in url] == []
    page.get_by_role("button", name="Find areas as the link asks").click()
    told = "Deprivation, all domains is left out, for People short of income is a part of it"
    expect(page.locator(".areas-notes")).to_contain_text(told, timeout=LIVE_MS)
    assert shown(page) == named("england", "E05015190", Choice(("income",)))
    expect(line).to_contain_text("comes of what this link asks for")
    assert look_with_axe(page).violations_count == 0
    page.get_by_role("button", name="Back to the usual figures").click()
    count = len(apart(TABLES["england"].figures))
    expect(page.locator(".areas-say")).to_contain_text(f"on {count} figures, from", timeout=LIVE_MS)
    expect(line).to_be_hidden()
    assert shown(page) == usual
    assert page.url.endswith("?place=E06000009.E05015190")


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("place=nowhere", "stands instead"),
        ("place=E06000009.E05999999", "stands instead"),
        ("place=claremont&without=imd2019_score", "figures of an older table"),
    ],
)
def test_a_link_that_can_not_be_kept_says_what_stands_instead(visit: Visit, link: str, said: str) -> None:
    page = visit.open(f"{AREAS}?{link}")
    expect(page.locator(".areas .unused")).to_contain_text(said)
    assert len(shown(page)) == 5


@pytest.mark.parametrize(("nation", "code"), PLACES.items())
def test_a_plan_says_how_many_live_in_a_place_and_what_is_like_it(
    visit: Visit, nation: str, code: str
) -> None:
    table = TABLES[nation]
    page = visit.open(f"book/programme/plan-evaluation.html?place={table.link_of(code)}")
    others = sum(council != table.councils[table.row[code]] for council in table.councils)
    expect(page.locator(".plan-like")).to_contain_text(f"{table.nation} has {others:,} {table.places}")
    nearest = named(nation, code, Choice(apart(table.figures)))
    assert all(name in page.locator(".plan-like").inner_text() for name in nearest)
    weight = BASE.country.places[code].weight
    expect(page.locator(".plan-live")).to_contain_text("not on record" if weight is None else f"{weight:,}")
    expect(page.locator(".plan-areas")).to_have_attribute("href", re.compile(f"place={table.link_of(code)}$"))
    assert look_with_axe(page).violations_count == 0
    assert visit.errors == []


def test_a_plan_can_reckon_with_all_households_of_a_neighbourhood(visit: Visit) -> None:
    page = visit.open("book/programme/plan-evaluation.html?place=claremont")
    expect(page.locator(".plan-live")).to_contain_text("Claremont has 3,733 households")
    page.get_by_role("button", name="Reckon with all of them").click()
    assert page.get_by_label("Households in each area and wave").input_value() == "3733"
    assert "place=claremont" in page.url
    page.locator(".plan-areas").click()
    expect(page.locator(".areas-say")).to_contain_text("For Claremont, on 9 figures")


def test_an_older_link_is_read_and_what_other_steps_keep_there_stays(visit: Visit) -> None:
    page = visit.open(f"{AREAS}?place=central-southport&own=yes&activities=befriending")
    expect(page.get_by_label("Choose from the same council too")).to_be_checked()
    page.get_by_role("button", name="Find areas as the link asks").click()
    table = TABLES["england"]
    request = {
        "place": "central-southport",
        "figures": apart(table.figures),
        "own_council": True,
        "distance": "",
    }
    found = areas(table, request)
    expect(page.locator(".areas-say")).to_contain_text(f"from {found['candidates']:,} ", timeout=LIVE_MS)
    assert page.url.partition("?")[2] == "place=central-southport&activities=befriending&within=yes"
    page = visit.open(f"{AREAS}?own=befriending%3A7")
    expect(page.get_by_label("Choose from the same council too")).not_to_be_checked()
    page.get_by_role("button", name="Claremont").click()
    assert page.url.partition("?")[2] == "own=befriending%3A7&place=claremont"
