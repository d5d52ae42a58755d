"""The rules by which a place is told in three sentences and five figures; the words stand in a template.

All rest on the share of places of the same nation that are better off, 100 for the worst off.
"""

from collections.abc import Sequence

from resilience.records.place_figures import INDEX, RANKS, SCORE, PlaceFigure

DEPRIVED = ((90.0, "most"), (50.0, "more"), (10.0, "less"), (0.0, "least"))
"""From which share of places that are less deprived a place is called how."""
AMONG_WORST, AMONG_BEST = 100 * 2 / 3, 100 / 3
"""A figure stands out as bad in the worst third of places, as good in the best third."""
NAMED = 2
"""How many figures a sentence names."""
FIRST = (
    "index",
    "income",
    "employment",
    "health",
    "fuel_poverty",
    "no_central_heating",
    "unfit_homes",
    "housing",
)
"""The figures that stand open, as far as a nation has them: always the same, so that places compare."""
OPEN = 5
MIDDLE = 50
NO_QUANTITY = (SCORE, *RANKS)
"""Units whose steps are not alike, so that a value says little by itself."""

Shares = Sequence[float | None]


def deprived(figures: Sequence[PlaceFigure], better: Shares) -> str | None:
    """Say in which band of its nation a place lies by the index; None where that is not known."""
    by_key = dict(zip((one.key for one in figures), better, strict=True))
    share = by_key.get(INDEX)
    return None if share is None else next(band for least, band in DEPRIVED if share >= least)


def stands_out(figures: Sequence[PlaceFigure], better: Shares) -> tuple[list[int], list[int]]:
    """Give the places in `figures` of those that are worst, and of those that are better than in most places.

    The index is left out, and so is a figure that is counted in one that is named, or counts it.
    """
    known = [
        (share, place)
        for place, (one, share) in enumerate(zip(figures, better, strict=True))
        if share is not None and one.key != INDEX
    ]
    worst = sorted((one for one in known if one[0] >= AMONG_WORST), key=lambda one: (-one[0], one[1]))
    best = sorted(one for one in known if one[0] <= AMONG_BEST)
    return _apart(figures, worst), _apart(figures, best)


def _apart(figures: Sequence[PlaceFigure], ranked: Sequence[tuple[float, int]]) -> list[int]:
    kept: list[int] = []
    for _, place in ranked:
        if len(kept) == NAMED:
            break
        one = figures[place]
        if all(one.part_of != figures[other].key and figures[other].part_of != one.key for other in kept):
            kept.append(place)
    return kept


def first_figures(figures: Sequence[PlaceFigure]) -> list[int]:
    """Give the places in `figures` of those that stand open."""
    keys = [one.key for one in figures]
    return [keys.index(key) for key in FIRST if key in keys][:OPEN]


def tells_most(figures: Sequence[PlaceFigure], better: Shares, can_tell: Sequence[bool]) -> int | None:
    """Give the place in `figures` of the one furthest from the middle of its nation; the first of equals.

    `can_tell` says which are known for place, council and nation, and differ. Scores and ranks are no
    quantities, so one of them is taken only where nothing else is known.
    """
    known = [
        (one.unit in NO_QUANTITY, -abs(share - MIDDLE), place)
        for place, (one, share, tells) in enumerate(zip(figures, better, can_tell, strict=True))
        if share is not None and tells
    ]
    return min(known)[2] if known else None
