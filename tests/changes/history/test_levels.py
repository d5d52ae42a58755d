"""Levels and sizes that moved are told with the commit that moved them, and worked out once."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.changes.history.repository import Repository, repository, warmer_no_more

from resilience.changes.history import Entry, Event, Happening, evidence_history, level_events

LATER = "2026-01-02T10:00:00+00:00"


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    book = repository(tmp_path_factory.mktemp("book"))
    warmer_no_more(book)
    book.commit(LATER)
    return book


def moves(entry: Entry, kind: Happening) -> list[Event]:
    return [event for event in entry.events if event.kind is kind and event.page == "activities/fuel-poverty"]


def no_work(*_: Any) -> bytes:
    raise AssertionError("it was worked out again")


def test_a_level_that_moved(moved: Repository) -> None:
    history = evidence_history(moved.evidence)
    newest, first = history.entries
    (level,) = moves(newest, Happening.LEVEL)
    assert level.span
    assert (level.span.what, level.span.before) == ("Home", "May help (early evidence)")
    assert level.said == f"Home: was “May help (early evidence)”, is now “{level.span.after}”"
    assert level.about == ("problems/home",)
    assert level.details[0].endswith(f"Level: {level.span.after}.")
    assert moves(newest, Happening.SIZE)
    assert not moves(first, Happening.LEVEL)
    assert history.levels_since == newest.at
    assert [one.commit for one in history.of("problems/home")] == [newest.commit]


def test_what_was_worked_out_is_kept(
    moved: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept.json"
    found = evidence_history(moved.evidence, kept)
    content = kept.read_bytes()
    monkeypatch.setattr(level_events, "unpack", no_work)
    assert evidence_history(moved.evidence, kept) == found
    assert kept.read_bytes() == content


@pytest.mark.parametrize(
    ("old", "new"), [("May help", "Might help"), ('"digest": "', '"digest": "0'), ("{", "")]
)
def test_a_file_that_was_edited_or_cut_counts_for_nothing(
    moved: Repository, tmp_path: Path, old: str, new: str
) -> None:
    kept = tmp_path / "kept.json"
    found = evidence_history(moved.evidence, kept)
    whole = kept.read_text("utf-8")
    kept.write_text(whole.replace(old, new, 1), "utf-8")
    assert evidence_history(moved.evidence, kept) == found
    assert kept.read_text("utf-8") == whole


def test_a_file_of_another_program_counts_for_nothing(
    moved: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = tmp_path / "kept.json"
    evidence_history(moved.evidence, kept)
    monkeypatch.setattr("resilience.changes.history.kept._code", lambda: "another")
    monkeypatch.setattr(level_events, "unpack", no_work)
    with pytest.raises(AssertionError, match="worked out again"):
        evidence_history(moved.evidence, kept)


def test_before_a_state_that_can_not_be_read_nothing_is_told(moved: Repository, tmp_path: Path) -> None:
    shutil.copytree(moved.folder, tmp_path / "book")
    book = Repository(tmp_path / "book")
    whole = (book.evidence / "rating.yml").read_text("utf-8")
    (book.evidence / "rating.yml").write_text("levels: of another form\n", "utf-8")
    book.commit("2026-01-03T10:00:00+00:00")
    (book.evidence / "rating.yml").write_text(whole, "utf-8")
    book.commit("2026-01-04T10:00:00+00:00")
    history = evidence_history(book.evidence)
    assert history.levels_since is None
    assert not [event for entry in history.entries for event in entry.events if event.span]


def test_only_so_many_states_are_worked_out(moved: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(level_events, "MOST", 0)
    history = evidence_history(moved.evidence)
    assert history.levels_since is None
    assert len(history.entries) == 2
