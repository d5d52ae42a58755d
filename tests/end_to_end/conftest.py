"""The built site, served on localhost, in a real browser."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route
from tests.browser import serve

from resilience.findings import Findings, load

REPOSITORY = Path(__file__).parents[2]
SITE = REPOSITORY / "_build" / "html"


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
    """A reader's browser that notes each request to another host."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.address = address
        self.elsewhere: list[str] = []
        self.errors: list[str] = []
        self.violations: list[str] = []
        """What broke the policy that each page gives itself, in the browser's words."""
        context.route("**/*", self._watch)
        self.page: Page = context.new_page()
        context.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _hear(self, message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            self.violations.append(message.text)

    def _watch(self, route: Route) -> None:
        if route.request.url.startswith((self.address, "data:", "blob:")):
            route.continue_()
        else:
            self.elsewhere.append(route.request.url)
            route.abort()

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


@pytest.fixture
def visit(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Open a fresh browser window; parametrise it indirectly with what `new_context` takes."""
    options = getattr(request, "param", {})
    context = browser.new_context(**options)
    visit = Visit(context, address)
    yield visit
    context.close()
    # Whatever a test does with a page, nothing on it may need more than its policy allows.
    assert visit.violations == []
