"""Means over wards, and the distance between two of them."""

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt

from resilience.records.area import Ward

EARTH_KM = 6371.0


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
