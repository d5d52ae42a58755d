"""Places of the whole United Kingdom and their councils, as the tables of `evidence/places` have them."""

from collections.abc import Mapping
from dataclasses import dataclass

from resilience.records.vocabulary import Nation

PLACE_CODES: Mapping[Nation, str] = {
    Nation.ENGLAND: r"E05\d{6}",
    Nation.WALES: r"W05\d{6}",
    Nation.SCOTLAND: r"S02\d{6}",
    Nation.NORTHERN_IRELAND: r"95[A-Z]{2}\d{2}[A-Z]\d",
}
"""The shape of the codes of places."""
COUNCIL_CODES: Mapping[Nation, str] = {
    Nation.ENGLAND: r"E0[6-9]\d{6}",
    Nation.WALES: r"W06\d{6}",
    Nation.SCOTLAND: r"S12\d{6}",
    Nation.NORTHERN_IRELAND: r"N09\d{6}",
}
"""The shape of the codes of lower-tier councils."""


@dataclass(frozen=True)
class Place:
    """A ward in England or Wales, an intermediate zone in Scotland, a small area in Northern Ireland."""

    code: str
    name: str
    council: str
    """The code of the council that it lies in today."""
    nation: Nation
    rural: bool | None
    """Whether most of its households live in the country; None where nobody says."""
    lon: float | None
    lat: float | None
    """Its centre, degrees; None where it was not seen."""
    weight: int | None
    """Households or people, by nation; None where they were not seen."""
    areas: int
    """How many small areas its figures are put together from."""
    tenth: float | None
    """Mean tenth in a composite of the four nations' indices, 1 the most deprived: for orientation only."""
    figures: Mapping[str, float]
    """By key, those of its nation that are known."""


@dataclass(frozen=True)
class LocalAuthority:
    """A lower-tier council of today."""

    code: str
    name: str
    nation: Nation
    region: str
    """Of England; elsewhere the nation."""
    county: str
    """The upper-tier council above it; empty where it is its own."""
    combined: str
    """The combined authority that it belongs to; empty where there is none."""
    former: tuple[str, ...]
    """Councils that it took the place of."""
    county_code: str = ""
    combined_code: str = ""


@dataclass(frozen=True)
class Fit:
    """How far a place of today covers a neighbourhood of the programme, by households of 2021."""

    code: str
    shared: int
    """Households in both."""
    of_neighbourhood: int
    of_place: int


@dataclass(frozen=True)
class Country:
    """All places, all councils and which places border."""

    councils: Mapping[str, LocalAuthority]
    """By code."""
    places: Mapping[str, Place]
    """By code: England, Wales, Scotland, Northern Ireland."""
    neighbours: Mapping[str, frozenset[str]]
    """The codes of the places that border one, where its borders were seen."""
    fits: Mapping[str, tuple[Fit, ...]]
    """The places of today that a neighbourhood lies in, by its slug, the one that holds most of it first."""
