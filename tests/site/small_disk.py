"""A small disk for tests: a file system in memory that only some processes see."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

MUCH = "200m"
MOUNT = f'mount -t tmpfs -o size={MUCH} small "$0" && echo mounted && read -r _'


class SmallDisk:
    """A folder that is a disk of its own for the commands that run on it."""

    def __init__(self, folder: Path, holder: int) -> None:
        self._folder = folder
        self._holder = holder
        self.seen = Path(f"/proc/{holder}/root{folder}")
        """The folder as those commands see it."""

    def run(self, command: Sequence[str], cwd: Path) -> "subprocess.CompletedProcess[str]":
        """Run a command; what it says as an error stands in its output, too."""
        inside = ("nsenter", "--preserve-credentials", "-U", "-m", f"--wd={cwd}", "-t", str(self._holder))
        return subprocess.run(
            [*inside, *command],
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=300,
            check=False,
        )

    def set(self, options: str) -> None:
        """Mount the disk again with options, such as `ro`."""
        done = self.run(["mount", "-o", f"remount,{options}", str(self._folder)], cwd=self._folder.parent)
        assert done.returncode == 0, done.stdout

    def leave_free(self, size: int) -> None:
        """Have so many bytes free."""
        self.set(f"rw,size={MUCH}")
        state = os.statvfs(self.seen)
        used = (state.f_blocks - state.f_bfree) * state.f_frsize
        self.set(f"rw,size={used + size}")


@contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk]:
    """Mount a small disk on an empty folder; skip the test where the system does not let us."""
    if not (shutil.which("unshare") and shutil.which("nsenter")):
        pytest.skip("This system has no unshare and nsenter to mount a small disk with.")
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", MOUNT, str(folder)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as holder:
        assert holder.stdout is not None
        if holder.stdout.readline() != "mounted\n":
            holder.kill()
            pytest.skip("This system does not let a test mount a small disk.")
        try:
            yield SmallDisk(folder, holder.pid)
        finally:
            holder.kill()
