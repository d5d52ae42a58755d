"""What all tests share."""

from collections.abc import Iterator

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from .browser import chromium

# A loaded machine is no fault of the code: speed is measured in benchmarks/, never in a test.
settings.register_profile("book", deadline=None)
settings.load_profile("book")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Run a browser for one file of tests: while it runs, no other test may start an event loop."""
    with chromium() as running:
        yield running
