"""What files said, kept by their content: two states of the evidence read once what is the same in both."""

import gc
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")


class Shared:
    """Values by all that they were made from; the same makings give the same object."""

    keeps = True

    def __init__(self) -> None:
        """Hold nothing yet."""
        self._made: dict[Hashable, Any] = {}

    def once(self, makings: Hashable, make: Callable[[], T]) -> T:
        """Give the value made from `makings` before, else make it."""
        if makings not in self._made:
            self._made[makings] = make()
        found: T = self._made[makings]
        return found


class Unshared(Shared):
    """The same for one state alone, of which nothing need be kept."""

    keeps = False

    def once(self, makings: Hashable, make: Callable[[], T]) -> T:
        """Make the value."""
        return make()


@contextmanager
def memory_kept() -> Iterator[None]:
    """Have no memory searched for what could be freed: all stays, and that took a quarter of the time."""
    was_searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_searched:
            gc.enable()


def content_of(paths: Iterable[Path]) -> str:
    """Digest some files, or all of a folder, with their names."""
    files = [inner for path in paths for inner in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    return "\n".join(f"{file.name}:{_digest(file)}" for file in files)


def _digest(file: Path) -> str:
    if file.is_symlink() or not file.is_file():
        return "no file"
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        # Whoever reads it for good says what is wrong.
        return str(error)
