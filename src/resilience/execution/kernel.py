"""Start a notebook's kernel that notes what it reads.

Run as a script: as a module of the package it would bring Sphinx into each kernel.
"""

import contextlib
import gc
import json
import os
import resource
import sys
from collections.abc import Callable


def real_path(path: object) -> str | None:
    """Give the true path of what was opened or listed; None for an open file's number."""
    if isinstance(path, int):
        return None
    try:
        return os.path.realpath(os.fsdecode(path or "."))  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None


def watcher(note: Callable[[str], None], roots: tuple[str, ...]) -> Callable[[str, tuple[object, ...]], None]:
    """Make an audit hook that notes files opened and folders listed below `roots`."""
    below = tuple(root + os.sep for root in roots)

    def watch(event: str, args: tuple[object, ...]) -> None:
        if event in {"open", "os.listdir", "os.scandir"}:
            path = real_path(args[0])
            if path and (path in roots or path.startswith(below)):
                note(path)

    return watch


def note_in(record: str) -> Callable[[str], None]:
    """Make a function that appends each new path to a file at once, so that a crash loses nothing."""
    # A plain descriptor: the hook may run at any point of the interpreter's life, in forked children too.
    descriptor = os.open(record, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    seen: set[str] = set()

    def note(path: str) -> None:
        if path not in seen:
            seen.add(path)
            os.write(descriptor, f"{json.dumps(path)}\n".encode())

    return note


def limit_memory(megabytes: int) -> None:
    """Let this process have no more memory than that, where the system can hold it to it.

    What it asks for beyond is a MemoryError in the cell that asked.
    """
    most = megabytes * 1_000_000
    _, highest = resource.getrlimit(resource.RLIMIT_DATA)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(
            resource.RLIMIT_DATA, (most if highest == resource.RLIM_INFINITY else min(most, highest), highest)
        )


def main() -> None:
    """Watch this process as the first argument says, then become an IPython kernel."""
    settings = json.loads(sys.argv.pop(1))
    # This script's folder gives way to the code whose digest is in the cache key.
    sys.path[0] = settings["code"]
    # Python opens a compiled module, or looks for it, whenever one is imported: not out of sight, then.
    sys.pycache_prefix = None
    limit_memory(settings["memory"])
    sys.addaudithook(watcher(note_in(settings["record"]), tuple(settings["roots"])))
    # Imports make most of what a kernel holds, and all of it stays.
    gc.set_threshold(50_000, 20, 20)
    from ipykernel.kernelapp import launch_new_instance

    launch_new_instance()


if __name__ == "__main__":
    main()
