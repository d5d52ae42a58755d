"""Find duplicates in labelled sets of records, beside bib-dedupe, and in made records up to 100,000.

The sets are not part of this repository: `--data FOLDER` (or RESILIENCE_DEDUP) names a folder with a folder
for each set, in it `records.csv` (ID, title, author, year ...) and `groups.csv` (IDs of one work joined by
semicolons below the heading `merged_ids`), as in https://github.com/CoLRev-Environment/bib-dedupe.
bib-dedupe has a row where it is installed; it is in no lock. Scores are counted by record, as its authors
count them: of each work all records but one should go.
"""

import csv
import os
import random
import re
import resource
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from results import Result, record

from resilience.cli.dedupe_input import read_records
from resilience.duplicates import Entry, find

SIZES = (10_000, 30_000, 100_000)
MOST_MEGABYTES = 1_000
TIMES_AS_FAST = 10
ROUNDS = 3
"""Of our own, the best of which counts; bib-dedupe takes too long for more than one."""


Groups = Sequence[Sequence[str]]


class Score(NamedTuple):
    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)


def score(groups: Groups, truth: Groups) -> Score:
    """Count records that are rightly taken out, wrongly taken out, and left in."""
    out = {name for group in groups for name in sorted(group)[1:]}
    twice = {name for group in truth for name in group}
    right = wrong = missed = 0
    for group in truth:
        left = len([name for name in group if name not in out])
        wrong += left == 0
        missed += max(0, left - 1)
        right += min(len(group) - 1, len(group) - left)
    return Score(right, wrong + len(out - twice), missed)


def mixed(groups: Groups, truth: Groups) -> int:
    """Count groups that hold records of two works."""
    work = {name: number for number, group in enumerate(truth) for name in group}
    return sum(len({work.get(name, name) for name in group}) > 1 for group in groups)


def ours(records: Path) -> list[tuple[str, ...]]:
    return find(read_records(records.name, records.read_bytes())).groups


def peer() -> Callable[[Path], Groups] | None:
    """Give bib-dedupe on all cores, as it comes; None where it is not installed."""
    try:
        import pandas as pd
        from bib_dedupe import verbose_print
        from bib_dedupe.bib_dedupe import block, cluster, match, prep
    except ImportError:
        return None
    verbose_print.verbosity_level = 0
    return lambda records: cluster(match(block(prep(pd.read_csv(records)))))


def compare(folder: Path) -> None:
    """Print our row for a set, and that of bib-dedupe."""
    records, truth = folder / "records.csv", groups_of(folder)
    taken = []
    for _ in range(ROUNDS):
        groups, seconds = timed(partial(ours, records))
        taken.append(seconds)
    show(folder.name, "ours", groups, truth, min(taken))
    theirs = peer()
    if theirs is None:
        print(f"{folder.name:20} bib-dedupe is not installed, so it has no row (pip install bib-dedupe).")
        return
    mine = score(groups, truth).f1
    groups, seconds = timed(partial(theirs, records))
    show(folder.name, "bib-dedupe", groups, truth, seconds)
    their_f1 = score(groups, truth).f1
    record(
        [
            Result(
                "duplicates",
                f"F1 on the set {folder.name}",
                f"{mine:.4f}",
                f"bib-dedupe: {their_f1:.4f}",
                f"{seconds / min(taken):.0f} times as fast",
                "make bench BENCH=duplicates",
            )
        ]
    )
    print(f"{'':20} {seconds / min(taken):.0f} times as fast (target {TIMES_AS_FAST})")


def groups_of(folder: Path) -> list[list[str]]:
    with (folder / "groups.csv").open(encoding="utf-8") as lines:
        return [row["merged_ids"].split(";") for row in csv.DictReader(lines)]


def timed(work: Callable[[], Groups]) -> tuple[Groups, float]:
    started = time.perf_counter()
    return work(), time.perf_counter() - started


def show(name: str, who: str, groups: Groups, truth: Groups, seconds: float) -> None:
    found = score(groups, truth)
    print(
        f"{name:20} {who:10} {seconds:8.2f} s  F1 {found.f1:.4f}  right {found.right}  wrong {found.wrong}  "
        f"missed {found.missed}  groups of two works {mixed(groups, truth)}",
        flush=True,
    )


def made(sources: Sequence[Entry], number: int) -> Iterator[tuple[Entry, int]]:
    """Make records with the number of the work of each: two works in five have a copy or two, with noise."""
    chance = random.Random(1)
    vocabulary = sorted({word for entry in sources for word in entry.title.split()})
    for work, source in enumerate(cycle(sources)):
        entry = another(source, vocabulary, chance)
        for copy in range(chance.choice([1, 1, 1, 2, 3])):
            yield (noisy(entry, chance) if copy else entry)._replace(id=f"{work}-{copy}"), work


def another(entry: Entry, vocabulary: Sequence[str], chance: random.Random) -> Entry:
    """Make another work of the same people in the same journal: other words, place and DOI."""
    words = [chance.choice(vocabulary) if chance.random() < 0.6 else word for word in entry.title.split()]
    words += chance.choices(vocabulary, k=2)
    start = chance.randrange(1, 3000)
    return entry._replace(
        title=" ".join(words),
        year=str(chance.randrange(1990, 2025)),
        volume=str(chance.randrange(1, 120)),
        pages=f"{start}-{start + chance.randrange(4, 20)}",
        doi=f"10.1000/{chance.randrange(10**9)}" if entry.doi else "",
    )


def noisy(entry: Entry, chance: random.Random) -> Entry:
    """Write the record as another database would: a slip, capitals, initials, fields that are missing."""
    place = chance.randrange(1, max(2, len(entry.title)))
    title = entry.title[:place] + entry.title[place + 1 :]
    authors = tuple(re.sub(r"(,\s*\w)\w+", r"\1", name) for name in entry.authors)
    return entry._replace(
        title=chance.choice([title, entry.title.upper(), f"{entry.title}. [Review] [33 refs]"]),
        authors=chance.choice([authors, entry.authors]),
        number="",
        doi=chance.choice([entry.doi, ""]),
        pages=chance.choice([entry.pages, entry.pages.split("-")[0]]),
    )


def grow(data: Path, size: int) -> None:
    """Find duplicates among so many made records, and print seconds, memory and what was found."""
    sources = [
        entry
        for folder in sets(data)
        for entry in read_records("records.csv", (folder / "records.csv").read_bytes())
    ]
    rows = list(islice(made(sources, size), size))
    works: dict[int, list[str]] = {}
    for entry, work in rows:
        works.setdefault(work, []).append(entry.id)
    truth = [names for names in works.values() if len(names) > 1]
    groups, seconds = timed(lambda: find([entry for entry, _ in rows]).groups)
    show(f"{size:,} made", "ours", groups, truth, seconds)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{'':20} {1e6 * seconds / size:.0f} µs a record, {peak:.0f} MB (target {MOST_MEGABYTES})", flush=True
    )


def sets(data: Path) -> list[Path]:
    return sorted(path.parent for path in data.glob("*/groups.csv"))


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("RESILIENCE_DEDUP"))
    parser.add_argument("--made", type=int, help="only so many made records, in this process")
    given = parser.parse_args()
    if not given.data or not sets(Path(given.data)):
        print("There are no labelled sets: name their folder with --data or RESILIENCE_DEDUP.")
        return
    data = Path(given.data)
    if given.made:
        grow(data, given.made)
        return
    for folder in sets(data):
        compare(folder)
    for size in SIZES:
        # A process of its own, so that its memory is told apart.
        subprocess.run([sys.executable, __file__, "--data", data, "--made", str(size)], check=True)


if __name__ == "__main__":
    main()
