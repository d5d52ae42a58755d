"""The small book, built once for all tests of its pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser import serve
from tests.golden.book import build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small book and give the folder of its pages."""
    return build(tmp_path_factory.mktemp("golden"))


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    """Serve the small book and give its address."""
    with serve(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page in which no script may fail."""
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    page.close()
    assert errors == []
