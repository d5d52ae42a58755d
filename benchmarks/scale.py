"""Measure how the work grows with the number of records: 1,000, 3,000 and 10,000 of them in the real shape.

Seconds are of processor time, because a busy machine changes it less than the time that passes; of whole
builds both are given. Memory is that of all processes of a build together, each shared page counted once.
The exponent is the slope of a line through the logarithms: 1 where twice the records take twice as long.
"""

import argparse
import gzip
import math
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from inspect import getmembers
from pathlib import Path

import psutil
from building import REPOSITORY, Change, build, copied
from made_records import make
from results import Result, record

from resilience.cli.check import check
from resilience.evidence import EvidenceBase
from resilience.findings import Findings
from resilience.site.search import FOLDER
from resilience.site.search.index import PAGES

SIZES = (1_000, 3_000, 10_000)
LOOK_EVERY = 2.0
"""Seconds between two looks at the memory of a build."""
CHANGE = Change(
    "one record changed",
    12,
    "evidence/studies/mead-2010-befriending-depression.yml",
    "depressive symptoms slightly",
    "depressive symptoms a little",
)
Row = dict[str, float]
UNITS = ("KB", "MB", "pages")
"""With which a measure ends that is not of seconds."""


def load(book: Path) -> EvidenceBase:
    """Read every collection."""
    base = EvidenceBase(book / "evidence")
    for name, _ in getmembers(EvidenceBase, lambda member: hasattr(member, "attrname")):
        getattr(base, name)
    return base


def rate(book: Path) -> None:
    """Rate all activities, find the size of each effect, pool all sets and draw up the gap map."""
    findings = Findings(load(book))
    for rated in findings.ratings.all().values():
        for cell in rated.cells.values():
            findings.size_of(cell)
    dict(findings.pools), findings.gap_map, findings.record_flow, findings.policy_flow


TASKS: dict[str, Callable[[Path], object]] = {
    "load": load,
    "check": lambda book: check.main([str(book / "evidence")], standalone_mode=False),
    "ratings": rate,
}


def seconds_of(task: str, book: Path) -> float:
    """Do a task in a process of its own, so that nothing is known from the last one."""
    done = subprocess.run(
        [sys.executable, __file__, "--task", task, str(book)], check=True, capture_output=True, text=True
    )
    return float(done.stdout.split()[-1])


def spent() -> float:
    """Give the processor time of this process and of those that it waited for."""
    times = psutil.Process().cpu_times()
    return times.user + times.system + times.children_user + times.children_system


def of_small_tasks(book: Path) -> Row:
    """Time what needs no build."""
    times = {task: seconds_of(task, book) for task in ("load", "check", "ratings")}
    return times | {"ratings": times["ratings"] - times["load"]}


def of_builds(book: Path) -> Row:
    """Time a clean build, and one after a word of a record was changed; look at the pages."""
    with peak_memory() as peak:
        clean = build(book)
    CHANGE.make(book)
    changed = build(book)
    pages = {
        path: len(gzip.compress(path.read_bytes(), 6)) for path in (book / "_build/html").rglob("*.html")
    }
    for path, size in sorted(pages.items(), key=lambda item: -item[1])[:12]:
        print(f"  {size / 1000:7.0f} KB {path.relative_to(book / '_build/html')}", flush=True)
    first_fetched = book / "_build/html" / FOLDER / PAGES
    return {
        "clean build": clean.processor,
        "clean build, wall time": clean.wall,
        "one record changed": changed.processor,
        "one record changed, wall time": changed.wall,
        "search index, KB": len(gzip.compress(first_fetched.read_bytes(), 6)) / 1000,
        "memory, MB": peak[0] / 1e6,
        "pages": len(pages),
        "largest page, KB": max(pages.values()) / 1000,
    }


@contextmanager
def peak_memory() -> Iterator[list[float]]:
    """Watch the memory of all processes that are started meanwhile; the list holds the most that was seen."""
    peak, over = [0.0], threading.Event()

    def look() -> None:
        while not over.wait(LOOK_EVERY):
            peak[0] = max(peak[0], sum(map(memory_of, psutil.Process().children(recursive=True))))

    watcher = threading.Thread(target=look, daemon=True)
    watcher.start()
    yield peak
    over.set()
    watcher.join()


def memory_of(process: psutil.Process) -> float:
    """Give the bytes of a process, of shared ones its part; none where it has ended."""
    try:
        return float(process.memory_full_info().pss)
    except psutil.Error:
        return 0.0


def exponent(sizes: list[int], values: list[float]) -> float:
    """Fit how a value grows with the number of records."""
    logarithms = [[math.log(max(one, 1e-9)) for one in numbers] for numbers in (sizes, values)]
    return statistics.linear_regression(*logarithms).slope


def show(rows: dict[int, Row]) -> None:
    """Print a line a measure: its value at each size, and the exponent of growth."""
    sizes = list(rows)
    print(f"{'':30}" + "".join(f"{size:>10,}" for size in sizes) + f"{'exponent':>10}")
    for name in rows[sizes[0]]:
        values = [rows[size][name] for size in sizes]
        grown = f"{exponent(sizes, values):10.2f}" if len(sizes) > 1 else ""
        print(f"{name:30}" + "".join(f"{value:10,.1f}" for value in values) + grown)


def growth(rows: dict[int, Row]) -> list[Result]:
    """Give the value of each measure at the most records, and how it grows."""
    sizes = list(rows)
    return [
        Result(
            "scale",
            f"{name}, at {sizes[-1]:,} records",
            f"{rows[sizes[-1]][name]:,.1f}{'' if name.endswith(UNITS) else ' s'}",
            note=f"exponent of growth from {sizes[0]:,} records: "
            f"{exponent(sizes, [rows[size][name] for size in sizes]):.2f}",
            command="make bench BENCH=scale",
        )
        for name in rows[sizes[-1]]
    ]


def main() -> None:
    """Print the table, or do one task and print its seconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, help="numbers of records")
    parser.add_argument("--no-builds", action="store_true", help="only load, check and rate")
    parser.add_argument("--task", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.task:
        before = spent()
        TASKS[asked.task[0]](Path(asked.task[1]))
        print(spent() - before)
        return
    rows = {}
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as folder:
            book = copied(REPOSITORY, Path(folder) / "book")
            shutil.rmtree(book / "evidence")
            make(REPOSITORY / "evidence", book / "evidence", size)
            rows[size] = of_small_tasks(book) | ({} if asked.no_builds else of_builds(book))
        show({size: rows[size]})
    show(rows)
    if not asked.no_builds and len(rows) > 1:
        record(growth(rows))


if __name__ == "__main__":
    main()
