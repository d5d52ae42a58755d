"""A long list goes on in pages of its own: without scripts by links, with them in one list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect
from tests.browser import serve
from tests.site.conftest import STUDIES, Build, write_home

from resilience.site.parts import explorer

LIST = "Home\n\n```{records} studies\n```\n"


@pytest.fixture
def long_list(small_book: Path, build: Build, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Build a book in which every row of the list of studies has a page of its own."""
    monkeypatch.setattr(explorer, "CHARACTERS_A_PAGE", 1)
    write_home(small_book, LIST)
    build(small_book)
    return small_book


def studies_on(page: Path) -> list[str]:
    rows = BeautifulSoup(page.read_text("utf-8"), "html.parser").select("tbody tr th a")
    return [str(link["href"]) for link in rows]


def test_all_rows_stand_on_one_page_or_another(long_list: Path) -> None:
    html = long_list / "_build/html"
    pages = [html / "index.html", *(html / f"studies-{place}.html" for place in (2, 3))]
    found = [link for page in pages for link in studies_on(page)]
    assert sorted(found) == sorted(f"studies/{key}.html" for key in STUDIES)
    home = BeautifulSoup(pages[0].read_text("utf-8"), "html.parser")
    assert [link["href"] for link in home.select(".explore-parts a")] == ["studies-2.html", "studies-3.html"]
    part = BeautifulSoup(pages[2].read_text("utf-8"), "html.parser")
    assert part.select_one("article a[href='index.html']")
    assert part.select_one("h1")


def test_the_further_pages_of_a_list_that_is_no_longer_long_go(
    long_list: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    write_home(long_list, f"Anew. {LIST}")
    build(long_list)
    assert not list((long_list / "_build/html").glob("studies-*.html"))


@pytest.fixture
def page(browser: Browser, long_list: Path) -> Iterator[Page]:
    with serve(long_list / "_build/html") as address:
        page = browser.new_page()
        page.goto(f"{address}/index.html")
        yield page
        page.close()


@pytest.mark.browser
def test_a_choice_is_made_among_all_rows(page: Page) -> None:
    status, rows = page.locator(".explore-status"), page.locator(".explore tbody tr")
    assert rows.count() == 1
    assert status.inner_text() == "3 studies. The first 1 are shown."
    page.get_by_label("Words").focus()
    expect(rows).to_have_count(3)
    page.get_by_label("Words").fill("befriending")
    expect(status).to_contain_text("1 of 3 studies fits")
    assert rows.first.locator("[data-label]").count() == 5
    assert not page.locator(".explore-parts").is_visible()


@pytest.mark.browser
def test_all_rows_can_be_shown_and_taken(page: Page) -> None:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="table (CSV)").click()
    assert len(Path(waiting.value.path()).read_text("utf-8").splitlines()) == 1 + len(STUDIES)
    page.reload()
    expect(page.locator(".explore tbody tr")).to_have_count(1)
    page.get_by_role("button", name="Show all 3").click()
    expect(page.locator(".explore tbody tr")).to_have_count(3)
    assert not page.locator(".explore-next").is_visible()


@pytest.mark.browser
def test_a_link_with_a_choice_fetches_what_it_needs(page: Page) -> None:
    page.goto(f"{page.url}?q=befriending")
    expect(page.locator(".explore-status")).to_contain_text("1 of 3 studies fits")
    expect(page.locator(".explore tbody tr")).to_have_count(1)


@pytest.mark.browser
def test_a_page_that_can_not_be_fetched_is_told(page: Page) -> None:
    page.route("**/studies-3.html", lambda route: route.abort())
    page.get_by_label("Words").focus()
    expect(page.locator(".explore-status")).to_contain_text("could not be fetched")
    assert page.locator(".explore-parts").is_visible()
