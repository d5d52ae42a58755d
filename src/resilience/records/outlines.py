"""Outlines of places as borders that neighbours share, after the form of TopoJSON."""

from collections.abc import Mapping
from dataclasses import dataclass

Point = tuple[float, float]
"""Longitude and latitude, degrees."""
ArcRing = tuple[int, ...]
"""The arcs that follow each other round a piece of land or a hole; `~n` is arc n backwards."""


@dataclass(frozen=True)
class Outlines:
    """The outlines of wards of 2025; no outlines of intermediate zones or areas are on record."""

    arcs: tuple[tuple[Point, ...], ...]
    """Each stretch of border once, whether one ward has it or two."""
    rings: Mapping[str, tuple[ArcRing, ...]]
    """The rings of each ward, by its code."""
    councils: Mapping[str, str]
    """The council of today that each ward lies in, both by code."""
