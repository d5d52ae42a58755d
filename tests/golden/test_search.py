"""The search of the small book in a real browser: its ranking, and what it tells the reader."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect
from tests.browser import serve

from resilience.site.search.text import folded, words_in

pytestmark = [pytest.mark.browser]

CASES = yaml.safe_load((Path(__file__).parent / "cases/search.yml").read_text("utf-8"))
READY = """async () => {
  const data = await (await fetch("_static/search/pages.json")).json();
  const index = searchRanking.prepare(data);
  for (const letter of data.letters) {
    searchRanking.addText(index, await (await fetch(`_static/search/${letter}.json`)).json());
  }
  window.ready = index;
}"""


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with serve(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{address}/search.html")
    yield page
    page.close()
    assert errors == []


def search(page: Page, words: str) -> list[str]:
    """Type words, send them, and give the titles of the hits that are shown."""
    page.get_by_role("searchbox").fill(words)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get("q") == [words])
    expect(page.locator("#search-status")).not_to_be_empty()
    page.wait_for_timeout(150)
    return page.locator(".search-results a").all_inner_texts()


def status(page: Page) -> str:
    return page.get_by_role("status").inner_text()


def test_queries_lead_where_they_should(page: Page) -> None:
    page.evaluate(READY)
    found = {
        case["id"]: page.evaluate(
            "query => { const { hits, mended, unknown } = searchRanking.find(ready, query);"
            "return { first: hits[0]?.page.docname ?? null, mended, unknown } }",
            case["input"],
        )
        for case in CASES["ranking"]
    }
    expected = {
        case["id"]: {"first": None, "mended": [], "unknown": [], **case["expect"]}
        for case in CASES["ranking"]
    }
    assert found == expected


@pytest.mark.parametrize("case", CASES["stems"], ids=lambda case: case["id"])
def test_forms_of_a_word_meet(page: Page, case: dict[str, Any]) -> None:
    assert len({page.evaluate("word => wordForms.stem(word)", word) for word in case["input"]}) == 1


@pytest.mark.parametrize("case", CASES["slips"], ids=lambda case: case["id"])
def test_slips_are_counted(page: Page, case: dict[str, Any]) -> None:
    assert page.evaluate("([one, other]) => searchWords.slips(one, other)", case["input"]) == case["expect"]


@pytest.mark.parametrize(
    "text", ["Men’s Sheds & Café", "Comhairle nan Eilean Siar", "ﬁne, naïve—Łódź", "‘Men‘s’ Men\u02bcs Men`s"]
)
def test_the_browser_folds_as_python_does(page: Page, text: str) -> None:
    script = "text => searchWords.split(text).filter((word) => word.length > 2 && /^[a-z]/.test(word))"
    assert set(page.evaluate(script, text)) == words_in(text), folded(text)


def test_a_hit_says_what_it_is_and_the_link_keeps_the_query(page: Page, address: str) -> None:
    titles = search(page, "leccy bill")
    assert titles[0] == "Reducing fuel poverty"
    first = page.locator(".search-results li").first
    assert first.locator(".search-label").inner_text() == "Activity · Home: may help (early evidence)"
    assert first.locator("p").last.inner_text().endswith(".")
    assert "result" in status(page)
    assert status(page).endswith("for “leccy bill”")
    page.goto(page.url)
    page.wait_for_selector(".search-results a")
    assert page.locator(".search-results a").first.inner_text() == titles[0]
    page.locator(".search-results a").first.click()
    assert page.url == f"{address}/activities/fuel-poverty.html"


def test_a_slip_is_mended_and_the_reader_is_told(page: Page) -> None:
    assert search(page, "fuel povery")[0] == "Reducing fuel poverty"
    assert status(page).startswith("Nothing for “povery”; showing ")
    assert status(page).endswith("for “fuel poverty”")


def test_nonsense_finds_nothing_and_there_is_a_way_on(page: Page) -> None:
    assert search(page, "xyzzyq") == []
    assert status(page) == "Nothing found for “xyzzyq”."
    way_on = page.locator("#search-way-on")
    assert way_on.is_visible()
    assert way_on.locator("a").count() == 7
    search(page, "insulation")
    assert not way_on.is_visible()


def test_a_kind_narrows_the_hits_and_the_link_keeps_it(page: Page) -> None:
    search(page, "insulation")
    page.get_by_label("Show").select_option("Study")
    other = page.locator(".search-label").filter(has_not_text=re.compile("^Study"))
    expect(other).to_have_count(0)
    assert "kind=Study" in page.url
    page.goto(page.url)
    page.wait_for_selector(".search-results a")
    assert page.get_by_label("Show").input_value() == "Study"
    assert page.locator(".search-label", has_text="Activity").count() == 0


def test_words_that_are_being_written_find_what_begins_with_them(page: Page) -> None:
    page.get_by_role("searchbox").press_sequentially("insul")
    page.wait_for_selector(".search-results a")
    assert "Nothing" not in status(page)
    titles = page.locator(".search-results a").all_inner_texts()
    assert "Reducing fuel poverty" in titles
