"""Run benchmarks, keep what they measured, and write the page of them (`make bench`).

    python benchmarks/bench.py                    all, which takes hours on a quiet machine
    python benchmarks/bench.py synthesis weight   these
    python benchmarks/bench.py --page             none: only the page is written anew

What lacks its data or a program says so, and the page keeps the last figure with its date.
"""

import argparse
import csv
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from results import ASKED, Result, read, record

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "book/methods/benchmarks.md"
TEMPLATE = "benchmarks.md.jinja"
MEASURED = ROOT / "evidence/learnt/measured.csv"
KEPT_APART = {"texts": "kept apart", "corpus": "all"}
OURS = "blind"
PEER = ", blind"


class Benchmark(NamedTuple):
    """What is measured, by which script with which words; without a script, from what is on record."""

    name: str
    command: tuple[str, ...] = ()


BENCHMARKS = (
    Benchmark("matching"),
    Benchmark("duplicates", ("benchmarks/dedupe.py",)),
    Benchmark("synthesis", ("benchmarks/synthesis.py",)),
    Benchmark("build", ("benchmarks/building.py",)),
    Benchmark("scale", ("benchmarks/scale.py",)),
    Benchmark("weight", ("benchmarks/weights.py",)),
    Benchmark("false alarms", ("benchmarks/false_alarms.py",)),
    Benchmark("mutation survivors", ("benchmarks/mutation.py",)),
)


def matching(rows: Iterable[dict[str, str]]) -> list[Result]:
    """Set the matcher beside programs that learnt as it did, on texts that were kept apart."""
    asked = [row for row in rows if KEPT_APART.items() <= row.items()]
    ours = next(row for row in asked if row["way"] == OURS)
    return [
        Result(
            "matching",
            f"F1 of the first type on {ours['n']} texts that were kept apart, beside {peer}",
            ours["micro_f1"],
            f"{peer}: {row['micro_f1']}",
            f"{float(ours['micro_f1']) / float(row['micro_f1']):.2f} times the F1",
            "benchmarks/matching.py -o evidence/learnt/measured.csv --set 'kept apart'",
            row["measured"],
            f"95% interval of ours: {ours['micro_f1_low']} to {ours['micro_f1_high']}",
        )
        for row in asked
        if (peer := row["way"].removesuffix(PEER)) != row["way"]
    ]


def run(benchmark: Benchmark) -> bool:
    """Run a benchmark; say whether it kept a figure."""
    if not benchmark.command:
        with MEASURED.open(encoding="utf-8", newline="") as lines:
            record(matching(csv.DictReader(lines)))
        return True
    before = read()
    print(f"{benchmark.name}: {' '.join(benchmark.command)}", flush=True)
    subprocess.run([sys.executable, *benchmark.command], cwd=ROOT, check=False)
    return read() != before


def page(results: Iterable[Result]) -> str:
    """Write the page: a section a benchmark, with its figures or that it has none."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    found: dict[str, list[Result]] = {one.name: [] for one in BENCHMARKS}
    for result in results:
        found[result.benchmark].append(Result(*(text.replace("|", "\\|") for text in result)))
    return environment.get_template(TEMPLATE).render(found=found)


def main() -> None:
    """Run what was asked for, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    # A name of two words would be two at a prompt.
    names = {one.name.replace(" ", "-"): one for one in BENCHMARKS}
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(names))
    parser.add_argument("--page", action="store_true", help="run nothing")
    given = parser.parse_args()
    if unknown := set(given.names) - set(names):
        sys.exit(f"There is no benchmark {', '.join(sorted(unknown))}. There are {', '.join(names)}.")
    os.environ[ASKED] = "1"
    for name in () if given.page else given.names or names:
        if not run(names[name]):
            print(f"{name}: nothing new was measured; the page keeps what it says.", flush=True)
    PAGE.write_text(page(read()), "utf-8")
    print(f"{PAGE.relative_to(ROOT)} is written. Next: commit it with benchmarks/results.csv")


if __name__ == "__main__":
    main()
