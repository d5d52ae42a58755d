"""The log of an evidence folder: its own files, by paths below it, whatever they are called."""

from pathlib import Path

from tests.changes.history.repository import Repository

from resilience.evidence.git_log import contents, log_of


def test_files_are_told_with_their_contents_and_others_are_not(tmp_path: Path) -> None:
    book = Repository(tmp_path)
    book.evidence.mkdir()
    book.git("init", "--quiet", "--initial-branch", "main")
    odd = "a \u0142\n\x01b.yml"
    (book.evidence / odd).write_text("one\n", "utf-8")
    (book.folder / "elsewhere.yml").write_text("x\n", "utf-8")
    book.commit("2026-01-01T10:00:00+00:00")
    (book.evidence / odd).unlink()
    (book.evidence / "b.yml").write_bytes(b"two\n\n\xff")
    book.commit("2026-01-02T10:00:00+00:00")
    (book.folder / "elsewhere.yml").write_text("y\n", "utf-8")
    book.commit("2026-01-03T10:00:00+00:00")
    newest, first = log_of(book.evidence).commits
    assert {(file.path, bool(file.before), bool(file.after)) for file in newest.files} == {
        (odd, True, False),
        ("b.yml", False, True),
    }
    (created,) = first.files
    names = [name for file in (*newest.files, created) for name in file[1:] if name]
    assert sorted(contents(book.evidence, names).values()) == [b"one\n", b"two\n\n\xff"]


def test_no_contents_are_asked_for(tmp_path: Path) -> None:
    book = Repository(tmp_path)
    book.git("init", "--quiet")
    assert contents(tmp_path, []) == {}
