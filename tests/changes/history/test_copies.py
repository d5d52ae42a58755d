"""A copy tells the same in any place, and one without its history says why it tells nothing."""

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.changes.history.repository import ANSWER, Repository, repository
from tests.frozen import BOOK

from resilience.changes.history import EvidenceHistory, WhyNot, evidence_history


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    made = repository(tmp_path_factory.mktemp("book"), first="2026-01-01T23:30:00-02:00")
    made.replace(ANSWER, "No study on record", "Not one study")
    made.commit("2026-01-03T01:00:00+05:00")
    return made


def clone(book: Repository, into: Path, *options: str) -> Path:
    address = book.folder.as_uri()
    subprocess.run(["git", "clone", "--quiet", *options, address, str(into)], check=True)
    return into / "evidence"


def test_a_clone_tells_the_same_whatever_its_clock(
    book: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    found = evidence_history(clone(book, tmp_path / "clone"))
    assert found == evidence_history(book.evidence)
    assert [entry.at.isoformat() for entry in found.entries] == [
        "2026-01-02T20:00:00+00:00",
        "2026-01-02T01:30:00+00:00",
    ]


def test_what_is_not_committed_is_not_told(book: Repository, tmp_path: Path) -> None:
    evidence = clone(book, tmp_path / "clone")
    (evidence / ANSWER).write_text("x: 1\n", "utf-8")
    assert evidence_history(evidence) == evidence_history(book.evidence)


def test_a_shallow_clone_says_so(book: Repository, tmp_path: Path) -> None:
    found = evidence_history(clone(book, tmp_path / "clone", "--depth", "1"))
    assert found == EvidenceHistory((), why_not=WhyNot.SHALLOW)


def test_a_clone_without_old_contents_says_so_and_fetches_none(book: Repository, tmp_path: Path) -> None:
    book.git("config", "uploadpack.allowFilter", "true")
    evidence = clone(book, tmp_path / "clone", "--filter=blob:none")
    # Whatever is asked of it would be fetched, and fail.
    subprocess.run(["git", "-C", str(evidence), "remote", "set-url", "origin", "/nowhere"], check=True)
    assert evidence_history(evidence).why_not is WhyNot.SHALLOW


def test_a_copy_without_a_repository_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    evidence = shutil.copytree(BOOK / "evidence", tmp_path / "evidence")
    assert evidence_history(evidence) == EvidenceHistory((), why_not=WhyNot.NO_REPOSITORY)
    monkeypatch.setenv("PATH", "")
    assert evidence_history(evidence).why_not is WhyNot.NO_REPOSITORY


def test_a_copy_that_another_repository_ignores_has_no_history(book: Repository, tmp_path: Path) -> None:
    inside = clone(book, tmp_path / "clone").parent / "installed"
    shutil.copytree(BOOK / "evidence", inside)
    assert evidence_history(inside).why_not is WhyNot.NO_REPOSITORY
