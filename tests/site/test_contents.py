"""What a build left is told from what was cut, edited, added or taken away since."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from resilience.site.contents import Contents

Harm = Callable[[Path], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / ".html"
    (folder / "deep").mkdir(parents=True)
    for name in ("a", "b", "deep/c"):
        (folder / name).write_text(f"content of {name}")
    return folder


def test_a_folder_that_nobody_touched_is_as_it_was(folder: Path) -> None:
    Contents(folder).note()
    os.utime(folder / "a", (0, 0))
    assert Contents(folder).difference() == ""


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
    Contents(folder).note()
    harm(folder)
    for path in times.keys() & set(folder.rglob("*")):
        os.utime(path, ns=(times[path], times[path]))
    assert Contents(folder).difference() == f".html/{told}"


def test_a_few_of_many_are_named(folder: Path) -> None:
    Contents(folder).note()
    for name in "vwxyz":
        (folder / name).touch()
    assert Contents(folder).difference() == ".html/v, .html/w, .html/x, ..."


def test_what_a_build_writes_is_digested_and_what_it_leaves_is_read_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Contents(folder).note()
    contents = Contents(folder)
    assert contents.difference() == ""
    (folder / "a").write_text("another content")
    read: list[str] = []

    def noted_bytes(path: Path) -> bytes:
        read.append(path.name)
        with path.open("rb") as file:
            return file.read()

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", noted_bytes)
        contents.note()
    assert read == ["a"]
    assert Contents(folder).difference() == ""


def test_where_the_clock_was_set_back_while_a_file_was_written_the_next_build_says_so(folder: Path) -> None:
    Contents(folder).note()
    contents, file = Contents(folder), folder / "a"
    assert contents.difference() == ""
    at = file.stat().st_mtime_ns
    file.write_text(file.read_text().swapcase())
    os.utime(file, ns=(at, at))
    contents.note()
    assert Contents(folder).difference() == ".html/a"


@pytest.mark.parametrize("text", ["", "[not whole"])
def test_of_a_list_that_cannot_be_read_nothing_is_known(folder: Path, text: str) -> None:
    assert Contents(folder).noted() is None
    Contents(folder).note()
    assert Contents(folder).noted() is not None
    (folder.parent / ".html.contents").write_text(text)
    assert Contents(folder).noted() is None
    assert Contents(folder).difference() == ""
