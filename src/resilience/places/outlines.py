"""Outlines of places drawn flat: paths of whole numbers, for one council or for all of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, radians

from resilience.records.outlines import ArcRing, Outlines, Point

Grid = tuple[int, int]
"""Steps to the right and down."""


@dataclass(frozen=True)
class Sheet:
    """A flat map: where its left upper corner lies and how fine its grid is.

    Equirectangular: a degree of longitude is shorter by the cosine of the middle latitude. Snyder JP. Map
    projections: a working manual. USGS 1987.
    """

    west: float
    north: float
    shorter: float
    """Degrees of latitude for one of longitude."""
    scale: float
    """Steps of the grid for a degree of latitude."""
    width: int
    height: int

    def at(self, point: Point) -> Grid:
        """Give the nearest place on the grid."""
        lon, lat = point
        across = (lon - self.west) * self.shorter * self.scale
        return round(across), round((self.north - lat) * self.scale)


def sheet_of(points: Iterable[Point], longest: int) -> Sheet:
    """Lay out a map that holds some points, two or more; its longer side is `longest` steps."""
    lons, lats = zip(*points, strict=True)
    west, east, south, north = min(lons), max(lons), min(lats), max(lats)
    shorter = cos(radians((south + north) / 2))
    scale = longest / max((east - west) * shorter, north - south)
    return Sheet(
        west, north, shorter, scale, round((east - west) * shorter * scale), round((north - south) * scale)
    )


def in_council(outlines: Outlines) -> dict[str, list[str]]:
    """Give the wards that have an outline, by the code of their council."""
    found: dict[str, list[str]] = {}
    for code in outlines.rings:
        found.setdefault(outlines.councils[code], []).append(code)
    return found


def points_of(outlines: Outlines, codes: Iterable[str]) -> Iterator[Point]:
    """Give all points of the outlines of some wards."""
    for code in codes:
        for ring in outlines.rings[code]:
            yield from ring_points(outlines, ring)


def ring_points(outlines: Outlines, ring: ArcRing) -> list[Point]:
    """Follow the arcs of a ring; the last point is the first again."""
    points: list[Point] = []
    for number in ring:
        arc = outlines.arcs[number] if number >= 0 else outlines.arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def dissolved(outlines: Outlines, codes: Iterable[str]) -> list[ArcRing]:
    """Melt wards together: the arcs that only one of them has, put end to end.

    Raises ValueError where these don't close.
    """
    arcs = [number for code in codes for ring in outlines.rings[code] for number in ring]
    times = Counter(number if number >= 0 else ~number for number in arcs)
    return list(_closed(outlines, [one for one in arcs if times[one if one >= 0 else ~one] == 1]))


def _closed(outlines: Outlines, arcs: Sequence[int]) -> Iterator[ArcRing]:
    """Put arcs end to end until each ring is closed, taking those that leave a point in their order."""
    leaving: dict[Point, list[int]] = {}
    for number in reversed(arcs):
        leaving.setdefault(_ends(outlines, number)[0], []).append(number)
    for first in arcs:
        start, at = _ends(outlines, first)
        if first not in leaving[start]:
            continue
        leaving[start].remove(first)
        ring = [first]
        while at != start:
            if not leaving.get(at):
                raise ValueError(f"The border does not close at {at}.")
            ring.append(leaving[at].pop())
            at = _ends(outlines, ring[-1])[1]
        yield tuple(ring)


def _ends(outlines: Outlines, number: int) -> tuple[Point, Point]:
    arc = outlines.arcs[number if number >= 0 else ~number]
    return (arc[0], arc[-1]) if number >= 0 else (arc[-1], arc[0])


def path(rings: Iterable[Sequence[Grid]], smallest: float = 0) -> str:
    """Write rings as the path of an SVG; what encloses no more than `smallest` squares is left out."""
    return "".join(_ring(ring) for ring in map(without_repeats, rings) if abs(area(ring)) > smallest)


def without_repeats(ring: Sequence[Grid]) -> list[Grid]:
    """Leave out points that fall on the one before, or lie on the straight line between their neighbours."""
    kept: list[Grid] = []
    for point in ring:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and _is_straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return kept


def _is_straight(one: Grid, middle: Grid, other: Grid) -> bool:
    return _turn(one, middle, other) == 0


def _turn(one: Grid, middle: Grid, other: Grid) -> int:
    """Give twice the area of a triangle, with its sign."""
    return (middle[0] - one[0]) * (other[1] - one[1]) - (other[0] - one[0]) * (middle[1] - one[1])


def area(ring: Sequence[Grid]) -> float:
    """Give the area that a closed ring encloses, squares of the grid; its sign says which way it runs."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], *ring[:1]], strict=True)) / 2


def _ring(ring: Sequence[Grid]) -> str:
    """Write one ring: its first point, then steps from point to point."""
    steps = (f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(ring[:-1]))
    return f"M{ring[0][0]} {ring[0][1]}l{' '.join(steps)}z".replace(" -", "-")


def simplified(line: Sequence[Grid], tolerance: float) -> list[Grid]:
    """Leave out the points of a line that take away a triangle smaller than `tolerance`; its ends stay.

    Visvalingam M, Whyatt JD. Line generalisation by repeated elimination of points. Cartographic Journal
    1993;30(1):46-51.
    """
    kept = list(line)
    while len(kept) > 2:
        sizes = [abs(_turn(*kept[n - 1 : n + 2])) / 2 for n in range(1, len(kept) - 1)]
        least = min(sizes)
        if least >= tolerance:
            break
        del kept[sizes.index(least) + 1]
    return kept


def laid_out(
    outlines: Outlines, sheet: Sheet, rings: Iterable[ArcRing], tolerance: float
) -> dict[int, list[Grid]]:
    """Lay the arcs of some rings flat, each simplified once, so that neighbours still meet."""
    numbers = {number if number >= 0 else ~number for ring in rings for number in ring}
    return {one: simplified([sheet.at(point) for point in outlines.arcs[one]], tolerance) for one in numbers}


def follow(arcs: Mapping[int, Sequence[Grid]], ring: ArcRing) -> list[Grid]:
    """Follow the arcs of a ring on the grid; the last point is the first again."""
    points: list[Grid] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points
