"""What may be asked of records again is found where it is open, and nowhere else."""

import shutil
from pathlib import Path

import pytest
import yaml
from tests.checks.case_files import GOOD, TODAY, replaced

from resilience.checks import find_asks

CASES = yaml.safe_load((Path(__file__).parent / "asks.yml").read_text(encoding="utf-8"))


def open_asks(folder: Path) -> dict[str, set[str]]:
    return {ask.title: {Path(path).stem for path in ask.paths} for ask in find_asks(folder, TODAY)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_an_ask_is_open_or_not(case: dict[str, str], tmp_path: Path) -> None:
    folder = shutil.copytree(GOOD, tmp_path / "evidence")
    path = folder / case["file"]
    path.write_text(replaced(path.read_text("utf-8"), dict(case["replace"])), "utf-8")
    found = [title for title, names in open_asks(folder).items() if path.stem in names]
    assert found == case["expect"], case["note"]


def test_each_ask_says_what_to_do() -> None:
    for ask in find_asks(GOOD, TODAY):
        assert ask.title[0].isupper()
        assert not ask.title.endswith(".")
        assert ask.do.endswith(".")
        assert list(ask.paths) == sorted(ask.paths)


def test_each_ask_is_in_a_case() -> None:
    assert {ask.title for ask in find_asks(GOOD, TODAY)} == {
        title for case in CASES for title in case["expect"]
    }
