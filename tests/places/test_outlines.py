"""Outlines: a topology is decoded, neighbours keep their border, and melted places close."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.frozen import BOOK

from resilience.evidence import EvidenceBase
from resilience.evidence.outlines import OUTLINES, decoded
from resilience.places.outlines import (
    area,
    dissolved,
    follow,
    in_council,
    laid_out,
    path,
    ring_points,
    sheet_of,
    simplified,
    without_repeats,
)
from resilience.records.outlines import Outlines

# Two squares side by side: arc 0 is the border between them, arcs 1 and 2 the rest of each.
#   0,1 --- 1,1 --- 2,1
#    |       |       |
#   0,0 --- 1,0 --- 2,0
TOPOLOGY = {
    "transform": {"scale": [0.5, 0.25], "translate": [-3, 50]},
    "arcs": [[[1, 0], [0, 1]], [[1, 1], [-1, 0], [0, -1], [1, 0]], [[1, 0], [1, 0], [0, 1], [-1, 0]]],
    "objects": {
        "all": {
            "geometries": [
                {"type": "Polygon", "arcs": [[0, 1]], "properties": {"c": "W1"}},
                {"type": "MultiPolygon", "arcs": [[[2, -1]]], "properties": {"c": "W2"}},
            ]
        }
    },
}
TWO = decoded(TOPOLOGY, {"W1": "C1", "W2": "C1"})
REAL = EvidenceBase(BOOK / "evidence").outlines


def test_arcs_are_added_up_and_put_onto_the_earth() -> None:
    assert TWO.arcs[0] == ((-2.5, 50), (-2.5, 50.25))
    assert TWO.arcs[1] == ((-2.5, 50.25), (-3, 50.25), (-3, 50), (-2.5, 50))
    assert TWO.rings == {"W1": ((0, 1),), "W2": ((2, -1),)}


def test_a_ring_follows_its_arcs_and_a_negative_one_backwards() -> None:
    assert ring_points(TWO, (2, -1)) == [(-2.5, 50), (-2, 50), (-2, 50.25), (-2.5, 50.25), (-2.5, 50)]


def test_two_squares_melt_into_one_without_the_border_between_them() -> None:
    (ring,) = dissolved(TWO, ["W1", "W2"])
    points = ring_points(TWO, ring)
    assert sorted(ring) == [1, 2]
    assert points[0] == points[-1]
    assert set(points) == {(x, y) for x in (-3, -2.5, -2) for y in (50, 50.25)}


def test_one_square_alone_stays_as_it_is() -> None:
    assert dissolved(TWO, ["W1"]) == [(0, 1)]


def test_a_border_with_a_gap_is_refused() -> None:
    broken = Outlines(TWO.arcs, {"W1": ((1,),)}, {"W1": "C1"})
    with pytest.raises(ValueError, match="does not close"):
        dissolved(broken, ["W1"])


def test_every_outline_of_the_small_book_closes() -> None:
    rings = [ring for rings in REAL.rings.values() for ring in rings]
    ends = [(points[0], points[-1]) for points in (ring_points(REAL, ring) for ring in rings)]
    assert ends
    assert all(first == last for first, last in ends)


def test_each_ward_with_an_outline_lies_in_one_council() -> None:
    drawn = [code for codes in in_council(REAL).values() for code in codes]
    assert sorted(drawn) == sorted(REAL.rings)


def test_councils_of_the_small_book_melt_into_closed_rings_of_their_own_size() -> None:
    for codes in in_council(REAL).values():
        rings = dissolved(REAL, codes)
        melted = sum(area(_grid(ring)) for ring in rings)
        wards = sum(area(_grid(ring)) for code in codes for ring in REAL.rings[code])
        assert melted == pytest.approx(wards, rel=1e-9)


def _grid(ring: tuple[int, ...]) -> list[tuple[int, int]]:
    return [(round(x * 1e6), round(y * 1e6)) for x, y in ring_points(REAL, ring)]


def test_the_map_of_two_squares_is_as_wide_as_its_latitude_says() -> None:
    sheet = sheet_of([point for arc in TWO.arcs for point in arc], 1000)
    # One degree across at 50.125 degrees north is 0.6411 of a degree up; the map is 0.25 of one high.
    assert (sheet.width, sheet.height) == (1000, 390)
    assert sheet.at((-3, 50.25)) == (0, 0)
    assert sheet.at((-2, 50)) == (1000, 390)


def test_a_path_is_written_in_steps_and_small_islands_are_left_out() -> None:
    square = [(0, 0), (10, 0), (10, 5), (10, 10), (0, 10), (0, 0)]
    speck = [(50, 50), (51, 50), (51, 51), (50, 50)]
    assert path([square]) == "M0 0l10 0 0 10-10 0z"
    assert path([square, speck], smallest=4) == "M0 0l10 0 0 10-10 0z"


def test_neighbours_share_a_simplified_border() -> None:
    sheet = sheet_of([point for arc in TWO.arcs for point in arc], 1000)
    arcs = laid_out(TWO, sheet, [(0, 1), (2, -1)], 4)
    assert set(follow(arcs, (0, 1))) & set(follow(arcs, (2, -1))) == {*arcs[0]}


GRID = st.tuples(st.integers(-50, 50), st.integers(-50, 50))


@given(st.lists(GRID, min_size=2, max_size=30), st.floats(0, 500))
def test_a_simplified_line_keeps_its_ends_and_makes_up_no_point(
    line: list[tuple[int, int]], tolerance: float
) -> None:
    kept = simplified(line, tolerance)
    assert (kept[0], kept[-1]) == (line[0], line[-1])
    rest = iter(line)
    assert all(point in rest for point in kept)


@given(st.lists(GRID, min_size=3, max_size=30))
def test_leaving_out_repeats_leaves_the_area_as_it_was(ring: list[tuple[int, int]]) -> None:
    closed = [*ring, ring[0]]
    assert area(without_repeats(closed)) == pytest.approx(area(closed))


def test_the_small_book_has_a_topology_of_the_form_that_is_read() -> None:
    with gzip.open(Path(BOOK) / "evidence" / "places" / OUTLINES, "rt", encoding="utf-8") as file:
        assert json.load(file)["type"] == "Topology"
