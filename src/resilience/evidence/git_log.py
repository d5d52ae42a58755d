"""The history of an evidence folder, commit by commit, as its git repository tells it.

Of a merge, what it brought to the branch counts. Only what is committed is told.
"""

import io
import re
import subprocess
import tarfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

HISTORY = (
    "log", "--first-parent", "-m", "--raw", "-z", "--no-abbrev", "--no-renames", "--relative",
    "--format=%H %cI",
)  # fmt: skip
PROMISED = re.compile(r"remote\..*\.promisor|extensions\.partialclone", re.IGNORECASE | re.DOTALL)
"""Settings of a clone whose contents are fetched when they are asked for."""
NO_FILE = "0" * 40


class WhyNot(StrEnum):
    """Why a copy of the evidence can't tell its history."""

    NO_REPOSITORY = "no-repository"
    SHALLOW = "shallow"
    """Only the newest commits were fetched, or not all contents."""


class FileChange(NamedTuple):
    """A file that a commit changed: its path below the folder, and its content before and after."""

    path: str
    before: str | None
    """The name of the content in git; None where the file was not there."""
    after: str | None


class Commit(NamedTuple):
    """A commit that changed the evidence."""

    id: str
    at: datetime
    """In UTC."""
    files: tuple[FileChange, ...]


class GitLog(NamedTuple):
    """The commits, the newest first; none where the history is not all there."""

    commits: tuple[Commit, ...]
    why_not: WhyNot | None = None


def log_of(folder: Path) -> GitLog:
    """Read which commits changed a folder, and which files in it."""
    try:
        if _is_cut(folder):
            return GitLog((), WhyNot.SHALLOW)
        commits = tuple(_commits(_git(folder, *HISTORY, "--", ".").decode("utf-8", "surrogateescape")))
    except (OSError, subprocess.CalledProcessError):
        commits = ()
    # A copy that is installed in another repository is not part of its history.
    return GitLog(commits) if commits else GitLog((), WhyNot.NO_REPOSITORY)


def contents(folder: Path, names: Iterable[str]) -> Mapping[str, bytes]:
    """Give contents of files by their names in git."""
    asked = "".join(f"{name}\n" for name in sorted(set(names)))
    told = _git(folder, "cat-file", "--batch", given=asked.encode())
    found: dict[str, bytes] = {}
    at = 0
    while at < len(told):
        end = told.index(b"\n", at)
        name, _, size = told[at:end].decode().split()
        found[name] = told[end + 1 : end + 1 + int(size)]
        at = end + 2 + int(size)
    return found


def unpack(folder: Path, commit: str, into: Path, without: Iterable[str] = ()) -> None:
    """Put the folder as it was at a commit into another one, without some folders in it.

    Raises OSError or CalledProcessError where git can't read that.
    """
    # Options could stand where the name of a commit is expected.
    left_out = (f":(exclude){name}" for name in without)
    packed = _git(folder, "archive", "--format=tar", "--end-of-options", commit, ".", *left_out)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(into, filter="data")


def _is_cut(folder: Path) -> bool:
    """Tell whether a clone lacks commits, or contents, which git would fetch from the web one by one."""
    if _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true":
        return True
    settings = _git(folder, "config", "--list", "--name-only", "-z").decode("utf-8", "replace").split("\0")
    return any(PROMISED.fullmatch(name) for name in settings)


def _commits(told: str) -> Iterator[Commit]:
    """Read what git says: a head for each commit, then a line and a path for each of its files."""
    head, files = "", list[FileChange]()
    parts = iter(told.split("\0"))
    for part in parts:
        line = part.strip("\n")
        if line.startswith(":"):
            files.append(_file(line, next(parts)))
        elif line:
            if head:
                yield _commit(head, files)
            head, files = line, []
    if head:
        yield _commit(head, files)


def _commit(head: str, files: Sequence[FileChange]) -> Commit:
    name, when = head.split()
    return Commit(name, datetime.fromisoformat(when).astimezone(UTC), tuple(files))


def _file(told: str, path: str) -> FileChange:
    _, _, before, after, _ = told.split()
    return FileChange(path, *(None if name == NO_FILE else name for name in (before, after)))


def _git(folder: Path, *words: str, given: bytes | None = None) -> bytes:
    settings = ("-c", "core.quotePath=false", "-c", "log.showSignature=false")
    command = ["git", "-C", str(folder), *settings, *words]
    return subprocess.run(command, input=given, capture_output=True, check=True).stdout
