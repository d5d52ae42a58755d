"""Longitude and latitude laid flat: where places lie from each other on a map, in kilometres."""

from collections.abc import Sequence
from math import cos, radians
from statistics import fmean

from resilience.findings.view import Findings
from resilience.places.wards import EARTH_KM
from resilience.records.area import Ward


def on_plane(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Lay points (longitude, latitude in degrees) flat: kilometres east and north of their middle.

    Equirectangular: a degree of longitude is shorter by the cosine of the middle latitude. Fit for areas of a
    region's size. Snyder JP. Map projections: a working manual. USGS 1987.
    """
    middle_lon, middle_lat = (fmean(ends) for ends in zip(*points, strict=True))
    shorter = cos(radians(middle_lat))
    return [
        (EARTH_KM * radians(lon - middle_lon) * shorter, EARTH_KM * radians(lat - middle_lat))
        for lon, lat in points
    ]


def centre_of(wards: Sequence[Ward]) -> tuple[float, float]:
    """Give the middle of some wards, longitude and latitude, each ward counting by its households.

    Raises ValueError where no ward is placed on the map.
    """
    placed = [(one.lon, one.lat, one.households or 1) for one in wards if one.lon and one.lat]
    if not placed:
        raise ValueError("None of the wards is placed on the map.")
    total = sum(households for *_, households in placed)
    return sum(lon * n for lon, _, n in placed) / total, sum(lat * n for _, lat, n in placed) / total


def map_numbers(findings: Findings) -> dict[str, str]:
    """Number the neighbourhoods by name, as maps and narrow tables do."""
    return {place.name: str(number) for number, place in enumerate(findings.base.neighbourhoods.values(), 1)}
