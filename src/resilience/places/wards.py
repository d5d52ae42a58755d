"""Means over wards, and where they lie on a flat map."""

from collections.abc import Sequence
from math import cos, fsum, radians
from statistics import fmean

from resilience.records.area import Ward

EARTH_KM = 6371.0


def mean_of(wards: Sequence[Ward], column: str) -> float | None:
    """Give the mean of a figure, weighted by households; none where no ward has it."""
    known = [
        (one.figures[column], one.households) for one in wards if column in one.figures and one.households
    ]
    households = sum(weight for _, weight in known)
    return fsum(figure * weight for figure, weight in known) / households if households else None


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
    return fsum(lon * n for lon, _, n in placed) / total, fsum(lat * n for _, lat, n in placed) / total
