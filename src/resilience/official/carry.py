"""Figures carried between the LSOAs of 2011 and those of 2021, by a rule that never guesses.

The exact-fit look-up says what became of each LSOA. An LSOA that is unchanged keeps its figures. One that
is made of whole LSOAs of the other census (2011: it was split; 2021: it was merged) gets sums of counts, and
means of scores and rates weighted by the population that the same file gives; its ranks and deciles stay
empty, for they are places in a list in which it does not stand. All others stay empty: a figure of a whole is
not that of its parts.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from resilience.official.cells import Kind
from resilience.official.sources import Area, Areas, Change, Changes, Council, Figure, Vintage

MEAN_PLACES = Decimal("0.001")
"""Scores are published with three decimals."""
MADE_OF_WHOLE: dict[Vintage, str] = {2011: "S", 2021: "M"}
"""The kind of change by which an LSOA of a census is made of whole ones of the other."""


@dataclass(frozen=True)
class Carried:
    """The figures of one file on the LSOAs of the other census, and how many LSOAs got them how."""

    areas: Areas
    from_vintage: Vintage
    unchanged: int
    put_together: int
    left_empty: int
    not_in_lookup: int
    """LSOAs of the file that the look-up does not have."""


def carry(areas: Areas, changes: Changes, to: Vintage) -> Carried:
    """Carry figures to the LSOAs of another census."""
    names, into = _into(changes, to)
    found: dict[str, Area] = {}
    unchanged = put_together = 0
    for target, sources in into.items():
        parts = [areas.by_code[code] for code in sources if code in areas.by_code]
        kinds = set(sources.values())
        if not parts:
            continue
        values: dict[str, Decimal] = {}
        if kinds == {"U"}:
            values = parts[0].values
            unchanged += 1
        elif kinds == {MADE_OF_WHOLE[to]} and len(parts) == len(sources):
            values = _put_together(parts, areas.figures)
            put_together += 1
        found[target] = Area(names[target], _same_council(parts), values)
    known = {code for sources in into.values() for code in sources}
    moved = Areas(areas.file, areas.edition, to, areas.council_column, areas.figures, found)
    return Carried(
        moved,
        areas.vintage,
        unchanged,
        put_together,
        len(found) - unchanged - put_together,
        len(areas.by_code.keys() - known),
    )


def _into(changes: Changes, to: Vintage) -> tuple[dict[str, str], Mapping[str, dict[str, str]]]:
    """Give the name of each LSOA of a census, and those of the other it came from with the kind of change."""
    names: dict[str, str] = {}
    into: dict[str, dict[str, str]] = defaultdict(dict)
    for change in changes.all:
        target, name, source = _ends(change, to)
        names[target] = name
        into[target][source] = change.kind
    return names, into


def _ends(change: Change, to: Vintage) -> tuple[str, str, str]:
    if to == 2011:
        return change.code11, change.name11, change.code21
    return change.code21, change.name21, change.code11


def _put_together(parts: Sequence[Area], figures: Sequence[Figure]) -> dict[str, Decimal]:
    values = {}
    for one in figures:
        if any(one.column not in part.values for part in parts):
            continue
        if one.kind is Kind.COUNT:
            values[one.column] = sum((part.values[one.column] for part in parts), Decimal())
        elif one.weight and (mean := weighted_mean(parts, one.column, one.weight)) is not None:
            values[one.column] = mean.quantize(MEAN_PLACES)
    return values


def weighted_mean(parts: Sequence[Area], column: str, weight: str) -> Decimal | None:
    """Give the mean of a figure over LSOAs, none where a figure or a weight is missing or nothing weighs."""
    if any(name not in part.values for part in parts for name in (column, weight)):
        return None
    total = sum((part.values[weight] for part in parts), Decimal())
    whole = sum((part.values[column] * part.values[weight] for part in parts), Decimal())
    return whole / total if total else None


def _same_council(parts: Sequence[Area]) -> Council:
    councils = {part.council for part in parts}
    return councils.pop() if len(councils) == 1 else Council("", "")
