"""Say in one short text what a set of files holds."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


class Digester:
    """Digests files below `root` by name and content; place, time and order make no difference."""

    def __init__(self, root: Path) -> None:
        self._root = root
        # Notebooks share inputs, so each file is read once a build.
        self._known: dict[Path, str] = {}

    def of(self, files: Iterable[Path], facts: Iterable[str] = ()) -> str:
        """Give the SHA-256 of the files and of further facts, in hexadecimal."""
        total = hashlib.sha256()
        for name, file in sorted((file.relative_to(self._root).as_posix(), file) for file in set(files)):
            total.update(f"{self._content(file)} {name}\0".encode())
        for fact in sorted(facts):
            total.update(f"fact {fact}\0".encode())
        return total.hexdigest()

    def _content(self, file: Path) -> str:
        if file not in self._known:
            self._known[file] = hashlib.sha256(file.read_bytes()).hexdigest()
        return self._known[file]
