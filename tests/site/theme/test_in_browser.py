"""The theme as a reader meets it: on a telephone, in the dark, without JavaScript, by ear."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.browser import look_with_axe, serve

from resilience.site.search.hits import Found, Hit
from resilience.site.search.index import write_index

from .conftest import Book

pytestmark = pytest.mark.browser
PAGES = ["index", "book/programme/index", "book/programme/story", "studies/mead-2010", "search", "404"]


@pytest.fixture(scope="module")
def address(book: Book) -> Iterator[str]:
    with serve(book.site) as address:
        yield address


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    yield page
    page.close()


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
@pytest.mark.parametrize("docname", PAGES)
def test_axe_finds_nothing(browser: Browser, address: str, docname: str, width: int, scheme: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(f"{address}/{docname}.html")
    found = look_with_axe(page).response["violations"]
    page.close()
    assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []


@pytest.mark.parametrize("docname", PAGES)
def test_no_page_scrolls_sideways(phone: Page, address: str, docname: str) -> None:
    phone.goto(f"{address}/{docname}.html")
    assert phone.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("docname", PAGES)
def test_a_page_asks_no_other_site_for_anything(phone: Page, address: str, docname: str) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(f"{address}/{docname}.html", wait_until="networkidle")
    assert asked
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_wide_things_scroll_by_keyboard_and_narrow_ones_are_no_stop(phone: Page, address: str) -> None:
    phone.goto(f"{address}/book/programme/story.html")
    phone.wait_for_function("document.querySelector('pre').tabIndex === 0")
    assert phone.locator("pre").first.get_attribute("role") == "region"
    assert "as-cards" in (phone.locator(".table-scroll").first.get_attribute("class") or "")
    phone.goto(f"{address}/studies/mead-2010.html")
    phone.wait_for_function("!document.querySelector('.table-scroll').hasAttribute('tabindex')")
    assert phone.locator(".table-scroll").get_attribute("role") is None


def test_the_reader_chooses_the_theme_and_it_stays(browser: Browser, address: str) -> None:
    page = browser.new_page(color_scheme="light")
    page.goto(f"{address}/index.html")
    before = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    toggle = page.get_by_role("button", name="Dark colours")
    assert toggle.get_attribute("aria-pressed") == "false"
    toggle.click()
    page.goto(f"{address}/studies/mead-2010.html")
    assert page.get_by_role("button", name="Dark colours").get_attribute("aria-pressed") == "true"
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") != before
    page.close()


def test_without_javascript_all_can_be_reached(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(f"{address}/search.html?q=damp")
    assert "Search needs JavaScript" in page.inner_text("main")
    assert page.locator("noscript a").count() == 6
    page.goto(f"{address}/book/programme/story.html")
    assert page.locator(".sections a").first.is_visible()
    assert not page.get_by_role("button", name="Dark colours").is_visible()
    page.locator(".contents-fold summary").click()
    assert page.locator(".contents-fold a").first.is_visible()
    wide = page.locator(".table-scroll").first
    assert (wide.get_attribute("tabindex"), wide.get_attribute("role")) == ("0", "region")
    context.close()


@pytest.fixture(scope="module")
def indexed(book: Book) -> None:
    """Give the book the index that the rest of the site would write."""
    hit = Hit(
        "studies/mead-2010", "Insulation & health", "Study", "Mead, 2010",
        "<img src=x onerror=alert(1)> &amp; damp walls.", 1.0,
    )  # fmt: skip
    write_index(book.site / "_static/search", Found([hit], []), [["damp", "walls"]])


@pytest.mark.usefixtures("indexed")
def test_search_shows_text_as_text(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/book/cite.html")
    page.get_by_role("searchbox").fill("damp")
    page.keyboard.press("Enter")
    page.wait_for_selector(".search-results li")
    assert page.get_by_role("status").inner_text() == "1 result for “damp”"
    result = page.locator(".search-results li")
    assert result.locator("a").inner_text() == "Insulation & health"
    assert result.locator(".search-label").inner_text() == "Study · Mead, 2010"
    assert "<img src=x onerror=alert(1)> &amp; damp walls" in result.inner_text()
    assert result.locator("mark").inner_text() == "damp"
    assert result.locator("img").count() == 0
    page.close()


def test_search_says_when_it_is_not_there(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/_static/search/*", lambda route: route.abort())
    page.goto(f"{address}/search.html?q=damp")
    page.wait_for_function("document.querySelector('#search-status').textContent !== ''")
    assert page.get_by_role("status").inner_text().startswith("Search isn’t available here just now.")
    page.close()


def test_a_fold_is_closed_until_a_link_asks_for_it(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/book/programme/story.html")
    fold = page.locator("#four > details.fold")
    assert not fold.evaluate("fold => fold.open")
    page.evaluate("location.hash = '#four'")
    page.get_by_text("What few readers need.").wait_for(state="visible")
    page.goto(f"{address}/book/programme/index.html")
    page.goto(f"{address}/book/programme/story.html#four")
    assert fold.evaluate("fold => fold.open")
    page.close()
