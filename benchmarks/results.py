"""Keep what benchmarks measured in `results.csv`: the last figure of each, with its date and command."""

import csv
import os
from collections.abc import Iterable
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("results.csv")
ASKED = "BENCH_RECORD"
"""Set by `make bench`: a script that is run by hand prints, and changes no file."""


class Result(NamedTuple):
    """One figure, and the same of another program where there is one."""

    benchmark: str
    what: str
    figure: str
    peer: str = ""
    """The other program and its figure, or the limit that was promised."""
    ratio: str = ""
    """In words, such as `25 times as fast`."""
    command: str = ""
    date: str = ""
    note: str = ""


def read(file: Path = FILE) -> list[Result]:
    """Read all figures on record."""
    if not file.is_file():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return [Result(**row) for row in csv.DictReader(lines)]


def merged(before: Iterable[Result], new: Iterable[Result]) -> list[Result]:
    """Put new figures in the place of those of the same name, in order."""
    kept = {(one.benchmark, one.what): one for one in (*before, *new)}
    return [kept[name] for name in sorted(kept)]


def written(results: Iterable[Result]) -> str:
    """Write figures as CSV."""
    text = StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(Result._fields)
    rows.writerows(results)
    return text.getvalue()


def record(new: Iterable[Result], file: Path = FILE) -> None:
    """Keep figures of today, where `make bench` asks for it."""
    if os.environ.get(ASKED):
        today = datetime.now(UTC).date().isoformat()
        dated = [one._replace(date=one.date or today) for one in new]
        file.write_text(written(merged(read(file), dated)), "utf-8")
