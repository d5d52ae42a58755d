"""Which events of files are changes: those after which a file holds something else, whatever its time says.

Editors, checkouts and copies touch files that stay as they are, and may keep the time of one that changed.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path


def digests(files: Iterable[Path]) -> dict[str, str]:
    """Digest files by their paths; those that are gone are left out."""
    found = ((str(file), _digest(file)) for file in files)
    return {path: digest for path, digest in found if digest}


class Unchanged:
    """Tells a watcher what to pass over: what is ignored, and files that hold what they held."""

    def __init__(self, root: Path, ignored: Callable[[str], bool]) -> None:
        self._ignored = ignored
        self._known = digests(_files(root, ignored))

    def __call__(self, path: str) -> bool:
        """Say whether nothing changed here, and keep what the file holds now."""
        if self._ignored(path):
            return True
        before, now = self._known.pop(path, ""), _digest(Path(path))
        if now:
            self._known[path] = now
        # Of a folder that was moved nothing else is told, so that it counts as a change.
        return bool(now) and before == now


def _files(root: Path, ignored: Callable[[str], bool]) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not ignored(os.path.join(folder, name))]
        paths = (os.path.join(folder, name) for name in names)
        yield from (Path(path) for path in paths if not ignored(path))


def _digest(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
