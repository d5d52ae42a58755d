"""The tables that R wrote, and how near to them our numbers must be."""

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from resilience.synthesis import Effects

FOLDER = Path(__file__).parent / "reference"

Row = dict[str, str]


@cache
def table(name: str) -> list[Row]:
    """Read a table."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@cache
def all_effects() -> dict[str, Effects]:
    """Read the effects of all sets."""
    rows = defaultdict(list)
    for row in table("effects"):
        rows[row["id"]].append((float(row["yi"]), float(row["vi"])))
    return {name: Effects.of(*zip(*pairs, strict=True)) for name, pairs in rows.items()}


def column(name: str, value: str, of: str | None = None) -> list[str]:
    """Read a column of a table, for one set where there are several."""
    return [row[value] for row in table(name) if of is None or row["id"] == of]


def compare(row: Row, result: object, names: str, within: float = 1e-9) -> None:
    """Assert that fields of a result are those of a row, in share or in size."""
    for name in names.split():
        found = getattr(result, name)
        if row[name] == "":
            assert found is None, name
        else:
            assert found == pytest.approx(float(row[name]), rel=within, abs=within), name
