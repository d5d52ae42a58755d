"""The real evidence, and a small good folder of it that a test may break."""

import shutil
from pathlib import Path

import pytest

from resilience.evidence import EvidenceBase, load

TESTS = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def real() -> EvidenceBase:
    """Open the evidence of this repository."""
    return load(TESTS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the good folder of the checks."""
    return shutil.copytree(TESTS / "checks/good/evidence", tmp_path / "evidence")
