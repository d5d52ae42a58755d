"""Comparison areas: the places of a nation that are most like a place on chosen figures.

Each figure is put on one scale by its standard deviation over all places of the nation, and places are
ordered by Euclidean or by Mahalanobis distance. Balance is told as standardised differences: Stuart EA.
Matching methods for causal inference: a review and a look forward. Stat Sci 2010;25:1-21.
Standard library only: this runs in the reader's browser.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from resilience.places.likeness import (
    Matrix,
    Singular,
    Vector,
    correlation_of,
    covariance_of,
    mahalanobis,
    straight,
)
from resilience.places.nation import NationTable, Weighted

SHOWN = 5
"""How many places are given."""
MOVES_WITH = 0.8
"""From which correlation on figures are said to tell much the same."""


class CannotMatch(ValueError):
    """Why no comparison can be made, in a sentence."""


@dataclass(frozen=True)
class Choice:
    """What a comparison goes by."""

    figures: tuple[str, ...]
    own_council: bool = False
    """Whether places of the same council may be chosen; what a council does reaches them too."""
    by_covariance: bool = False
    """Whether distance is Mahalanobis, which counts what figures share once."""


@dataclass(frozen=True)
class Match:
    """A place that is like the one asked for, and how far it is on the common scale; 0 is the same."""

    code: str
    distance: float


@dataclass(frozen=True)
class Balance:
    """How far the place is from others on one figure, in standard deviations of all places of the nation."""

    figure: str
    place: float
    candidates: float
    matches: float
    before: float
    """Place less the mean of all that might have been chosen."""
    after: float
    """Place less the mean of those that were."""
    at_best: float
    """The same for those that come nearest to it on this figure alone; 0 where some reach it."""


@dataclass(frozen=True)
class Doubled:
    """A figure that is left out because others that are asked for are parts of it."""

    whole: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """The places most like a place, nearest first, with the balance before and after."""

    matches: tuple[Match, ...]
    balance: tuple[Balance, ...]
    doubled: tuple[Doubled, ...]
    lacking: tuple[str, ...]
    """Figures asked for that the place itself has not."""
    moving: tuple[tuple[str, ...], ...]
    """Sets of figures that tell much the same: each goes with another of its set by MOVES_WITH or more."""
    candidates: int
    without_figures: int
    """Places that could not be chosen because a figure is missing."""
    bordering: int
    """Places that were left out because they border."""
    unseen: tuple[str, ...]
    """Codes of the place and its matches whose borders nobody saw, so that they may border all the same."""


def compare(table: NationTable, place: Weighted, choice: Choice, number: int = SHOWN) -> Comparison:
    """Find the places most like a place: one code or several, each with its weight.

    Those of the programme and those that border are never chosen. What is equally far comes in the order of
    codes. Raises CannotMatch with a sentence.
    """
    asked = tuple(sorted(place.items())), choice, number
    if asked not in table.worked_out:
        table.worked_out[asked] = _compare(table, place, choice, number)
    found: Comparison = table.worked_out[asked]
    return found


def _compare(table: NationTable, place: Weighted, choice: Choice, number: int) -> Comparison:
    if not place or any(code not in table.row for code in place):
        raise CannotMatch(f"The place is not among those on record for {table.nation}.")
    asked = [key for key in table.known if key in choice.figures]
    doubled = tuple(_doubled(table, asked))
    wholes = {one.whole for one in doubled}
    aims = {key: table.mean_of(key, place) for key in asked if key not in wholes}
    aim = {key: value for key, value in aims.items() if value is not None}
    lacking = tuple(key for key in aims if key not in aim)
    if not aim:
        raise CannotMatch(_no_figure(table, lacking))
    bordering = {other for code in place for other in table.neighbours.get(code, ())} - set(place)
    allowed = list(_allowed(table, place, choice, bordering))
    whole = [row for row in allowed if all(table.columns[key][row] is not None for key in aim)]
    if len(whole) < number:
        raise CannotMatch(f"Only {len(whole)} {table.places} are left to choose from, fewer than {number}.")
    spreads = {key: table.spread(key) for key in aim}
    covariance = _covariance(table, list(aim), spreads)
    length = _length(table, list(aim), covariance) if choice.by_covariance else straight
    matches = _nearest(table, aim, spreads, whole, length)[:number]
    return Comparison(
        matches=matches,
        balance=tuple(
            _balance(table, key, aim[key], spreads[key], whole, [table.row[one.code] for one in matches])
            for key in aim
        ),
        doubled=doubled,
        lacking=lacking,
        moving=tuple(_moving(list(aim), correlation_of(covariance))),
        candidates=len(whole),
        without_figures=len(allowed) - len(whole),
        bordering=len(bordering),
        unseen=tuple(
            code for code in (*place, *(one.code for one in matches)) if not table.neighbours.get(code)
        ),
    )


def _doubled(table: NationTable, asked: Sequence[str]) -> Iterator[Doubled]:
    """Give each whole that is asked for beside a part of it, or a part of a part."""
    parts: dict[str, list[str]] = {}
    for key in asked:
        above = table.known[key].part_of
        while above:
            if above in asked:
                parts.setdefault(above, []).append(key)
            above = table.known[above].part_of
    return (Doubled(whole, tuple(own)) for whole, own in parts.items())


def _no_figure(table: NationTable, lacking: Sequence[str]) -> str:
    if not lacking:
        return "Choose at least one figure."
    named = ", ".join(table.known[key].label for key in lacking)
    return f"The place has no figure for {named}. Choose others."


def _allowed(table: NationTable, place: Weighted, choice: Choice, bordering: set[str]) -> Iterator[int]:
    own = {table.councils[table.row[code]] for code in place}
    never = {*place, *bordering, *table.programme}
    for row, (code, council) in enumerate(zip(table.codes, table.councils, strict=True)):
        if code not in never and (choice.own_council or council not in own):
            yield row


def _nearest(
    table: NationTable,
    aim: Mapping[str, float],
    spreads: Mapping[str, float],
    rows: Sequence[int],
    length: Callable[[Vector], float],
) -> tuple[Match, ...]:
    off = [[(value - aim[key]) / spreads[key] for value in _values(table, key, rows)] for key in aim]
    found = (
        Match(table.codes[row], length(one)) for row, one in zip(rows, zip(*off, strict=True), strict=True)
    )
    return tuple(sorted(found, key=lambda match: (match.distance, match.code)))


def _values(table: NationTable, key: str, rows: Sequence[int]) -> list[float]:
    column = table.columns[key]
    return [value for row in rows if (value := column[row]) is not None]


def _covariance(table: NationTable, keys: Sequence[str], spreads: Mapping[str, float]) -> Matrix:
    """Give the covariance of standardised figures over the nation's places that have all of them."""
    asked = "covariance", tuple(keys)
    if asked not in table.worked_out:
        table.worked_out[asked] = _covariance_of(table, keys, spreads)
    found: Matrix = table.worked_out[asked]
    return found


def _covariance_of(table: NationTable, keys: Sequence[str], spreads: Mapping[str, float]) -> Matrix:
    columns = [table.columns[key] for key in keys]
    rows = [row for row, own in enumerate(zip(*columns, strict=True)) if None not in own]
    return covariance_of([[value / spreads[key] for value in _values(table, key, rows)] for key in keys])


def _length(table: NationTable, keys: Sequence[str], covariance: Matrix) -> Callable[[Vector], float]:
    try:
        return mahalanobis(covariance)
    except Singular as fault:
        label = table.known[keys[fault.row]].label
        raise CannotMatch(
            f"{label} follows almost wholly from the other figures, so that the Mahalanobis distance can’t be"
            " worked out. Leave it out, or take the straight distance."
        ) from None


def _balance(
    table: NationTable,
    key: str,
    place: float,
    spread: float,
    candidates: Sequence[int],
    chosen: Sequence[int],
) -> Balance:
    values = sorted(_values(table, key, candidates))
    before, after = _mean(values), _mean(_values(table, key, chosen))
    low, high = _mean(values[: len(chosen)]), _mean(values[-len(chosen) :])
    at_best = min(place - low, 0.0) or max(place - high, 0.0)
    return Balance(
        key, place, before, after, (place - before) / spread, (place - after) / spread, at_best / spread
    )


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)


def _moving(keys: Sequence[str], correlations: Matrix) -> Iterator[tuple[str, ...]]:
    """Give the sets of figures that are linked by high correlations, directly or through others."""
    left = list(range(len(keys)))
    while left:
        found = [left.pop(0)]
        for one in found:
            linked = [other for other in left if abs(correlations[one][other]) >= MOVES_WITH]
            found += linked
            left = [other for other in left if other not in linked]
        if len(found) > 1:
            yield tuple(keys[one] for one in sorted(found))
