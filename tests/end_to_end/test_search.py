"""The search of the built site: what readers type, and the page that must be among the first answers."""

import gzip
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from playwright.sync_api import Page
from tests.browser import look_with_axe

from .conftest import SITE, Visit

pytestmark = [pytest.mark.browser]

CASES = Path(__file__).parent / "cases"
FIRST_FEW = 3
GOALS = {"own": (0.95, 0.85), "reviewers": (0.95, 0.85), "apart": (0.85, 0.75), "later": (0.85, 0.75)}
"""Of the queries of a list, the share with a right page among the first three, and as the first."""
MOST_AT_FIRST = 120_000
"""Compressed bytes of the index that a first query fetches, for some 1,400 pages."""
ANSWER = """async (query) => {
  if (!window.ready) {
    const data = await (await fetch("_static/search/pages.json")).json();
    window.ready = searchRanking.prepare(data);
  }
  const added = (window.added ??= new Set());
  for (const letter of searchRanking.lettersOf(ready, query)) {
    if (added.has(letter)) continue;
    added.add(letter);
    searchRanking.addText(ready, await (await fetch(`_static/search/${letter}.json`)).json());
  }
  return searchRanking.find(ready, query).hits.slice(0, 3).map(({ page }) => page.docname);
}"""


class Tally(NamedTuple):
    """How many queries were asked, and how many led where they should."""

    asked: int
    among_first: int
    first: int
    missed: list[str]


def queries() -> dict[str, list[dict[str, Any]]]:
    files = sorted(CASES.glob("search_queries*.yml"))
    lists = [yaml.safe_load(path.read_text("utf-8")) for path in files]
    return {name: cases for held in lists for name, cases in held.items()}


def tally(page: Page, cases: list[dict[str, Any]]) -> Tally:
    found = [(case, page.evaluate(ANSWER, case["input"])) for case in cases]
    places = [
        next((place for place, name in enumerate(names) if name in case["expect"]), None)
        for case, names in found
    ]
    missed = [
        f"{case['input']}: {names}"
        for (case, names), place in zip(found, places, strict=True)
        if place is None
    ]
    return Tally(len(cases), len(cases) - len(missed), places.count(0), missed)


@pytest.mark.parametrize("name", GOALS)
def test_right_pages_are_among_the_first_answers(visit: Visit, name: str) -> None:
    page = visit.open("search.html")
    counted = tally(page, queries()[name])
    among_first, first = GOALS[name]
    assert counted.among_first >= among_first * counted.asked, counted
    assert counted.first >= first * counted.asked, counted
    assert visit.errors == []


def test_each_query_must_lead_to_a_page_that_is_there() -> None:
    cases = [case for listed in queries().values() for case in listed]
    assert [
        one for one in cases if not any((SITE / f"{page}.html").is_file() for page in one["expect"])
    ] == []


def test_a_reader_types_a_slip_and_goes_on_by_keyboard(visit: Visit) -> None:
    page = visit.open("index.html")
    page.get_by_role("searchbox").fill("lonliness")
    page.keyboard.press("Enter")
    page.wait_for_selector(".search-results a")
    status = page.get_by_role("status").inner_text()
    assert status.startswith("Nothing for “lonliness”; showing ")
    assert status.endswith("for “loneliness”")
    first = page.locator(".search-results li").first
    assert first.locator(".search-label").inner_text().startswith("Activity · Connection: ")
    assert first.locator("p").last.inner_text().rstrip().endswith(".")
    page.get_by_role("searchbox").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.search-results') !== null")
    page.keyboard.press("Enter")
    page.wait_for_url("**/activities/social-isolation.html")
    assert visit.elsewhere == []
    assert visit.errors == []


@pytest.mark.parametrize("visit", [{"viewport": {"width": 320, "height": 640}}], indirect=True)
def test_results_read_well_on_a_phone_and_axe_finds_nothing(visit: Visit) -> None:
    page = visit.open("search.html?q=bookies")
    page.wait_for_selector(".search-results a")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    results = look_with_axe(page)
    assert results.violations_count == 0, results.generate_report()


def test_a_first_query_fetches_little(visit: Visit) -> None:
    fetched: list[str] = []
    visit.page.on("request", lambda request: fetched.append(request.url))
    page = visit.open("search.html?q=loneliness")
    page.wait_for_selector(".search-results a")
    names = [url.rpartition("/")[2].partition("?")[0] for url in fetched if "/_static/search/" in url]
    sizes = {name: len(gzip.compress((SITE / "_static/search" / name).read_bytes())) for name in names}
    assert set(sizes) >= {"pages.json", "l.json"}
    assert sum(sizes.values()) <= MOST_AT_FIRST, sizes
