"""Of two runs to one output the second is told who writes, and a lock of a dead process is taken over."""

import json
import os
import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path

import pytest

from resilience.bulk.hold import LOCK, InUse, held

HOLD = """
import os, sys
from pathlib import Path
from resilience.bulk.hold import held
with held(Path(sys.argv[1]), "b.csv"):
    print("held", flush=True)
    os.kill(os.getpid(), 9)
"""


def test_the_second_is_told_who_since_when_and_what_to_do(tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    with held(folder, "b.csv"):
        since = datetime.fromisoformat(json.loads((folder / LOCK).read_text())["since"])
        with pytest.raises(InUse) as caught, held(folder, "b.csv"):
            pass
        with held(tmp_path / "others", "c.csv"):
            pass
    assert str(caught.value) == (
        f"Process {os.getpid()} is writing b.csv, since {since:%H:%M} on {since.day} {since:%B %Y}. "
        "Wait until it has ended, or say -o with another name. "
        f"If it hangs, end it (kill {os.getpid()}): the same command goes on from there."
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["", "{", "[]", '{"process": "x"}', "null"])
def test_who_has_not_said_its_name_yet_holds_too(tmp_path: Path, content: str) -> None:
    with held(tmp_path / "parts", "b.csv"):
        (tmp_path / "parts" / LOCK).write_text(content)
        with (
            pytest.raises(InUse, match=r"^Another run is writing b\.csv\."),
            held(tmp_path / "parts", "b.csv"),
        ):
            pass


def test_a_lock_of_a_process_that_was_killed_is_taken_over(tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    done = subprocess.run(
        [sys.executable, "-c", HOLD, str(folder)], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (-9, "held\n")
    assert [path.name for path in folder.iterdir()] == [LOCK]
    with held(folder, "b.csv"):
        assert json.loads((folder / LOCK).read_text())["process"] == os.getpid()
    assert not folder.exists()


def test_what_was_done_stays_when_the_lock_goes(tmp_path: Path) -> None:
    with held(tmp_path / "parts", "b.csv"):
        (tmp_path / "parts" / "0.part").write_text("done")
    assert (tmp_path / "parts" / "0.part").read_text() == "done"


def test_of_many_that_come_and_go_just_one_holds_at_a_time(tmp_path: Path) -> None:
    inside, most, errors = 0, 0, list[BaseException]()

    def come_and_go() -> None:
        nonlocal inside, most
        for _ in range(100):
            try:
                with held(tmp_path / "parts", "b.csv"):
                    inside += 1
                    most = max(most, inside)
                    inside -= 1
            except InUse:
                pass
            except BaseException as error:
                errors.append(error)

    threads = [threading.Thread(target=come_and_go) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (most, errors) == (1, [])
    assert not (tmp_path / "parts").exists()
