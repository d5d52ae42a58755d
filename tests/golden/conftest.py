"""The small book, built once for all tests of its pages."""

from pathlib import Path

import pytest
from tests.golden.book import build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small book and give the folder of its pages."""
    return build(tmp_path_factory.mktemp("golden"))
