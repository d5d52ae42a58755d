"""Wards and small areas with their figures, as the tables of `evidence/places` have them."""

from dataclasses import dataclass

BETTING = "betting_shops_per_1000"
"""Made from the counts of shops and of households; all other figures are columns of the table."""


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
