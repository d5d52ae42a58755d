"""The places of a nation in columns, as a reader's browser has them: standard library only."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import fsum, sqrt


@dataclass(frozen=True)
class Figure:
    """What is known of the places of a nation, as `place-figures.yml` has it."""

    key: str
    label: str
    unit: str
    decimals: int
    year: int
    part_of: str | None
    """The figure that already counts this one."""


@dataclass(frozen=True)
class NationTable:
    """All places of a nation; a figure's values stand in the order of `codes`, None where it is missing."""

    nation: str
    figures: Sequence[Figure]
    codes: Sequence[str]
    names: Sequence[str]
    councils: Sequence[str]
    columns: Mapping[str, Sequence[float | None]]
    """By the key of a figure."""
    neighbours: Mapping[str, Collection[str]]
    """The codes of the places that border one, where its borders were seen."""
    programme: Collection[str]
    """The codes of the places in which the programme worked."""

    @cached_property
    def row(self) -> dict[str, int]:
        """Where a place stands, by its code."""
        return {code: row for row, code in enumerate(self.codes)}

    @cached_property
    def known(self) -> dict[str, Figure]:
        """The figures by key, in their order."""
        return {one.key: one for one in self.figures}

    def spread(self, key: str) -> float:
        """Give the standard deviation of a figure over all places that have it; 1 where all are equal.

        Sums are exact, so that the order of places changes nothing.
        """
        values = [value for value in self.columns[key] if value is not None]
        if not values:
            return 1.0
        mean = fsum(values) / len(values)
        return sqrt(fsum((value - mean) ** 2 for value in values) / len(values)) or 1.0

    def mean_of(self, key: str, place: Mapping[str, float]) -> float | None:
        """Give the mean of a figure over some places by their weights; None where none has it."""
        column = self.columns[key]
        known = [
            (value, weight) for code, weight in place.items() if (value := column[self.row[code]]) is not None
        ]
        if len(known) == 1:
            return known[0][0]
        total = fsum(weight for _, weight in known)
        return fsum(value * weight for value, weight in known) / total if total else None


def apart(figures: Sequence[Figure]) -> tuple[str, ...]:
    """Give the keys of figures that do not count each other: what a comparison goes by unless told otherwise.

    Domains instead of the whole that they make up, and single indicators of a domain left out.
    """
    wholes = {one.part_of for one in figures}
    tops = {one.key for one in figures if one.part_of is None}
    return tuple(
        one.key for one in figures if one.part_of in tops or (one.part_of is None and one.key not in wholes)
    )
