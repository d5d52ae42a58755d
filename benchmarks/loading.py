"""Time loading all evidence, building all frames and checking everything, each in a process of its own."""

import inspect
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from resilience.checks import check
from resilience.evidence import EvidenceBase, load
from resilience.findings import Findings, frames

REPOSITORY = Path(__file__).parents[1]


def load_all() -> EvidenceBase:
    """Read every collection."""
    base = load(REPOSITORY)
    for name, _ in inspect.getmembers(EvidenceBase, lambda member: hasattr(member, "attrname")):
        getattr(base, name)
    return base


def build_frames() -> None:
    """Read what the frames of records need, and build them."""
    findings = Findings(load(REPOSITORY))
    for name, build in inspect.getmembers(frames, inspect.isfunction):
        if name.endswith("_frame") and list(inspect.signature(build).parameters) == ["findings"]:
            build(findings)


def check_all() -> None:
    """Run all rules over all files."""
    check(REPOSITORY / "evidence")


TASKS: dict[str, Callable[[], object]] = {
    "imports alone": lambda: None,
    "load all": load_all,
    "build frames": build_frames,
    "check all": check_all,
}


def main() -> None:
    """Print the table, or do one task and print its row."""
    if len(sys.argv) == 1:
        for name in TASKS:
            subprocess.run([sys.executable, __file__, name], check=True)
        return
    name = sys.argv[1]
    started = time.perf_counter()
    TASKS[name]()
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:20} {seconds:6.2f} s {peak:6.0f} MB")


if __name__ == "__main__":
    main()
