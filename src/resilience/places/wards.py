"""The wards of the North West with their figures, and the neighbourhoods that they fit."""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import TYPE_CHECKING

from .measures import BETTING

# Only for its name: this module runs in the reader's browser too.
if TYPE_CHECKING:
    from ..evidence import EvidenceBase

EARTH_KM = 6371.0
SHOPS = "betting_shops_2022"

COLUMNS = {
    "code": r"ward\d\d_code",
    "name": r"ward\d\d_name",
    "council": r"ltla\d\d_name",
    "households": r"households_\d{4}",
}
"""What a table of wards must have, by the patterns of the names."""
NO_FIGURES = ("neighbourhood", "lsoas", "lon", "lat")


@dataclass(frozen=True)
class Ward:
    """A ward; a figure is the mean over its LSOAs by households, and is left out where it is missing."""

    code: str
    name: str
    council: str
    neighbourhood: str
    """Slug of the neighbourhood that it fits; empty for all others."""
    households: int | None
    lon: float | None
    """None, as `lat` is, where the table does not place its wards on the map."""
    lat: float | None
    figures: dict[str, float]


class NoWards(ValueError):
    """Why a file is no table of wards, in a sentence."""


def read_wards(base: "EvidenceBase") -> list[Ward]:
    """Read the wards of the North West in the order of their codes."""
    return read_ward_table(base.folder / "places" / "nw-wards.csv")


def read_ward_table(path: Path) -> list[Ward]:
    """Read a table of wards, as `nw-wards.csv` or as written by `resilience places import --by ward`.

    Wards come in the order of their codes. The columns of the ward, its council and its households may be of
    any year. Raises NoWards.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        names = {what: _column(path, rows.fieldnames or (), pattern) for what, pattern in COLUMNS.items()}
        return sorted((_ward(row, names) for row in rows), key=lambda ward: ward.code)


def _column(path: Path, columns: Sequence[str], pattern: str) -> str:
    found = [name for name in columns if re.fullmatch(pattern, name, re.ASCII)]
    if len(found) != 1:
        raise NoWards(f"{path.name} has {len(found)} columns like {pattern}; a table of wards has one.")
    return found[0]


def _ward(row: Mapping[str, str], names: Mapping[str, str]) -> Ward:
    households = _number(row[names["households"]])
    others = row.keys() - {*names.values(), *NO_FIGURES, names["council"].replace("_name", "_code")}
    figures = {name: float(row[name]) for name in sorted(others) if row[name]}
    if households and SHOPS in figures:
        figures[BETTING] = 1000 * figures[SHOPS] / households
    return Ward(
        code=row[names["code"]],
        name=row[names["name"]],
        council=row[names["council"]],
        neighbourhood=row.get("neighbourhood", ""),
        households=None if households is None else round(households),
        lon=_number(row.get("lon")),
        lat=_number(row.get("lat")),
        figures=figures,
    )


def _number(cell: str | None) -> float | None:
    return float(cell) if cell else None


def mean_of(wards: Sequence[Ward], column: str) -> float | None:
    """Give the mean of a figure, weighted by households; none where no ward has it."""
    known = [
        (one.figures[column], one.households) for one in wards if column in one.figures and one.households
    ]
    households = sum(weight for _, weight in known)
    return sum(figure * weight for figure, weight in known) / households if households else None


def km_between(one: Ward, other: Ward) -> float | None:
    """Give the distance of two centroids along the surface, kilometres (haversine); none if not known."""
    if one.lon is None or one.lat is None or other.lon is None or other.lat is None:
        return None
    across, up = radians(other.lon - one.lon) / 2, radians(other.lat - one.lat) / 2
    chord = sin(up) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(across) ** 2
    return 2 * EARTH_KM * asin(sqrt(chord))
