"""What all tests share."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser

from resilience.evidence import EvidenceBase

from .browser import chromium
from .frozen import book

TESTS = Path(__file__).parent

# A loaded machine is no fault of the code: speed is measured in benchmarks/, never in a test.
settings.register_profile("book", deadline=None)
settings.load_profile("book")

# A book of tests stands nowhere on the web, in GitHub Actions too.
os.environ.pop("GITHUB_REPOSITORY", None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Run a browser for one file of tests: while it runs, no other test may start an event loop."""
    with chromium() as running:
        yield running


@pytest.fixture(scope="session")
def frozen() -> EvidenceBase:
    """Open the evidence that stands still."""
    return book()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the good folder of the checks."""
    return shutil.copytree(TESTS / "checks/good/evidence", tmp_path / "evidence")
