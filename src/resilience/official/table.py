"""A table that is written: columns in order, cells as text."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Table:
    """Rows under columns; a cell that a row does not have is missing and stays empty."""

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]

    def empty_cells(self) -> dict[str, int]:
        """Count the cells without a value in each column that has one."""
        counts = {name: sum(not row.get(name) for row in self.rows) for name in self.columns}
        return {name: number for name, number in counts.items() if number}


def as_csv(table: Table) -> str:
    """Write a table as CSV, UTF-8 with plain line ends."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([row.get(name, "") for name in table.columns] for row in table.rows)
    return text.getvalue()


def in_order(columns: Sequence[str]) -> tuple[str, ...]:
    """Give each column once, where it first stands."""
    return tuple(dict.fromkeys(columns))
