"""One build at a time in a clone: a second one waits, says so, and nothing is damaged."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.site.conftest import COMMAND, Build

from resilience.site import one_build
from resilience.site.one_build import LOCK

HOLD = (
    "import sys; from pathlib import Path; from resilience.site.one_build import locked; "
    f"file = locked(Path('_build/{LOCK}')); print('held', flush=True); sys.stdin.read()"
)


def start(book: Path, *command: str) -> "subprocess.Popen[str]":
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=book, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT, text=True)


def is_free(path: Path) -> bool:
    """Say whether another process could lock a file."""
    program = (
        "import sys; from resilience.site.one_build import _lock; sys.exit(not _lock(open(sys.argv[1], 'a')))"
    )
    return subprocess.run([sys.executable, "-c", program, str(path)], check=False).returncode == 0


def test_the_lock_goes_with_the_process_however_it_ends(tmp_path: Path) -> None:
    with start(tmp_path, sys.executable, "-c", HOLD) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        assert not is_free(tmp_path / "_build" / LOCK)
        process.kill()
    assert is_free(tmp_path / "_build" / LOCK)


def test_a_forked_process_neither_lets_the_lock_go_nor_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / LOCK
    app = type("App", (), {"outdir": tmp_path / "html"})()
    one_build._take(app, None)  # type: ignore[arg-type]
    child = os.fork()
    if not child:
        time.sleep(60)
        os._exit(0)
    ended = os.fork()
    if not ended:
        os._exit(0)
    os.waitpid(ended, 0)
    try:
        assert not is_free(path), "a process that was forked and has ended took the lock along"
        one_build._let_go(app, None)
        assert is_free(path), "a process that was forked and lives on keeps the lock"
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)


@pytest.mark.slow
def test_of_two_builds_at_once_the_second_waits_and_both_are_whole(small_book: Path, build: Build) -> None:
    first, second = (start(small_book, *COMMAND) for _ in range(2))
    said = [process.communicate()[0] for process in (first, second)]
    assert [first.returncode, second.returncode] == [0, 0], said
    waited = [text for text in said if "this build waits until it has ended" in text]
    assert len(waited) == 1
    assert "0 added, 0 changed, 0 removed" in waited[0]
    assert build(small_book).pages_read == set()  # type: ignore[attr-defined]
