"""Time builds of the site after one change each, in a copy of this repository and of an older one beside it.

What is printed is processor time, of the build and of all that it started, because a busy machine changes it
less than the time that passes.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from results import Result, record

REPOSITORY = Path(__file__).parents[1]
SOURCES = (
    "_config.yml",
    "_toc.yml",
    "index.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Makefile",
    "book",
    "notebooks",
    "evidence",
    "live",
    "requirements",
    "src",
)
COMMAND = (str(Path(sys.executable).parent / "jupyter-book"), "build", ".", "-n", "-W", "--keep-going")
RAN = "ran notebooks/"


class Change(NamedTuple):
    """An edit of one file, and the seconds of processor time that the build after it should take."""

    name: str
    target: float
    file: str = ""
    old: str = ""
    new: str = ""

    def make(self, book: Path) -> None:
        """Edit the file; nothing is changed where none is named."""
        if self.file:
            path = book / self.file
            text = path.read_text("utf-8")
            if self.old not in text:
                sys.exit(f"{self.file} has no '{self.old}' any more: choose another edit in {__file__}")
            path.write_text(text.replace(self.old, self.new, 1), "utf-8")


STUDY = "evidence/studies/mead-2010-befriending-depression.yml"
POLICY = "evidence/policies/aberdeen-heat-and-power-2002.yml"
PLACE = "evidence/neighbourhoods/central-southport.yml"
CHANGES = (
    Change("nothing", 2.5),
    Change("a sentence of prose", 4, "book/methods/limits.md", "\n## What", "\nThis is new.\n\n## What"),
    Change("a word of a study", 6, STUDY, "depressive symptoms slightly", "depressive symptoms a little"),
    Change("a study's direction", 10, STUDY, "direction: benefit", "direction: mixed"),
    Change("a word of a policy", 6, POLICY, "Not-for-profit", "Local"),
    Change("a word of a neighbourhood", 6, PLACE, "Victorian", "old"),
    Change("a year in references.bib", 10, "evidence/references.bib", "year = {2006}", "year = {2007}"),
    Change("a term in taxonomy.yml", 25, "evidence/taxonomy.yml", "terms:\n", "terms:\n      - flower bed\n"),
)


class Built(NamedTuple):
    """What a build took in seconds, and how many notebooks it ran."""

    processor: float
    wall: float
    ran: int


def build(book: Path) -> Built:
    """Build once with the code of the copy; end where that fails."""
    before, started = _used(), time.perf_counter()
    # Compiled modules are kept, as they are for whoever works on the book.
    environment = os.environ | {"PYTHONPATH": str(book / "src"), "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(COMMAND, cwd=book, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return Built(_used() - before, time.perf_counter() - started, done.stdout.count(RAN))


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def copied(tree: Path, book: Path) -> Path:
    """Copy what a build needs; what an earlier one left behind stays where it is."""
    for name in SOURCES:
        source = tree / name
        if source.is_dir():
            shutil.copytree(source, book / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            book.mkdir(exist_ok=True)
            shutil.copy2(source, book / name)
    return book


def row(name: str, target: str, found: Sequence[Built], seconds: Sequence[float]) -> None:
    """Print a line: the seconds of each tree, how many times faster the new one is, and what ran."""
    ratio = f"{seconds[0] / seconds[1]:.1f}" if len(seconds) > 1 else ""
    ran = ", ".join(str(built.ran) for built in found)
    print(f"{name:32}{target:>7}", *(f"{one:8.1f}" for one in seconds), f"{ratio:>6}  {ran}", flush=True)


def took(what: str, built: Built, target: float | None = None) -> Result:
    """Give the processor time of a build beside what it should take."""
    return Result(
        "build",
        what,
        f"{built.processor:.1f} s",
        f"target: {target:g} s" if target else "",
        f"{built.processor / target:.2f} of the target" if target else "",
        "make bench BENCH=build",
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--old", type=Path, help="a checkout of an older state, to build beside this one")
    old: Path | None = parser.parse_args().old
    trees = {"old": old, "new": REPOSITORY} if old else {"new": REPOSITORY}
    with tempfile.TemporaryDirectory() as folder:
        books = [copied(tree.resolve(), Path(folder) / name) for name, tree in trees.items()]
        heads = " ".join(f"{name:>8}" for name in trees)
        print(f"{'seconds of processor time after':32}{'target':>7} {heads} {'ratio':>6}  notebooks run")
        clean = [build(book) for book in books]
        record([took("Clean build", clean[-1])])
        row("clean build", "", clean, [built.processor for built in clean])
        row("clean build, wall time", "", clean, [built.wall for built in clean])
        for change in CHANGES:
            found = []
            for book in books:
                change.make(book)
                found.append(build(book))
            row(change.name, f"{change.target:g}", found, [built.processor for built in found])
            record([took(f"Build after a change: {change.name}", found[-1], change.target)])
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"peak memory of the largest process: {peak:.0f} MB")


if __name__ == "__main__":
    main()
