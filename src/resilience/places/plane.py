"""Longitude and latitude laid flat: where places lie from each other on a map, in kilometres."""

from collections.abc import Sequence
from math import cos, radians
from statistics import fmean

from .wards import EARTH_KM


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
