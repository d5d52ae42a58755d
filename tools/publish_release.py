"""Publish a packed edition as a release of the repository, through `gh`; the tag is the edition's name.

It takes what another job of the same run packed, so that nothing that was installed runs beside a token that
writes.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from edition import ROOT, EditionError, named

NOTES = "notes.md"


def publish(root: Path, variables: Mapping[str, str]) -> str:
    """Publish the edition that is named, and give the address of its page; raises EditionError."""
    name = named(root)
    if _gh("release", "view", name).returncode == 0:
        raise EditionError(
            f"The edition {name} is published already. Run `make edition` for a newer one, and merge it."
        )
    with TemporaryDirectory() as folder:
        _done("run", "download", variables["GITHUB_RUN_ID"], "--name", "release", "--dir", folder)
        files = sorted(str(path) for path in Path(folder).iterdir() if path.name != NOTES)
        told = ("--title", f"Edition {name}", "--notes-file", f"{folder}/{NOTES}")
        return _done("release", "create", name, *files, *told, "--target", variables["GITHUB_SHA"]).strip()


def _done(*words: str) -> str:
    done = _gh(*words)
    if done.returncode:
        raise EditionError(f"gh {' '.join(words[:2])} failed: {done.stderr.strip()}")
    return done.stdout


def _gh(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["gh", *words], capture_output=True, text=True, check=False)


if __name__ == "__main__":
    try:
        print(publish(ROOT, os.environ))
    except EditionError as error:
        sys.exit(str(error))
