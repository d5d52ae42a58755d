"""What a build left is told from what was cut, edited, added or taken away since."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from resilience.site.contents import difference, note, noted

Harm = Callable[[Path], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / ".html"
    (folder / "deep").mkdir(parents=True)
    for name in ("a", "b", "deep/c"):
        (folder / name).write_text(f"content of {name}")
    return folder


def test_a_folder_that_nobody_touched_is_as_it_was(folder: Path) -> None:
    note(folder)
    os.utime(folder / "a", (0, 0))
    assert difference(folder) == ""


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        pytest.param(lambda folder: (folder / "a").write_text("content"), "a", id="cut"),
        pytest.param(
            lambda folder: (folder / "deep/c").write_text("content of deep/d"), "deep/c", id="same size"
        ),
        pytest.param(lambda folder: (folder / "b").unlink(), "b", id="gone"),
        pytest.param(lambda folder: (folder / "new").touch(), "new", id="added"),
    ],
)
def test_what_differs_is_named_whatever_its_size_and_time(folder: Path, harm: Harm, told: str) -> None:
    times = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    note(folder)
    harm(folder)
    for path in times.keys() & set(folder.rglob("*")):
        os.utime(path, ns=(times[path], times[path]))
    assert difference(folder) == f".html/{told}"


def test_a_few_of_many_are_named(folder: Path) -> None:
    note(folder)
    for name in "vwxyz":
        (folder / name).touch()
    assert difference(folder) == ".html/v, .html/w, .html/x, ..."


@pytest.mark.parametrize("text", ["", "[not whole"])
def test_of_a_list_that_cannot_be_read_nothing_is_known(folder: Path, text: str) -> None:
    assert noted(folder) is None
    note(folder)
    assert noted(folder) is not None
    (folder.parent / ".html.contents").write_text(text)
    assert noted(folder) is None
    assert difference(folder) == ""
