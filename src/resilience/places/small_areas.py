"""The small areas (2011 LSOAs) of the wards that fit a neighbourhood."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from ..evidence import EvidenceBase

FIRST_TENTH = 1
"""The tenth of England's small areas that is most deprived."""


@dataclass(frozen=True)
class SmallArea:
    """A 2011 LSOA: where its centre is, and in which tenth of England it stands; 1 is the most deprived."""

    neighbourhood: str
    code: str
    name: str
    ward: str
    lon: float
    lat: float
    households: int
    tenth_2015: int
    tenth_2019: int
    tenth_2025: float
    """Carried from 2021 LSOAs, so it need not be whole."""

    @property
    def short_name(self) -> str:
        """Give the part of the name that tells it from the others of its council, such as `003A`."""
        return self.name.rpartition(" ")[2]


def read_small_areas(base: EvidenceBase) -> list[SmallArea]:
    """Read the small areas of all neighbourhoods in the order of their codes."""
    path = base.folder / "places" / "neighbourhood-lsoas.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return sorted(map(_area, csv.DictReader(file)), key=lambda area: area.code)


def in_words(name: str, areas: Sequence[SmallArea]) -> str:
    """Say how many of the areas are in England's most deprived tenth, by each edition of the index."""
    counts = {
        year: sum(tenth <= FIRST_TENTH for tenth in tenths)
        for year, tenths in (
            (2015, [area.tenth_2015 for area in areas]),
            (2019, [area.tenth_2019 for area in areas]),
            (2025, [area.tenth_2025 for area in areas]),
        )
    }
    said = ", ".join(f"{count} in {year}" for year, count in counts.items())
    return f"Of the {len(areas)} small areas of {name}, in England's most deprived tenth: {said}."


def _area(row: dict[str, str]) -> SmallArea:
    return SmallArea(
        neighbourhood=row["neighbourhood"],
        code=row["lsoa11_code"],
        name=row["lsoa11_name"],
        ward=row["ward17_name"],
        lon=float(row["lon"]),
        lat=float(row["lat"]),
        households=int(row["households_2019"]),
        tenth_2015=int(row["imd2015_decile"]),
        tenth_2019=int(row["imd2019_decile"]),
        tenth_2025=float(row["imd2025_decile"]),
    )
