"""What a build left in a folder, by digests: what was cut, edited or added since is seen by the next one."""

import hashlib
import json
from pathlib import Path

LIST = ".{}.contents"
"""Beside the folder."""
NAMED = 3


class Contents:
    """What a folder holds, now and as the last build left it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._list = folder.with_name(LIST.format(folder.name.lstrip(".")))
        self._read: dict[str, tuple[tuple[int, int], str]] = {}
        """Digests of this build, each with the size and time of the file."""

    def note(self) -> None:
        """Keep what the folder holds."""
        self._list.write_text(json.dumps(self._now()), "utf-8")

    def noted(self) -> dict[str, str] | None:
        """Give what the last build left in the folder; None where nobody knows."""
        try:
            found: dict[str, str] = json.loads(self._list.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return found

    def difference(self) -> str:
        """Name files of the folder that are not as the last build left them, as far as that is known."""
        before = self.noted()
        if before is None:
            return ""
        now = self._now()
        names = sorted(name for name in {*before, *now} if before.get(name) != now.get(name))
        named = [f"{self.folder.name}/{name}" for name in names[:NAMED]]
        return ", ".join([*named, *["..."] * (len(names) > NAMED)])

    def _now(self) -> dict[str, str]:
        files = sorted(path for path in self.folder.rglob("*") if path.is_file())
        self._read = {path.relative_to(self.folder).as_posix(): self._digested(path) for path in files}
        return {name: digest for name, (_, digest) in self._read.items()}

    def _digested(self, path: Path) -> tuple[tuple[int, int], str]:
        """Digest a file that this build has written.

        Where the clock was set back so that one it wrote looks as before, the next build makes all anew.
        """
        found = path.stat()
        size_and_time = found.st_size, found.st_mtime_ns
        before = self._read.get(path.relative_to(self.folder).as_posix())
        if before and before[0] == size_and_time:
            return before
        return size_and_time, hashlib.sha256(path.read_bytes()).hexdigest()
