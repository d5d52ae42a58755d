"""The evidence as it was in a revision of the repository, or in another folder."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from resilience.evidence.base import EvidenceBase
from resilience.evidence.errors import EvidenceError
from resilience.evidence.git_log import unpack
from resilience.evidence.opening import load


@contextmanager
def evidence_at(base: EvidenceBase, state: str) -> Iterator[EvidenceBase]:
    """Open another state of some evidence: a folder, or a revision of its git repository.

    A revision is unpacked into a folder that is gone afterwards. Raises EvidenceError where there is neither.
    """
    if Path(state).is_dir():
        yield load(Path(state))
        return
    with TemporaryDirectory() as folder:
        _unpack(base.folder, state, Path(folder))
        yield load(Path(folder))


BRANCHES = ("upstream/main", "origin/main", "main")
"""Where a change is meant to go; the first of them that there is."""


def where_it_left_main(folder: Path) -> str:
    """Give the revision at which the branch of a folder left main.

    Raises EvidenceError where there is no such branch, or no repository.
    """
    for branch in BRANCHES:
        command = ["git", "-C", str(folder), "merge-base", "HEAD", branch]
        try:
            return subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            continue
    raise EvidenceError("There is no branch main to compare with. Name a revision or a folder.")


def _unpack(folder: Path, revision: str, into: Path) -> None:
    try:
        unpack(folder, revision, into / "evidence")
    except (OSError, subprocess.CalledProcessError) as error:
        told = getattr(error, "stderr", b"") or b""
        reason = told.decode(errors="replace").strip() or str(error)
        raise EvidenceError(
            f"{revision} is no folder, and no revision that git can read: {reason}"
        ) from error
