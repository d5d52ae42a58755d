"""The places most like each place of a nation, all at once, while the book is built.

The same as `comparison.compare` with nothing chosen, which a test holds; numpy only makes it quick.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from resilience.places.comparison import SHOWN, Choice, Comparison, Match, compare
from resilience.places.nation import NationTable, apart

Numbers = NDArray[np.float64]


def alike(table: NationTable) -> dict[str, tuple[Match, ...]]:
    """Give the places of other councils that are most like each place, nearest first, by its code.

    None for a place that lacks a figure of the usual set, or where too few are left to choose from.
    """
    keys = apart(table.figures)
    columns = [np.array(table.columns[key], dtype=np.float64) for key in keys]
    spreads = [table.spread(key) for key in keys]
    whole = np.isfinite(np.sum(columns, axis=0))
    free = whole & ~np.isin(table.codes, list(table.programme))
    councils = np.array(table.councils)
    found: dict[str, tuple[Match, ...]] = {}
    for row, code in enumerate(table.codes):
        if not whole[row]:
            found[code] = ()
            continue
        allowed = free & (councils != councils[row])
        allowed[[table.row[other] for other in table.neighbours.get(code, ())]] = False
        found[code] = _nearest(table, np.flatnonzero(allowed), _distances(columns, spreads, row))
    return found


def _distances(columns: list[Numbers], spreads: list[float], row: int) -> Numbers:
    """Add up figure by figure, as the plain sum does, so that not a bit differs."""
    total = np.zeros(len(columns[0]))
    for column, spread in zip(columns, spreads, strict=True):
        off = (column - column[row]) / spread
        total += off * off
    return np.sqrt(total)


def _nearest(table: NationTable, allowed: NDArray[np.intp], distances: Numbers) -> tuple[Match, ...]:
    if len(allowed) < SHOWN:
        return ()
    to_each = distances[allowed]
    near = np.flatnonzero(to_each <= np.partition(to_each, SHOWN - 1)[SHOWN - 1])
    # Rows are in the order of codes, and what is equal keeps it.
    order = near[np.argsort(to_each[near], kind="stable")][:SHOWN]
    return tuple(Match(table.codes[allowed[one]], float(to_each[one])) for one in order)


def alike_by_code(tables: Iterable[NationTable]) -> dict[str, list[tuple[str, str, str, float]]]:
    """Give the same for all nations, ready to be shown: code, name, name of the council, and distance."""
    return {
        code: [
            (one.code, table.name_of(one.code), table.council_of(one.code), round(one.distance, 2))
            for one in matches
        ]
        for table in tables
        for code, matches in alike(table).items()
    }


def like_neighbourhoods(tables: Iterable[NationTable]) -> dict[str, Comparison]:
    """Give the places most like each neighbourhood of the programme on the usual figures, by its slug."""
    return {
        slug: compare(table, place, Choice(apart(table.figures)))
        for table in tables
        for slug, place in table.neighbourhoods.items()
    }
