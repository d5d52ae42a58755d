"""What an import did, in a few lines: what was read, carried, not joined, and left empty."""

from collections.abc import Iterator

from resilience.official.carry import MADE_OF_WHOLE, Carried
from resilience.official.fuel_poverty import FIRST_LILEE_YEAR
from resilience.official.joined import Joined
from resilience.official.run import Imported
from resilience.official.sources import Areas
from resilience.official.tables import NEIGHBOURHOOD


def report(done: Imported) -> Iterator[str]:
    """Give the lines of the report."""
    joined, table = done.joined, done.table
    carried = {one.areas.file for one in joined.carried}
    rows = "wards" if done.wanted.by == "ward" else f"LSOAs of {joined.vintage}"
    yield f"Table: {len(table.rows):,} {rows}, {len(table.columns)} columns."
    for one in joined.figures:
        if one.file not in carried:
            yield f"{one.file}: {one.edition}, LSOAs of {one.vintage}: {len(one.by_code):,}."
        yield from _of_another_measure(one)
    for moved in joined.carried:
        yield from _carried(moved)
    yield from _not_joined(joined, done.wanted.by == "ward")
    empty = {name: number for name, number in table.empty_cells().items() if name != NEIGHBOURHOOD}
    if empty:
        cells = ", ".join(f"{name} {number:,}" for name, number in empty.items())
        yield f"Cells left empty, for nothing is known: {cells}."


def _of_another_measure(one: Areas) -> Iterator[str]:
    for figure in one.figures:
        start, _, year = figure.column.rpartition("_")
        if start == "fuel_poor_households" and int(year) < FIRST_LILEE_YEAR:
            yield (
                f"{one.file}: fuel poverty of {year} is by the measure 'low income, high costs'. "
                f"Do not compare it with {FIRST_LILEE_YEAR} or later."
            )


def _carried(moved: Carried) -> Iterator[str]:
    areas = moved.areas
    change = "split" if MADE_OF_WHOLE[areas.vintage] == "S" else "merged"
    yield f"{areas.file}: {areas.edition}, LSOAs of {moved.from_vintage} carried to those of {areas.vintage}."
    yield f"- {moved.unchanged:,} unchanged."
    yield (
        f"- {moved.put_together:,} {change} and put together from whole LSOAs: counts are sums, "
        "scores and percentages are weighted by population, ranks and deciles stay empty."
    )
    yield f"- {moved.left_empty:,} left empty: parts of an LSOA, an irregular change, or a part not given."
    if moved.not_in_lookup:
        yield f"- {moved.not_in_lookup:,} LSOAs of the file are not in the exact-fit look-up: left out."


def _not_joined(joined: Joined, by_ward: bool) -> Iterator[str]:
    for one in joined.figures:
        if lacking := len(joined.codes - one.by_code.keys()):
            yield f"{one.file}: has no row for {lacking:,} LSOAs of the table."
    if joined.wards and (outside := len(joined.codes - joined.wards.by_code.keys())):
        then = "they were left out" if by_ward else "their wards are empty"
        yield f"{joined.wards.file}: does not have {outside:,} LSOAs; {then}."
