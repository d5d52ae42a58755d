"""Kill builds of the small book at random moments, undo the change, build again, compare with a clean build.

`python -m benchmarks.interrupted [--kills 30] [--seed 1]`, in the repository. Each build that is killed
follows a change, or begins from nothing. After the kill, what is published must be whole, of the state before
the change or after it; after the next build it must be byte for byte what a clean build writes.
"""

import argparse
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from benchmarks import forked

SITE = "_build/html"
LOG = "build.log"
PHASES = {
    "dumping object inventory": "last files",
    "preparing documents": "writing",
    "pickling environment": "end of reading",
    "reading sources": "reading",
    "read ": "notebooks and reading",
    "updating environment": "finding what is old",
}
"""What the log says, the last phase first."""
NOTEBOOK = """---
file_format: mystnb
orphan: true
asks: [findings.counts.studies]
---
# Counted

```{code-cell}
from resilience.asks import ask
print("studies:", ask("findings.counts.studies"))
```
"""
SETTINGS = 'nb_execution_mode = "cache"\nresilience_common_inputs = []\n'
STUDY = "evidence/studies/mead-2010-befriending-depression.yml"
"""One that the small book of the tests has, too."""


class Change(NamedTuple):
    """A change of the book, made before a build that is killed."""

    name: str
    file: str
    change: Callable[[str], str | None]
    """From the text of the file to another; to None where the file goes."""


CHANGES = (
    Change(
        "a label",
        "evidence/taxonomy.yml",
        lambda text: text.replace("label: Befriending", "label: BefriendingX"),
    ),
    Change("a number", STUDY, lambda text: text.replace("value: -0.27", "value: -0.29")),
    Change("a sentence", "index.md", lambda text: f"{text}\nThis is new.\n"),
    Change("a record less", "evidence/studies/howel-2019-do-well.yml", lambda text: None),
    Change("nothing built", "index.md", lambda text: text),
)


class Trial(NamedTuple):
    """What came of one kill."""

    change: str
    phase: str
    """Where the build was; empty where it had ended before the kill."""
    seconds: float
    """Until the kill."""
    published: bool
    """Whether what was published after the kill was whole."""
    differing: list[str]
    """Files that are not as a clean build writes them after the next one."""


def add_notebook(book: Path) -> None:
    """Have the book run a notebook, so that builds have that phase, too."""
    (book / "counted.md").write_text(NOTEBOOK, "utf-8")
    with (book / "conf.py").open("a", encoding="utf-8") as settings:
        settings.write(SETTINGS)


def build(book: Path, seconds: float | None = None) -> bool:
    """Build, and after so many seconds kill the build with all that it started; say whether it had ended."""
    code = forked.build(book, book / LOG, seconds)
    was_killed = seconds is not None and code == -signal.SIGKILL
    if code and not was_killed:
        sys.exit((book / LOG).read_text("utf-8"))
    return not was_killed


def files(book: Path) -> dict[str, bytes]:
    """Give all that is published, by name."""
    site = book / SITE
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


@contextmanager
def changed(book: Path, change: Change) -> Iterator[None]:
    """Change the book, and undo it."""
    path = book / change.file
    before = path.read_text("utf-8")
    after = change.change(before)
    if after is None:
        path.unlink()
    else:
        path.write_text(after, "utf-8")
    try:
        yield
    finally:
        path.write_text(before, "utf-8")


class Whole(NamedTuple):
    """A build after a change that nobody stopped: its seconds, and what it published."""

    seconds: float
    files: dict[str, bytes]


def whole_build(book: Path, change: Change) -> Whole:
    """Build after a change, and leave the book as it was, built."""
    with changed(book, change):
        _forget(book, change)
        started = time.monotonic()
        build(book)
        whole = Whole(time.monotonic() - started, files(book))
    build(book)
    return whole


def trial(book: Path, change: Change, seconds: float, clean: dict[str, bytes], whole: Whole) -> Trial:
    """Kill a build after a change, undo the change and build again."""
    with changed(book, change):
        _forget(book, change)
        before = files(book)
        ended = build(book, seconds)
        phase = "" if ended else _phase((book / LOG).read_text("utf-8", "replace"))
        published = files(book) in (before, whole.files)
    build(book)
    after = files(book)
    differing = sorted(name for name in {*after, *clean} if after.get(name) != clean.get(name))
    return Trial(change.name, phase, seconds, published, differing)


def _forget(book: Path, change: Change) -> None:
    if change.name == "nothing built":
        shutil.rmtree(book / "_build")


def _phase(log: str) -> str:
    return next((phase for said, phase in PHASES.items() if said in log), "start")


def trials(book: Path, kills: int, seed: int, changes: Sequence[Change] = CHANGES) -> Iterator[Trial]:
    """Kill so many builds of a book, each at a moment that chance chooses."""
    chance = random.Random(seed)
    build(book)
    clean = files(book)
    wholes = {change.name: whole_build(book, change) for change in changes}
    for number in range(kills):
        change = changes[number % len(changes)]
        whole = wholes[change.name]
        yield trial(book, change, chance.uniform(0, whole.seconds), clean, whole)


def report(found: Sequence[Trial]) -> str:
    """Count kills and differences."""
    killed = [one for one in found if one.phase]
    wrong = [one for one in found if one.differing or not one.published]
    return f"{len(killed)} of {len(found)} killed before their end; {len(wrong)} left something wrong"


def main() -> None:
    """Print a line a kill."""
    from tests.golden.book import write_book

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        book = write_book(Path(folder) / "book")
        add_notebook(book)
        found = []
        for one in trials(book, given.kills, given.seed):
            found.append(one)
            wrong = ", ".join(one.differing[:3]) or (
                "" if one.published else "what was published was not whole"
            )
            print(
                f"{one.change:14} {one.seconds:5.1f} s  {one.phase or 'ended':22} {wrong or 'right'}",
                flush=True,
            )
        print(report(found))


if __name__ == "__main__":
    main()
