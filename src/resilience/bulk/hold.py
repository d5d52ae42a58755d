"""One run at a time to one output: who comes second is told who holds it, and nothing is damaged.

The lock is on a file in the folder of parts. The system lets it go when the process that holds it ends,
however it ends, so that one left by a dead process is simply taken over.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO

LOCK = "resilience.lock"


class InUse(Exception):
    """Who writes to an output now, and what to do, in a few sentences."""


@contextmanager
def held(folder: Path, name: str) -> Iterator[None]:
    """Hold a folder, made if need be, while the context lasts; raises `InUse`. A folder left empty goes."""
    path = folder / LOCK
    with _locked(path, name) as file:
        file.truncate(0)
        file.write(json.dumps({"process": os.getpid(), "since": datetime.now().isoformat()}))
        file.flush()
        try:
            yield
        finally:
            if _is_here(file, path) and [one.name for one in folder.iterdir()] == [LOCK]:
                remove(folder)


def remove(folder: Path) -> None:
    """Remove what is left of a folder, the lock last; who waits for it may make the folder anew."""
    with suppress(FileNotFoundError):
        (folder / LOCK).unlink()
    with suppress(OSError):
        folder.rmdir()


def _locked(path: Path, name: str) -> IO[str]:
    while True:
        try:
            path.parent.mkdir(exist_ok=True)
            file = path.open("a+", encoding="utf-8")
        except (FileNotFoundError, FileExistsError):
            # Another run may have ended in between, and taken the folder with it.
            if path.parent.is_file() or not path.parent.parent.is_dir():
                raise
            continue
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            with file:
                raise InUse(_sentence(file, name)) from None
        if _is_here(file, path):
            return file
        file.close()


def _is_here(file: IO[str], path: Path) -> bool:
    """Tell whether a file that is open still has its name."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _sentence(file: IO[str], name: str) -> str:
    file.seek(0)
    try:
        holder = json.loads(file.read())
        process, since = int(holder["process"]), datetime.fromisoformat(holder["since"])
    except (ValueError, KeyError, TypeError):
        # It has the lock, and has not yet written who it is.
        return f"Another run is writing {name}. Wait until it has ended, or say -o with another name."
    day = f"{since.day} {since:%B %Y}"
    return (
        f"Process {process} is writing {name}, since {since:%H:%M} on {day}. Wait until it has ended, or "
        f"say -o with another name. If it hangs, end it (kill {process}): "
        "the same command goes on from there."
    )
