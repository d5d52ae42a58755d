"""`resilience review` as a process: however it is stopped, what was answered stays, and it goes on there."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.frozen import BOOK

from resilience.evidence import load
from resilience.evidence.saving import decision_on

RECORD = "fairer-fife-commission-2014"
REVIEW = [sys.executable, "-c", "from resilience.cli import main; main()", "review"]
WORDS = [*REVIEW, "--record", RECORD, "--reviewer", "Ann Reviewer"]
PATIENCE = 60

pytestmark = pytest.mark.slow


@pytest.fixture
def book(tmp_path: Path) -> Path:
    shutil.copytree(BOOK / "evidence", tmp_path / "evidence")
    for path in (tmp_path / "evidence/matches").glob("*.yml"):
        path.unlink()
    return tmp_path


def stopped(book: Path, number: int) -> tuple[int, str]:
    """Answer once, and send a signal when the answer is saved and the next text is shown."""
    saved = book / f"evidence/matches/{RECORD}.yml"
    pipe = subprocess.PIPE
    with subprocess.Popen(WORDS, cwd=book, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdin
        process.stdin.write("1\n")
        process.stdin.flush()
        end = time.monotonic() + PATIENCE
        while not saved.exists() and process.poll() is None and time.monotonic() < end:
            time.sleep(0.01)
        process.send_signal(number)
        output, _ = process.communicate()
    return process.returncode, output


@pytest.mark.parametrize(
    ("number", "code", "says"),
    [(signal.SIGKILL, -signal.SIGKILL, ""), (signal.SIGINT, 0, "Saved 1 decision. 3 texts wait.")],
)
def test_a_walk_that_is_stopped_keeps_what_was_answered(
    book: Path, number: int, code: int, says: str
) -> None:
    returned, output = stopped(book, number)
    assert returned == code
    assert says in output
    assert [path.name for path in (book / "evidence/matches").glob("*.yml")] == [f"{RECORD}.yml"]
    base = load(book)
    (decision,) = base.decisions[RECORD].decisions
    again = subprocess.run(WORDS, cwd=book, input="q\n", check=True, capture_output=True, text=True)
    assert "--- 1 of 3 ---" in again.stdout
    assert f"> “{decision.text}”" not in again.stdout
    assert decision_on(base, RECORD, decision.text)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 0)])
def test_a_walk_through_records_that_is_stopped_keeps_what_was_checked(
    book: Path, number: int, code: int
) -> None:
    words = [*REVIEW, "--records", "--record", RECORD, "--by", "Ann Reviewer"]
    path = book / f"evidence/policies/{RECORD}.yml"
    before, pipe = path.read_bytes(), subprocess.PIPE
    with subprocess.Popen(words, cwd=book, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdin
        process.stdin.write("w\ntitle\nAnother one, on the cover.\n")
        process.stdin.flush()
        end = time.monotonic() + PATIENCE
        while path.read_bytes() == before and process.poll() is None and time.monotonic() < end:
            time.sleep(0.01)
        process.send_signal(number)
        output, _ = process.communicate()
    assert process.returncode == code
    assert number is signal.SIGKILL or "Saved 0 checks and 1 caution. 1 record waits." in output
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(".")] == []
    assert load(book).policies[RECORD].provenance.cautions[-1].endswith("Another one, on the cover.")


def test_the_list_on_a_terminal_is_a_table(book: Path) -> None:
    ours, theirs = os.openpty()
    environment = {**os.environ, "COLUMNS": "60", "TERM": "xterm"}
    with subprocess.Popen([*REVIEW, "--list", "--record", RECORD], cwd=book, stdout=theirs, env=environment):
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 4096):
                shown += part
        except OSError:
            # Linux says that the other side has closed the terminal by an error.
            pass
        os.close(ours)
    lines = shown.decode().splitlines()
    head = "\n".join(lines[:3])
    assert all(name in head for name in ("decision", "type", "score", "record", "text"))
    assert "\t" not in shown.decode()
    assert max(len(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in lines) <= 60


@pytest.mark.parametrize(("number", "code"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 0)])
def test_a_blind_walk_that_is_stopped_keeps_what_was_answered(book: Path, number: int, code: int) -> None:
    words = [*REVIEW, "--blind", "--reviewer", "Bob Reviewer"]
    path, pipe = book / "evidence/samples/bob-reviewer-1.yml", subprocess.PIPE
    with subprocess.Popen(
        [*words, "--sample", "4"], cwd=book, stdin=pipe, stdout=pipe, stderr=pipe, text=True
    ) as process:
        assert process.stdin
        process.stdin.write("1\n")
        process.stdin.flush()
        end = time.monotonic() + PATIENCE
        while not (path.exists() and "answer:" in path.read_text()) and time.monotonic() < end:
            time.sleep(0.01)
        process.send_signal(number)
        output, _ = process.communicate()
    assert process.returncode == code
    assert number is signal.SIGKILL or "1 of 4 answered." in output
    assert sorted(one.name for one in path.parent.iterdir()) == ["ann-reviewer-1.yml", path.name]
    again = subprocess.run(words, cwd=book, input="q\n", check=True, capture_output=True, text=True)
    assert "--- 2 of 4 ---" in again.stdout
