"""A long list goes on in pages of its own: without scripts by links, with them in one list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Locator, Page, expect
from tests.browser import serve
from tests.frozen import book
from tests.golden.book import build as build_book
from tests.site.conftest import STUDIES, Build, write_home

from resilience.site.parts import explorer

LIST = "Home\n\n```{records} studies\n```\n"
TOTAL = len(book().studies)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small book with every row on a page of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(explorer, "CHARACTERS_A_PAGE", 1)
        return build_book(tmp_path_factory.mktemp("long"))


def studies_on(page: Path) -> list[str]:
    rows = BeautifulSoup(page.read_text("utf-8"), "html.parser").select("tbody tr th a")
    return [str(link["href"]) for link in rows if "/studies/" in str(link["href"])]


def test_all_rows_stand_on_one_page_or_another(site: Path) -> None:
    folder = site / "prose"
    names = [f"studies-{place}.html" for place in range(2, TOTAL + 1)]
    found = [link for name in ["lists.html", *names] for link in studies_on(folder / name)]
    assert sorted(found) == sorted(f"../studies/{key}.html" for key in book().studies)
    lists = BeautifulSoup((folder / "lists.html").read_text("utf-8"), "html.parser")
    links = [str(link["href"]) for link in lists.select(".explore-parts a")]
    assert [link for link in links if link.startswith("studies-")] == names
    part = BeautifulSoup((folder / names[-1]).read_text("utf-8"), "html.parser")
    assert part.select_one("article a[href='lists.html']")
    heading = part.select_one("h1")
    assert heading
    assert heading.text == f"Lists of records: all studies on record, from row {TOTAL}"
    described = part.select_one("meta[name=description]")
    assert described
    assert described["content"] == f"All studies on record, from row {TOTAL} of {TOTAL}."


@pytest.mark.slow
def test_the_further_pages_of_a_list_that_is_no_longer_long_go(
    small_book: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(explorer, "CHARACTERS_A_PAGE", 1)
    write_home(small_book, LIST)
    build(small_book)
    html = small_book / "_build/html"
    assert len(list(html.glob("studies-*.html"))) == len(STUDIES) - 1
    monkeypatch.undo()
    write_home(small_book, f"Anew. {LIST}")
    build(small_book)
    assert not list(html.glob("studies-*.html"))


@pytest.fixture
def page(site: Path, browser: Browser) -> Iterator[Page]:
    with serve(site) as address:
        page = browser.new_page()
        page.goto(f"{address}/prose/lists.html")
        yield page
        page.close()


def studies(page: Page) -> Locator:
    return page.locator(".explore").filter(has=page.locator("caption", has_text="All studies on record"))


@pytest.mark.browser
def test_a_choice_is_made_among_all_rows(page: Page) -> None:
    one = studies(page)
    status, rows = one.locator(".explore-status"), one.locator("tbody tr")
    assert rows.count() == 1
    assert status.inner_text() == f"{TOTAL} studies. The first 1 are shown."
    one.get_by_label("Words").focus()
    expect(rows).to_have_count(TOTAL)
    one.get_by_label("Words").fill("mead befriending")
    expect(status).to_have_text(f"1 of {TOTAL} studies fits: “mead befriending”")
    assert rows.first.locator("[data-label]").count() == 5
    assert not one.locator(".explore-parts").is_visible()


@pytest.mark.browser
def test_all_rows_can_be_shown_and_taken(page: Page) -> None:
    one = studies(page)
    with page.expect_download() as waiting:
        one.get_by_role("button", name="table (CSV)").click()
    assert len(Path(waiting.value.path()).read_text("utf-8").splitlines()) == 1 + TOTAL
    page.reload()
    expect(one.locator("tbody tr")).to_have_count(1)
    one.get_by_role("button", name=f"Show all {TOTAL}").click()
    expect(one.locator("tbody tr")).to_have_count(TOTAL)
    assert not one.locator(".explore-next").is_visible()


@pytest.mark.browser
def test_a_link_with_a_choice_fetches_what_it_needs(page: Page) -> None:
    page.goto(f"{page.url}?q2=mead+befriending")
    one = studies(page)
    expect(one.locator(".explore-status")).to_contain_text(f"1 of {TOTAL} studies fits")
    expect(one.locator("tbody tr")).to_have_count(1)


@pytest.mark.browser
def test_a_page_that_can_not_be_fetched_is_told(page: Page) -> None:
    page.route("**/studies-3.html", lambda route: route.abort())
    one = studies(page)
    one.get_by_label("Words").focus()
    expect(one.locator(".explore-status")).to_contain_text("could not be fetched")
    assert one.locator(".explore-parts").is_visible()
