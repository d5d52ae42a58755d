"""What an interrupted run leaves is used again only where nothing has changed."""

from pathlib import Path
from typing import BinaryIO

import pytest

from resilience.bulk import InUse, Parts, State
from resilience.tables import TableFault

STATE = State("file", "words", {"column": "text"})


def begun(out: Path) -> Parts:
    parts = Parts.beside(out)
    assert parts.begin(STATE) == ""
    parts.save(0, lambda file: file.write(b"a"))
    parts.save(1, lambda file: file.write(b"b"))
    return parts


def test_parts_that_are_done_are_known(tmp_path: Path) -> None:
    begun(tmp_path / "out.csv")
    parts = Parts.beside(tmp_path / "out.csv")
    assert parts.begin(STATE) == "Going on where the last run stopped (2 parts done)."
    assert [parts.has(number) for number in range(3)] == [True, True, False]


@pytest.mark.parametrize(
    ("state", "changed"),
    [
        (State("other", "words", {"column": "text"}), "the input"),
        (State("file", "more words", {"column": "text"}), "the lexicon"),
        (State("file", "words", {"column": "aims"}), "the options"),
        (State("other", "more words", {"column": "text"}), "the input and the lexicon"),
    ],
)
def test_another_state_starts_anew_and_says_why(tmp_path: Path, state: State, changed: str) -> None:
    parts = begun(tmp_path / "out.csv")
    news = parts.begin(state)
    assert news == f"Starting anew: since the run that was interrupted, {changed} changed."
    assert not parts.has(0)
    assert parts.begin(state).startswith("Going on")


def test_a_part_that_was_being_written_is_not_done(tmp_path: Path) -> None:
    parts = begun(tmp_path / "out.csv")

    def stop(file: BinaryIO) -> None:
        file.write(b"ha")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        parts.save(2, stop)
    assert not parts.has(2)
    parts.save(2, lambda file: file.write(b"c"))
    joined = parts.join(3, lambda paths, file: file.write(b"".join(path.read_bytes() for path in paths)))
    assert joined.read_bytes() == b"abc"
    parts.remove()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("left", [[], ["state.json.half"], ["resilience.lock", "state.json.half"]])
def test_a_run_that_was_stopped_at_once_left_nothing(tmp_path: Path, left: list[str]) -> None:
    parts = Parts.beside(tmp_path / "out.csv")
    parts.folder.mkdir()
    for name in left:
        (parts.folder / name).write_bytes(b"{")
    assert parts.begin(STATE) == ""
    assert parts.begin(STATE) == "Going on where the last run stopped (0 parts done)."


@pytest.mark.parametrize("content", ["{}", '{"input": 1}', "[]", "no JSON", None])
def test_what_is_not_ours_is_never_removed(tmp_path: Path, content: str | None) -> None:
    parts = Parts.beside(tmp_path / "out.csv")
    parts.folder.mkdir()
    (parts.folder / "mine.txt").write_text("mine")
    if content:
        (parts.folder / "state.json").write_text(content)
    with pytest.raises(TableFault, match=r"out\.csv\.parts is where parts of the result go"):
        parts.begin(STATE)
    assert (parts.folder / "mine.txt").read_text() == "mine"


def test_what_is_not_ours_is_not_held(tmp_path: Path) -> None:
    parts = Parts.beside(tmp_path / "out.csv")
    parts.folder.mkdir()
    (parts.folder / "mine.txt").write_text("mine")
    with pytest.raises(TableFault, match="Move away what is there"), parts.hold("out.csv"):
        pass
    assert [path.name for path in parts.folder.iterdir()] == ["mine.txt"]


def test_a_folder_that_is_held_can_be_started_anew_and_removed(tmp_path: Path) -> None:
    parts = begun(tmp_path / "out.csv")
    with parts.hold("out.csv"):
        assert parts.begin(State("other", "words", {})).startswith("Starting anew")
        assert not parts.has(0)
        with pytest.raises(InUse), Parts.beside(tmp_path / "out.csv").hold("out.csv"):
            pass
        parts.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_that_name_is_never_removed(tmp_path: Path) -> None:
    parts = Parts.beside(tmp_path / "out.csv")
    parts.folder.write_text("mine")
    with pytest.raises(TableFault, match="Move away what is there"):
        parts.begin(STATE)
    assert parts.folder.read_text() == "mine"
