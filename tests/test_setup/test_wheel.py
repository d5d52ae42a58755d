"""The wheel works anywhere: installed without the repository, it says its version and matches a text."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[2]
LARGEST = 4_000_000
"""Bytes. With more in it, something went in that does not belong there."""


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=kept | environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build it from a copy, so that the repository stays clean, and without a network."""
    source = tmp_path_factory.mktemp("source")
    for name in ("src", "evidence", "pyproject.toml", "setup.py", "README.md", "LICENSE", "LICENSE-EVIDENCE"):
        (source / name).symlink_to(ROOT / name)
    out = tmp_path_factory.mktemp("wheel")
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check")
    run(sys.executable, "-m", "pip", "wheel", source, "-w", out, *options, cwd=out)
    (found,) = out.glob("*.whl")
    return found


@pytest.mark.slow
def test_the_wheel_holds_what_the_matcher_needs_and_no_more(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    for name in ("taxonomy.yml", "words.yml", "learnt/weights.csv", "learnt/scale.csv", "LICENSE-EVIDENCE"):
        assert f"resilience/shipped/{name}" in names
    assert not any("places/" in name and name.startswith("resilience/shipped/") for name in names)
    assert wheel.stat().st_size < LARGEST


@pytest.mark.slow
def test_an_installed_wheel_matches_in_an_empty_folder(wheel: Path, tmp_path: Path) -> None:
    place, empty = tmp_path / "installed", tmp_path / "empty"
    empty.mkdir()
    options = ("--no-deps", "--no-index", "--disable-pip-version-check")
    run(sys.executable, "-m", "pip", "install", wheel, "--target", place, *options, cwd=tmp_path)
    program = "from resilience.cli import main; main()"
    # What it depends on comes from the environment of the tests; the project itself from the wheel alone.
    said = run(
        sys.executable, "-c", program, "match", "insulate cold homes", cwd=empty, PYTHONPATH=str(place)
    )
    assert said.startswith("Type: fuel-poverty")
    assert "resilience 0" in run(sys.executable, "-c", program, "--version", cwd=empty, PYTHONPATH=str(place))
    assert list(empty.iterdir()) == []
