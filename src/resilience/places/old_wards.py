"""The wards of 2017 on record beside the same wards today: how far their figures agree."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from resilience.records.area import Ward
from resilience.records.place import Country

APART = 1
"""Points of the index, or of a percentage, from which on two values are said to differ."""
SAME = {"imd2025_score": "index", "fuel_poor_pct_2019": "fuel_poverty"}
"""Columns of the table of 2017, and the figures of today that are nearest to them."""


@dataclass(frozen=True)
class Agreement:
    """How far the values of one figure agree."""

    wards: int
    """Wards that have it in both tables."""
    apart: int
    """Those of which the values differ by more than a point."""
    middle: float
    """The median of the differences, whatever their sign."""
    most: float


def same_code(wards: Iterable[Ward], country: Country) -> list[Ward]:
    """Give the wards of 2017 whose code a ward has today."""
    return [ward for ward in wards if ward.code in country.places]


def agreement(wards: Iterable[Ward], country: Country, column: str) -> Agreement:
    """Compare a column of the wards of 2017 with the figure of today that is nearest to it.

    Raises KeyError for another column, and ValueError where no ward has both.
    """
    key = SAME[column]
    both = [
        (ward.figures[column], country.places[ward.code].figures[key])
        for ward in same_code(wards, country)
        if column in ward.figures and key in country.places[ward.code].figures
    ]
    if not both:
        raise ValueError(f"no ward has {column} and {key}")
    differences = [abs(new - old) for old, new in both]
    return Agreement(
        wards=len(both),
        apart=sum(difference > APART for difference in differences),
        middle=median(differences),
        most=max(differences),
    )
