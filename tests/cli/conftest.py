"""A small repository with good evidence, and the command run inside it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from resilience.cli import main
from resilience.evidence import load
from resilience.evidence.schemas import write_schemas

GOOD = Path(__file__).parents[1] / "checks/good/evidence"

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


def change(repository: Path, name: str, old: str, new: str) -> None:
    """Replace a piece of text that stands once in a file of the evidence."""
    path = repository / "evidence" / name
    text = path.read_bytes().decode()
    assert text.count(old) == 1
    path.write_bytes(text.replace(old, new).encode())
