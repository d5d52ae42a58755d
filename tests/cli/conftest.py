"""A small repository with good evidence, and the command run inside it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.frozen import BOOK, SETS
from tests.lexicon import project_lexicon

from resilience.cli import main
from resilience.evidence import load
from resilience.evidence.schemas import write_schemas

GOOD = Path(__file__).parents[1] / "checks/good/evidence"

WIDTH = 60
"""The columns of the terminal at which people review."""

Run = Callable[..., Result]


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the good folder whole: with its schemas."""
    folder = shutil.copytree(GOOD, tmp_path_factory.mktemp("good") / "evidence")
    write_schemas(load(folder))
    return folder


@pytest.fixture
def repository(good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a repository of one's own."""
    shutil.copytree(good, tmp_path / "evidence")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return tmp_path


@pytest.fixture
def run(repository: Path) -> Run:
    """Run the command with some words after it."""
    return lambda *words: CliRunner().invoke(main, words, prog_name="resilience", catch_exceptions=False)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the small book without studies, samples and decisions, with the types that the matcher knows."""
    evidence = shutil.copytree(BOOK / "evidence", tmp_path_factory.mktemp("small") / "evidence")
    for folder in ("matches", "samples", "studies"):
        for path in (evidence / folder).glob("*.yml"):
            path.unlink()
    shutil.copy(SETS / "evidence/taxonomy.yml", evidence)
    return evidence


@pytest.fixture
def book(small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a repository of one's own, in which Git knows nobody, at a narrow terminal."""
    shutil.copytree(small, tmp_path / "evidence")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", str(WIDTH))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    plain = project_lexicon().to_plain()
    monkeypatch.setattr("resilience.findings.suggestions.plain_lexicon", lambda base: plain)
    return tmp_path


def change(repository: Path, name: str, old: str, new: str) -> None:
    """Replace a piece of text that stands once in a file of the evidence."""
    path = repository / "evidence" / name
    text = path.read_bytes().decode()
    assert text.count(old) == 1
    path.write_bytes(text.replace(old, new).encode())
