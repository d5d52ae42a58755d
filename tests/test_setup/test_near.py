"""`make near` picks the tests of what was changed."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "tools/near.py"


@pytest.fixture(scope="module")
def near() -> ModuleType:
    spec = importlib.util.spec_from_file_location("near", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("file", "tests"),
    [
        ("src/resilience/matching/normalise.py", "tests/matching"),
        ("src/resilience/site/pages/pool.py", "tests/site/pages"),
        ("src/resilience/site/live/static/live.js", "tests/site/live"),
        ("src/resilience/site/shown.py", "tests/site"),
        ("src/resilience/__init__.py", None),
        ("tests/test_setup/test_near.py", "tests/test_setup/test_near.py"),
        ("tests/records/test_that_was_deleted.py", "tests/records"),
        ("tests/matching/cases/typos.yml", "tests/matching"),
        ("tests/conftest.py", None),
        ("Makefile", "tests/test_setup"),
        ("requirements/site.lock", "tests/test_setup"),
        ("book/methods/limits.md", "tests/site/prose"),
        ("evidence/studies/mead-2010-befriending-depression.yml", None),
        ("benchmarks/scale.py", None),
    ],
)
def test_each_file_has_the_tests_that_mirror_it(near: ModuleType, file: str, tests: str | None) -> None:
    assert near.nearest(file) == tests


def test_a_folder_holds_what_lies_in_it(near: ModuleType) -> None:
    files = ["src/resilience/site/shown.py", "src/resilience/site/pages/pool.py", "tests/site/test_build.py"]
    assert near.tests_of(files) == ["tests/site", "tests/test_imports.py"]


def test_changes_since_a_branch_are_found_and_new_files_too(near: ModuleType, tmp_path: Path) -> None:
    def git(*words: str) -> None:
        name = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
        subprocess.run(["git", *name, *words], cwd=tmp_path, check=True, capture_output=True)

    (tmp_path / "tools").mkdir()
    script = tmp_path / "tools/near.py"
    script.write_bytes(SCRIPT.read_bytes())
    git("init", "-b", "main")
    git("add", ".")
    git("commit", "-m", "all")
    git("checkout", "-b", "work")
    for folder, name in (("matching", "committed"), ("records", "new")):
        for file in (f"src/resilience/{folder}/{name}.py", f"tests/{folder}/test_{name}.py"):
            (tmp_path / file).parent.mkdir(parents=True)
            (tmp_path / file).touch()
        if name == "committed":
            git("add", ".")
            git("commit", "-m", name)

    def said(*base: str) -> list[str]:
        done = subprocess.run([sys.executable, script, *base], capture_output=True, text=True, check=True)
        return done.stdout.split()

    assert said() == ["tests/records", "tests/test_imports.py"]
    assert said("main") == ["tests/matching", "tests/records", "tests/test_imports.py"]
