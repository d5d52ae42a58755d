"""What is wrong with official files, collected so that one run tells all of it."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from resilience.records.english import count

MOST_LINES = 3
"""Lines shown for one kind of fault in one column; the rest are counted."""


class Fault(NamedTuple):
    """One thing to mend: where it is, what it is, and how to mend it."""

    file: str
    line: int
    """0 where the file as a whole is meant."""
    column: str
    """Empty where no column is meant."""
    what: str
    mend: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        column = f" {self.column}:" if self.column else ""
        return f"{place}{'' if column else ':'}{column} {self.what} {self.mend}"


class CannotImport(Exception):
    """Why nothing is written: every fault of the files given."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(sentences(self.faults)))


def cannot(file: str, what: str, mend: str) -> CannotImport:
    """Say one thing that is wrong with a file, or with the files together."""
    return CannotImport([Fault(file, 0, "", what, mend)])


def sentences(faults: Iterable[Fault]) -> Iterator[str]:
    """Write each fault as one line; of many alike, the first are shown and the rest counted."""
    for _, group in groupby(sorted(faults, key=_kind), key=_kind):
        alike = sorted(group, key=lambda fault: fault.line)
        yield from map(str, alike[:MOST_LINES])
        if (more := len(alike) - MOST_LINES) > 0:
            yield f"{alike[0].file} {alike[0].column}: the same on {count(more, 'more line')}."


def _kind(fault: Fault) -> tuple[str, str, str]:
    return fault.file, fault.column, fault.mend
