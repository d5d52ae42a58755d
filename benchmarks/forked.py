"""Builds forked from a process that has read all code: reading it takes half the time of a small build.

A build has a session of its own, to be killed with all that it starts.
"""

import atexit
import importlib
import json
import os
import pkgutil
import select
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO

from sphinx.cmd.build import main

from resilience import figures, site
from resilience.figures import drawing

OPTIONS = ("-b", "html", "-d", "_build/.doctrees", ".", "_build/html")


def build(book: Path, log: Path, seconds: float | None = None, **settings: str) -> int:
    """Build a book, and give the code with which that ended; after so many seconds, kill it.

    `settings` are added to the environment; what is said goes to `log`.
    """
    mother = _mother()
    assert mother.stdin
    assert mother.stdout
    asked = [str(book), str(log), os.environ | settings]
    mother.stdin.write(f"{json.dumps(asked)}\n".encode())
    process = int(mother.stdout.readline())
    if not select.select([mother.stdout], [], [], seconds)[0]:
        # It may be about to begin, or have ended just now.
        with suppress(ProcessLookupError):
            os.killpg(process, signal.SIGKILL)
    return int(mother.stdout.readline())


@cache
def _mother() -> subprocess.Popen[bytes]:
    # Without buffers: what is not read yet is seen to be there, and what a build said last is in its log.
    mother = subprocess.Popen(
        [sys.executable, "-u", __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    )
    atexit.register(mother.communicate)
    return mother


def serve(asked: IO[str]) -> None:
    """Fork a build for each line; say its number, then with which code it ended."""
    while line := asked.readline():
        folder, log, environment = json.loads(line)
        process = os.fork()
        if not process:
            _build(folder, log, environment)
        print(process)
        print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))


def _build(folder: str, log: str, environment: Mapping[str, str]) -> None:
    code = 1
    try:
        os.setsid()
        with open(log, "wb") as file, open(os.devnull, "rb") as nothing:
            os.dup2(nothing.fileno(), 0)
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(environment)
        code = main(OPTIONS)
    finally:
        os._exit(code)


def _read_all_code() -> None:
    for package in (figures, site):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    # The script of charts is put together once a process.
    drawing.script()


if __name__ == "__main__":
    _read_all_code()
    serve(sys.stdin)
