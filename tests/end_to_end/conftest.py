"""The built site, served on localhost, in a real browser."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request
from tests.browser import serve

from resilience.findings import Findings, load

REPOSITORY = Path(__file__).parents[2]
SITE = REPOSITORY / "_build" / "html"
KEPT_BY_PAGES = "cookies,local_storage,indexeddb,cache_storage,service_workers"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Serve the built site and give its address."""
    assert (SITE / "index.html").is_file(), "There is no built site. Run `make site` first."
    with serve(SITE, under=path_on_the_web()) as address:
        yield address


def path_on_the_web() -> str:
    """Give the path under which the site was built to stand, such as `/name`; by itself, none."""
    base = re.search(r'<base href="(.*)/404\.html">', (SITE / "404.html").read_text("utf-8"))
    return base[1] if base else ""


def evidence() -> Findings:
    """Open the evidence that the site was built from: expectations come from it, never from a pin."""
    return load(REPOSITORY)


class Visit:
    """A page in a window, where nothing is kept of other visits; it notes each request to another host."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.elsewhere: list[str] = []
        self.errors: list[str] = []
        self.violations: list[str] = []
        """What broke the policy that each page gives itself, in the browser's words."""
        self.page: Page = context.new_page()
        context.on("request", self._watch)
        context.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _hear(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.violations.append(message.text)

    def _watch(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.elsewhere.append(request.url)

    def end(self) -> None:
        """Close all pages and forget what they kept and were allowed."""
        context = self.page.context
        context.remove_listener("request", self._watch)
        context.remove_listener("console", self._hear)
        origin = self.address.removesuffix(path_on_the_web())
        forget = context.new_cdp_session(self.page).send
        forget("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": KEPT_BY_PAGES})
        context.unroute_all()
        context.clear_permissions()
        for page in context.pages[1:]:
            page.close()

    def open(self, path: str) -> Page:
        """Open a page of the site."""
        self.page.goto(f"{self.address}/{path}", wait_until="load")
        return self.page

    def ask(self, path: str) -> Page:
        """Open a page of the path by a link, and ask for what that holds."""
        page = self.open(path)
        waits = page.locator(".own-choice", has_text="Nothing is worked out from it before you say so.")
        waits.get_by_role("button").first.click()
        return page


def opened(window: BrowserContext, address: str) -> BrowserContext:
    """Leave a page open in a window: the next has its process and files, which halves its cost."""
    window.new_page().goto(f"{address}/404.html")
    return window


@pytest.fixture(scope="module")
def windows() -> dict[str, BrowserContext]:
    """Keep the windows of a file of tests, by what they were opened with."""
    return {}


@pytest.fixture
def visit(
    browser: Browser, address: str, windows: dict[str, BrowserContext], request: pytest.FixtureRequest
) -> Iterator[Visit]:
    """Visit the site; parametrise it indirectly with what `new_context` takes."""
    options = getattr(request, "param", {})
    key = json.dumps(options, sort_keys=True)
    if key not in windows:
        windows[key] = opened(browser.new_context(**options), address)
    visit = Visit(windows[key], address)
    yield visit
    visit.end()
    # Whatever a test does with a page, nothing on it may need more than its policy allows.
    assert visit.violations == []
