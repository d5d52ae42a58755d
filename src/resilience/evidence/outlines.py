"""The outlines of wards, read from TopoJSON: arcs as steps on a grid, and rings as lists of arcs.

The form: Bostock M, Metcalf C. The TopoJSON format specification, 2013
(github.com/topojson/topojson-specification).
"""

import csv
import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from resilience.records.outlines import ArcRing, Outlines, Point

OUTLINES = "outlines.topojson.gz"
COUNCILS = "outline-councils.csv.gz"


def read_outlines(folder: Path) -> Outlines:
    """Read the outlines of a folder; raises OSError and ValueError where they can't be read."""
    with gzip.open(folder / OUTLINES, "rt", encoding="utf-8") as file:
        topology = json.load(file)
    return decoded(topology, read_outlined(folder))


def read_outlined(folder: Path) -> dict[str, str]:
    """Read which wards have an outline, and the council of each; raises OSError where that can't be read."""
    with gzip.open(folder / COUNCILS, "rt", encoding="utf-8", newline="") as file:
        return {row["code"]: row["council"] for row in csv.DictReader(file)}


def decoded(topology: Mapping[str, Any], councils: Mapping[str, str]) -> Outlines:
    """Turn a topology with one object, whose shapes have their code under `c`, into outlines."""
    (shapes,) = topology["objects"].values()
    return Outlines(
        arcs=tuple(_points(arc, topology["transform"]) for arc in topology["arcs"]),
        rings={shape["properties"]["c"]: tuple(_rings(shape)) for shape in shapes["geometries"]},
        councils=councils,
    )


def _points(arc: Sequence[tuple[int, int]], transform: Mapping[str, Any]) -> tuple[Point, ...]:
    """Add up the steps of an arc, and put them from the grid onto the Earth."""
    (across, up), (west, south) = transform["scale"], transform["translate"]
    steps = accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1]))
    return tuple((west + x * across, south + y * up) for x, y in steps)


def _rings(shape: Mapping[str, Any]) -> Iterable[ArcRing]:
    parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return (tuple(ring) for part in parts for ring in part)
