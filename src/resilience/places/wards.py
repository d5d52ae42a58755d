"""The wards of the North West with their figures, and the neighbourhoods that they fit."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from ..evidence import EvidenceBase

EARTH_KM = 6371.0
BETTING = "betting_shops_per_1000"
"""Made from the counts of shops and of households; all other figures are columns of the table."""


class Indicator(NamedTuple):
    """A figure of wards: column in `nw-wards.csv` or `BETTING`, name, unit, and which end is worse."""

    column: str
    label: str
    unit: str
    worse: str
    """`high` or `low`."""


INDICATORS = (
    Indicator("imd2019_score", "Deprivation in 2019", "score of the index of multiple deprivation", "high"),
    Indicator("imd2019_income_deprived_pct", "People deprived of income, 2019", "percent", "high"),
    Indicator(
        "imd2019_employment_deprived_pct", "People deprived of work, 2019", "percent of working age", "high"
    ),
    Indicator(
        "imd2019_education_decile", "Education and skills, 2019", "tenth of England, 1 is worst", "low"
    ),
    Indicator("imd2019_health_decile", "Health, 2019", "tenth of England, 1 is worst", "low"),
    Indicator("imd2019_crime_decile", "Crime, 2019", "tenth of England, 1 is worst", "low"),
    Indicator(
        "imd2019_housing_access_decile",
        "Access to housing and services, 2019",
        "tenth of England, 1 is worst",
        "low",
    ),
    Indicator(
        "imd2019_environment_decile", "Living environment, 2019", "tenth of England, 1 is worst", "low"
    ),
    Indicator("fuel_poor_pct_2019", "Fuel-poor households, 2019", "percent", "high"),
    Indicator("loneliness_2020_21_pct", "People who are lonely, 2020/21", "percent, from a model", "high"),
    Indicator("park_distance_m", "Distance to the nearest park", "metres", "high"),
    Indicator(BETTING, "Betting shops, July 2022", "for 1,000 households", "high"),
)


@dataclass(frozen=True)
class Ward:
    """A 2017 ward; a figure is the mean over its LSOAs by households, and is left out where it is missing."""

    code: str
    name: str
    council: str
    neighbourhood: str
    """Slug of the neighbourhood that it fits; empty for all others."""
    households: int
    lon: float
    lat: float
    figures: dict[str, float]


def read_wards(base: EvidenceBase) -> list[Ward]:
    """Read the wards in the order of their codes."""
    path = base.folder / "places" / "nw-wards.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return sorted(map(_ward, csv.DictReader(file)), key=lambda ward: ward.code)


def _ward(row: dict[str, str]) -> Ward:
    return Ward(
        code=row["ward17_code"],
        name=row["ward17_name"],
        council=row["ltla19_name"],
        neighbourhood=row["neighbourhood"],
        households=int(row["households_2019"]),
        lon=float(row["lon"]),
        lat=float(row["lat"]),
        figures=_figures(row),
    )


def _figures(row: dict[str, str]) -> dict[str, float]:
    figures = {one.column: float(row[one.column]) for one in INDICATORS if row.get(one.column)}
    if row["betting_shops_2022"]:
        figures[BETTING] = 1000 * float(row["betting_shops_2022"]) / int(row["households_2019"])
    return figures


def mean_of(wards: Sequence[Ward], column: str) -> float | None:
    """Give the mean of a figure, weighted by households; none where no ward has it."""
    known = [ward for ward in wards if column in ward.figures]
    households = sum(ward.households for ward in known)
    return sum(ward.figures[column] * ward.households for ward in known) / households if households else None


def km_between(one: Ward, other: Ward) -> float:
    """Give the distance of two centroids along the earth's surface, kilometres (haversine)."""
    across, up = radians(other.lon - one.lon) / 2, radians(other.lat - one.lat) / 2
    chord = sin(up) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(across) ** 2
    return 2 * EARTH_KM * asin(sqrt(chord))
