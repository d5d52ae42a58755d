"""`make serve` goes by what files hold: a touch is no change, an edit is one whatever size and time say."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sphinx_autobuild.filter import IgnoreFilter

from resilience.site.serve import Rebuild
from resilience.site.watched import Unchanged

Harm = Callable[[Path], object]


@pytest.fixture
def code(tmp_path: Path) -> Path:
    path = tmp_path / "src/resilience/code.py"
    path.parent.mkdir(parents=True)
    path.write_text("LIMIT = 1\n")
    (tmp_path / "_build").mkdir()
    return path


@pytest.fixture
def passed_over(tmp_path: Path, code: Path) -> Unchanged:
    return Unchanged(tmp_path, IgnoreFilter([tmp_path / "_build"], [r"__pycache__"]))


def touch(path: Path) -> None:
    os.utime(path, (path.stat().st_atime + 100, path.stat().st_mtime + 100))


def edit_unseen(path: Path) -> None:
    """Edit a file and leave it as large and as old as it was."""
    times = path.stat()
    path.write_text(path.read_text().replace("1", "2"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def write_again(path: Path) -> None:
    path.write_bytes(path.read_bytes())


@pytest.mark.parametrize("harmless", [touch, write_again])
def test_a_file_that_stays_as_it_is_starts_no_build(
    code: Path, passed_over: Unchanged, harmless: Harm
) -> None:
    rebuild = Rebuild(code.parents[2], "")
    harmless(code)
    assert passed_over(str(code))
    assert not rebuild.code_changed()


@pytest.mark.parametrize(
    "change",
    [edit_unseen, lambda path: path.write_text("LIMIT = 10\n"), Path.unlink],
)
def test_a_file_that_changed_starts_a_build_with_new_code(
    code: Path, passed_over: Unchanged, change: Harm
) -> None:
    rebuild = Rebuild(code.parents[2], "")
    change(code)
    assert not passed_over(str(code))
    assert rebuild.code_changed()


def test_code_that_was_put_back_is_what_was_imported(code: Path, passed_over: Unchanged) -> None:
    rebuild = Rebuild(code.parents[2], "")
    edit_unseen(code)
    assert not passed_over(str(code))
    assert passed_over(str(code))
    code.write_text("LIMIT = 1\n")
    assert not passed_over(str(code))
    assert not rebuild.code_changed()


def test_a_new_file_and_a_moved_folder_are_changes(code: Path, passed_over: Unchanged) -> None:
    (code.parent / "new.py").touch()
    assert not passed_over(str(code.parent / "new.py"))
    assert not passed_over(str(code.parent))
    assert not passed_over(str(code.parent / "gone"))


def test_what_a_build_writes_is_passed_over(code: Path, passed_over: Unchanged) -> None:
    written = code.parents[2] / "_build/index.html"
    written.touch()
    assert passed_over(str(written))
    assert passed_over(str(code.parent / "__pycache__/code.pyc"))
