"""The places of a nation in columns, as a reader's browser has them: standard library only."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from functools import cached_property
from math import fsum, sqrt
from typing import Any

Weighted = Mapping[str, float]
"""The codes of some places that stand for one, each with its weight."""


@dataclass(frozen=True)
class Figure:
    """What is known of the places of a nation, as `place-figures.yml` has it."""

    key: str
    label: str
    unit: str
    decimals: int
    part_of: str | None
    """The figure that already counts this one."""
    source: str
    """The title of what it is published in, with its year."""

    @property
    def title(self) -> str:
        """Give the label with the unit."""
        return f"{self.label} ({self.unit})"


@dataclass(frozen=True)
class NationTable:
    """All places of a nation in the order of their codes; a missing value is None."""

    nation: str
    place: str
    """What a place is called, such as `ward`."""
    places: str
    """The same with its year, such as `wards of 2024`."""
    figures: Sequence[Figure]
    codes: Sequence[str]
    names: Sequence[str]
    councils: Sequence[str]
    council_names: Mapping[str, str]
    columns: Mapping[str, Sequence[float | None]]
    """The values of each figure by its key."""
    neighbours: Mapping[str, Collection[str]]
    """The codes of the places that border one, where its borders were seen."""
    neighbourhoods: Mapping[str, Weighted]
    """The places of today that each neighbourhood of the programme lies in, by shared households."""

    @cached_property
    def row(self) -> dict[str, int]:
        """Where a place stands, by its code."""
        return {code: row for row, code in enumerate(self.codes)}

    @cached_property
    def known(self) -> dict[str, Figure]:
        """The figures by key, in their order."""
        return {one.key: one for one in self.figures}

    @cached_property
    def worked_out(self) -> dict[Any, Any]:
        """What a comparison worked out from the columns, by what it is: the next one asks for it again."""
        return {}

    @cached_property
    def programme(self) -> frozenset[str]:
        """The codes of the places in which the programme worked."""
        return frozenset(code for place in self.neighbourhoods.values() for code in place)

    def name_of(self, code: str) -> str:
        """Name a place."""
        return self.names[self.row[code]]

    def council_of(self, code: str) -> str:
        """Name the council of a place."""
        return self.council_names[self.councils[self.row[code]]]

    def link_of(self, code: str) -> str:
        """Name a place as links do: the code of its council before its own."""
        return f"{self.councils[self.row[code]]}.{code}"

    def spread(self, key: str) -> float:
        """Give the standard deviation of a figure over all places that have it; 1 where all are equal.

        Sums are exact, so that the order of places changes nothing.
        """
        values = [value for value in self.columns[key] if value is not None]
        if not values or min(values) == max(values):
            return 1.0
        mean = fsum(values) / len(values)
        return sqrt(fsum((value - mean) ** 2 for value in values) / len(values))

    def mean_of(self, key: str, place: Weighted) -> float | None:
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


def as_data(table: NationTable) -> dict[str, Any]:
    """Give a table as JSON can hold it; each border stands once, by the rows of its two places."""
    row = table.row
    borders = [
        sorted(row[other] for other in table.neighbours.get(code, ()) if row[other] > row[code])
        for code in table.codes
    ]
    held = {field.name: getattr(table, field.name) for field in fields(table)}
    return {**held, "figures": [asdict(one) for one in table.figures], "neighbours": borders}


def from_data(data: Mapping[str, Any]) -> NationTable:
    """Give the table back."""
    codes = data["codes"]
    neighbours: dict[str, set[str]] = {}
    for code, rows in zip(codes, data["neighbours"], strict=True):
        for row in rows:
            neighbours.setdefault(code, set()).add(codes[row])
            neighbours.setdefault(codes[row], set()).add(code)
    figures = [Figure(**one) for one in data["figures"]]
    return NationTable(**{**data, "figures": figures, "neighbours": neighbours})


def slug_of(nation: str) -> str:
    """Name a nation as links and files do."""
    return nation.lower().replace(" ", "-")
