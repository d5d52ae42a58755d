"""One build at a time in a clone: a second one waits, whoever started it, and nothing is damaged.

The lock is on a file beside the folder of pages. The system lets it go when the process that holds it ends,
however it ends. Processes that a build forks share it and never let it go themselves.
"""

import atexit
import fcntl
import os
import time
from pathlib import Path
from typing import IO

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging

from resilience.site.unwritten import told

LOCK = ".lock"
BEFORE_ALL, AFTER_ALL = 0, 1_000
"""Priorities among the listeners of an event: others read settings and write files in between."""
SAY_AFTER = 1.0
LOOK_AGAIN = 0.1
"""Seconds."""

_held: dict[Path, IO[str]] = {}
"""The locks of this process, which may build more than one book, or one book twice."""
_log = logging.getLogger(__name__)


def join(app: Sphinx) -> None:
    """Hold the lock from before anything of an earlier build is read until all is written."""
    app.connect("config-inited", _take, priority=BEFORE_ALL)
    app.connect("build-finished", _let_go, priority=AFTER_ALL)


def _take(app: Sphinx, config: Config) -> None:
    path = _path(app)
    if path not in _held:
        with told():
            _held[path] = locked(path)


def _let_go(app: Sphinx, exception: Exception | None) -> None:
    if file := _held.pop(_path(app), None):
        # Unlocking, not closing alone, lets it go even where a forked process has lived on.
        fcntl.flock(file, fcntl.LOCK_UN)
        file.close()


@atexit.register
def _close_all() -> None:
    # Sphinx ends a build that stops over its settings without a `build-finished`.
    while _held:
        _held.popitem()[1].close()


def _path(app: Sphinx) -> Path:
    return Path(app.outdir).parent / LOCK


def locked(path: Path) -> IO[str]:
    """Lock a file, waiting as long as another process holds it, and leave the number of this one in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("a+", encoding="utf-8")
    started, told = time.monotonic(), False
    while not _lock(file):
        if not told and time.monotonic() - started > SAY_AFTER:
            told = True
            _log.info(
                "Process %s is building in this folder; this build waits until it has ended.", _holder(file)
            )
        time.sleep(LOOK_AGAIN)
    file.truncate(0)
    file.write(str(os.getpid()))
    file.flush()
    return file


def _lock(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _holder(file: IO[str]) -> str:
    file.seek(0)
    return file.read().strip() or "of another terminal"
