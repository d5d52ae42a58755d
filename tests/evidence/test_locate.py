"""The evidence is found from anywhere inside the repository."""

from pathlib import Path

import pytest

from resilience.evidence import EvidenceError, load


@pytest.mark.parametrize("start", [".", "evidence", "evidence/studies", "book/contribute"])
def test_found_from_anywhere(folder: Path, start: str) -> None:
    (folder.parent / "book/contribute").mkdir(parents=True)
    assert load(folder.parent / start).folder == folder.resolve()


def test_found_from_a_relative_text(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "policies")
    assert load("..").folder == folder.resolve()


def test_not_found(tmp_path: Path) -> None:
    with pytest.raises(EvidenceError, match=r"No evidence/taxonomy\.yml was found .* try again"):
        load(tmp_path)
