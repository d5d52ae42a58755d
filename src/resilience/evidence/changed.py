"""Which lines of the evidence differ from another state of its git repository."""

import re
import subprocess
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from resilience.evidence.errors import EvidenceError

_HUNK = re.compile(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@")


class Changed(NamedTuple):
    """What a change touches, by paths that start with the name of the evidence folder."""

    lines: dict[str, set[int]]
    """The new or changed lines of each file that is there still; all of a new file stand for one: 0."""

    def holds(self, path: str, line: int) -> bool:
        """Say whether a line of a file is new or changed."""
        lines = self.lines.get(path, set())
        return line in lines or 0 in lines


def changed_since(folder: Path, base: str) -> Changed:
    """Compare an evidence folder, as it lies there, with where its branch left a revision.

    Raises EvidenceError where git can't read the revision.
    """
    # Options could stand where the name of a revision is expected.
    since = _git(folder, "merge-base", "--end-of-options", base, "HEAD").strip()
    lines: dict[str, set[int]] = defaultdict(set)
    name = ""
    for row in _git(folder, "diff", "--unified=0", "--no-color", "--no-ext-diff", "--relative", since).split(
        "\n"
    ):
        if row.startswith("+++ "):
            name = _shown(folder, row.removeprefix("+++ ").removeprefix("b/").rstrip("\t"))
        elif found := _HUNK.match(row):
            first, count = int(found[1]), int(found[2] or 1)
            # Where lines were only taken out, the next one is the place to look.
            lines[name] |= set(range(first, first + max(count, 1)))
    for new in _git(folder, "ls-files", "-z", "--others", "--exclude-standard").split("\0"):
        if new:
            lines[_shown(folder, new)].add(0)
    return Changed({path: found for path, found in lines.items() if path != _shown(folder, "/dev/null")})


def _shown(folder: Path, name: str) -> str:
    return f"{folder.name}/{name}"


def _git(folder: Path, *words: str) -> str:
    command = ["git", "-C", str(folder), "-c", "core.quotePath=false", *words]
    try:
        done = subprocess.run(command, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        told = getattr(error, "stderr", b"") or b""
        reason = told.decode(errors="replace").strip() or str(error)
        raise EvidenceError(f"git can't say what has changed: {reason}") from error
    return done.stdout.decode("utf-8", errors="replace")
