"""`resilience match` as a process: it is killed, interrupted, cut off, and shown on a terminal."""

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.frozen import BOOK

MATCH = [sys.executable, "-c", "from resilience.cli import main; main()", "match"]
ROWS = 15_000

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("texts") / "a.csv"
    path.write_text("id,text\n" + "".join(f"{row:05},club {row}\n" for row in range(ROWS)))
    return path


def stopped(texts: Path, out: Path, number: int) -> subprocess.CompletedProcess[str]:
    """Run the command, and send it a signal when a part is done."""
    words = [*MATCH, str(texts), "-o", str(out)]
    with subprocess.Popen(words, cwd=BOOK, stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None and not list(out.parent.glob("*/*.part")):
            time.sleep(0.01)
        process.send_signal(number)
        _, errors = process.communicate()
    return subprocess.CompletedProcess(words, process.returncode, stderr=errors)


@pytest.mark.parametrize(
    ("number", "code", "sentence"),
    [
        (signal.SIGKILL, -signal.SIGKILL, ""),
        (
            signal.SIGINT,
            130,
            "Stopped. What is done is kept in b.csv.parts; the same command goes on from there.\n",
        ),
    ],
)
def test_a_run_that_is_stopped_leaves_no_output_and_can_go_on(
    texts: Path, tmp_path: Path, number: int, code: int, sentence: str
) -> None:
    out = tmp_path / "b.csv"
    result = stopped(texts, out, number)
    assert (result.returncode, result.stderr) == (code, sentence)
    assert [path.name for path in tmp_path.iterdir()] == ["b.csv.parts"]
    again = subprocess.run(
        [*MATCH, str(texts), "-o", str(out)], cwd=BOOK, check=True, capture_output=True, text=True
    )
    assert again.stderr.startswith("Going on where the last run stopped (")
    assert [path.name for path in tmp_path.iterdir()] == ["b.csv"]
    given, lines = texts.read_text().splitlines(), out.read_text().splitlines()
    assert all(line.startswith(f"{source},") for line, source in zip(lines, given, strict=True))


def test_a_second_run_to_one_output_is_told_who_writes_and_damages_nothing(
    texts: Path, tmp_path: Path
) -> None:
    words = [*MATCH, str(texts), "-o", str(tmp_path / "b.csv")]
    with subprocess.Popen(words, cwd=BOOK, stdout=subprocess.DEVNULL) as first:
        while first.poll() is None and not list(tmp_path.glob("b.csv.parts/state.json")):
            time.sleep(0.01)
        second = subprocess.run(words, cwd=BOOK, check=False, capture_output=True, text=True)
        beside = subprocess.run(
            [*MATCH, "-", "-o", str(tmp_path / "c.csv")], cwd=BOOK, check=False, input=b"text\nfood bank\n"
        )
    assert second.returncode == 1
    assert second.stderr.startswith(f"Process {first.pid} is writing {tmp_path / 'b.csv'}, since ")
    assert (first.returncode, beside.returncode) == (0, 0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.csv", "c.csv"]
    given, lines = texts.read_text().splitlines(), (tmp_path / "b.csv").read_text().splitlines()
    assert all(line.startswith(f"{source},") for line, source in zip(lines, given, strict=True))


def test_who_reads_the_output_may_stop_early(texts: Path) -> None:
    with subprocess.Popen(
        [*MATCH, str(texts)], cwd=BOOK, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline().startswith("id,text,type")
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 0


def on_terminal(*words: str) -> str:
    """Run the command on a terminal, and give all that the terminal gets."""
    ours, theirs = pty.openpty()
    with subprocess.Popen([*MATCH, *words], cwd=BOOK, stdout=theirs, stderr=theirs, stdin=theirs) as process:
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 4096):
                shown += part
        except OSError:
            # Linux says that the other side has closed the terminal by an error.
            pass
        os.close(ours)
    assert process.returncode is not None
    return shown.decode()


def test_a_terminal_shows_how_far_it_is(texts: Path, tmp_path: Path) -> None:
    shown = on_terminal(str(texts), "-o", str(tmp_path / "b.csv"))
    assert "Matching" in shown
    assert "%" in shown
    assert shown.endswith(f"Written: {tmp_path / 'b.csv'}\r\n")


@pytest.mark.parametrize(("kind", "between"), [("csv", ","), ("tsv", "\t"), ("jsonl", None)])
def test_no_character_of_a_table_acts_on_a_terminal(tmp_path: Path, kind: str, between: str | None) -> None:
    path = tmp_path / f"a.{kind}"
    cell = "\x1b[2Jfood bank\x9b\u202e"
    path.write_text(f"text{between}b\n{cell}{between}c\n" if between else f'{{"text": "{cell[4:]}"}}\n')
    shown = on_terminal(str(path))
    table = shown[shown.rindex("\x1b[2K") + 4 :] if "\x1b[2K" in shown else shown
    assert "food bank\\u009b\\u202e" in table
    assert all(
        line.replace("\t", "").isprintable() for line in table.replace("\r\n", "\n").strip("\n").split("\n")
    )
    assert between is None or f"text{between}b{between}type" in table


def test_parquet_is_not_for_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"")
    shown = on_terminal(str(tmp_path / "a.parquet"))
    assert shown.endswith("Parquet is not for the screen. Say where to write it with -o.\r\n")
