"""Put one fault at a time into a copy of the code, run the nearest tests, and name the faults that they miss.

    python benchmarks/mutation.py                    all faults of faults.yml; it takes an hour
    python benchmarks/mutation.py --only pages cli   those of some rooms
    python benchmarks/mutation.py --slice 1/4        every fourth, from the first on

The nearest tests are those of the file, those of its room, and the golden pages.
The first that fail are enough.
Scripts run in a browser: the one that CHROME names, or one on PATH.
Ends with 1 where more than three faults live.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml
from results import Result, record

ROOT = Path(__file__).parents[1]
CODE = Path("src/resilience")
FAULTS = Path(__file__).with_name("faults.yml")
MOST_SURVIVORS = 3
LEFT_OUT = shutil.ignore_patterns("_build", "node_modules", "__pycache__", ".*")
WRITTEN = {".py", ".js", ".html", ".jinja", ".css", ".md"}
PAGES = ["tests/golden/test_pages.py"]
SCRIPTS = [f"tests/golden/test_{name}.py" for name in ("scripts", "explorers", "search")]


class Fault(NamedTuple):
    """A room, a piece of code that stands once in it, and the fault in its place."""

    room: str
    old: str
    new: str


def main() -> int:
    """Try the faults that were asked for, and sum up by room."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    asked.add_argument("--only", nargs="*", help="rooms")
    asked.add_argument("--slice", default="1/1", help="such as 2/4")
    options = asked.parse_args()
    first, step = map(int, options.slice.split("/"))
    faults = [Fault(**one) for one in yaml.safe_load(FAULTS.read_text("utf-8"))]
    places = {fault: place_of(fault) for fault in faults}
    chosen = [one for one in faults if not options.only or one.room in options.only][first - 1 :: step]
    lived = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
        for fault in chosen:
            caught = next(
                (one for one in nearest(places[fault]) if fails(copy, places[fault], fault, one)), None
            )
            print(f"{'caught' if caught else 'LIVED ':7} {fault.room:10} {places[fault]}", flush=True)
            lived += [] if caught else [fault]
    _sum_up(chosen, lived)
    if chosen == faults:
        record([survivors(len(lived), len(chosen))])
    return int(len(lived) > MOST_SURVIVORS)


def survivors(lived: int, tried: int) -> Result:
    """Give the faults that lived beside the most that may."""
    return Result(
        "mutation survivors",
        f"Faults of {tried} that no test noticed",
        str(lived),
        f"limit: {MOST_SURVIVORS}",
        f"{100 * lived / tried:.1f} of 100 faults",
        "make bench BENCH=mutation-survivors",
    )


def place_of(fault: Fault) -> Path:
    """Find the one file in which the code of a fault stands, once."""
    found = {
        path.relative_to(ROOT): text.count(fault.old)
        for path in sorted((ROOT / CODE).rglob("*"))
        if path.suffix in WRITTEN and fault.old in (text := path.read_text("utf-8"))
    }
    if list(found.values()) != [1] or fault.old == fault.new:
        where = ", ".join(map(str, found)) or "nowhere"
        raise SystemExit(
            f"faults.yml: write this fault anew, its code must stand once: {fault.old!r} ({where})"
        )
    return next(iter(found))


def nearest(path: Path) -> Iterator[list[str]]:
    """Name the tests of a file, of its room, and the golden pages; these go first for what the site does."""
    if path.suffix == ".js":
        yield SCRIPTS
        return
    inner = path.relative_to(CODE)
    is_site = inner.parts[0] == "site"
    own = Path("tests") / inner.parent / f"test_{inner.stem}.py"
    if (ROOT / own).exists():
        yield [str(own)]
    # The tests of the whole site take long, and build books of their own.
    rooms = [one for one in own.parents if (ROOT / one).is_dir() and len(one.parts) > 1 + is_site]
    room = [str(rooms[0])] if rooms else []
    for tests in (PAGES, room, SCRIPTS) if is_site else (room, PAGES):
        if tests:
            yield tests


def fails(copy: Path, path: Path, fault: Fault, tests: Sequence[str]) -> bool:
    """Say whether some tests fail with the fault in the code."""
    before = (copy / path).read_text("utf-8")
    (copy / path).write_text(before.replace(fault.old, fault.new), "utf-8")
    # Compiled code of the same second and size would pass for that of the fault.
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    marked = [] if tests == SCRIPTS else ["-m", "not browser"]
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *marked, *tests]
    try:
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    finally:
        (copy / path).write_text(before, "utf-8")
    # 2 stands for code that can't even be imported, 5 for a file of browser tests alone.
    if done.returncode not in (0, 1, 2, 5):
        raise SystemExit(f"{' '.join(command)} could not run:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.returncode in (1, 2)


def _sum_up(chosen: Sequence[Fault], lived: Sequence[Fault]) -> None:
    of, missed = Counter(one.room for one in chosen), Counter(one.room for one in lived)
    print()
    for room, number in of.items():
        print(f"{room:10} {number - missed[room]} of {number} caught")
    for one in lived:
        print(f"lived in {one.room}: {one.old!r} -> {one.new!r}")
    print(f"{len(lived)} of {len(chosen)} faults lived.")


if __name__ == "__main__":
    raise SystemExit(main())
