"""Small areas are read as the table has them, and laid flat so that distances hold."""

from math import asin, cos, hypot, radians, sin, sqrt

import pytest
from tests.frozen import book

from resilience.places.profile import small_areas_in_words
from resilience.places.wards import EARTH_KM, centre_of, on_plane
from resilience.records.area import Ward

BASE = book()
AREAS = BASE.small_areas


def test_all_small_areas_are_read() -> None:
    assert len(AREAS) == 26
    assert {area.neighbourhood for area in AREAS} == set(BASE.neighbourhoods)


def test_a_small_area_is_as_its_row() -> None:
    area = next(one for one in AREAS if one.code == "E01006944")
    assert (area.name, area.short_name, area.ward) == ("Sefton 003A", "003A", "Cambridge")
    assert (area.tenth_2015, area.tenth_2019, area.tenth_2025) == (3, 2, 3)


def test_the_sentence_counts_the_most_deprived_tenth() -> None:
    own = [area for area in AREAS if area.neighbourhood == "worsley-haslingden"]
    assert [area.tenth_2015 for area in own] == [5, 1, 3, 3]
    assert [area.tenth_2019 for area in own] == [5, 1, 2, 3]
    assert small_areas_in_words("Worsley", own) == (
        "Of the 4 small areas of Worsley, in England's most deprived tenth: 1 in 2015, 1 in 2019, 1 in 2025."
    )


def test_a_degree_of_longitude_is_shorter_by_the_cosine_of_latitude() -> None:
    degree = EARTH_KM * radians(1)
    west, east = on_plane([(-3, 54), (-2, 54)])
    assert east[0] - west[0] == pytest.approx(degree * cos(radians(54)))
    south, north = on_plane([(-3, 53.5), (-3, 54.5)])
    assert north[1] - south[1] == pytest.approx(degree)
    assert north[0] == south[0] == 0


def test_flat_distances_are_those_of_the_globe() -> None:
    one, other = AREAS[0], AREAS[-1]
    flat = on_plane([(one.lon, one.lat), (other.lon, other.lat)])
    # The haversine formula, along the surface.
    across, up = radians(other.lon - one.lon) / 2, radians(other.lat - one.lat) / 2
    chord = sin(up) ** 2 + cos(radians(one.lat)) * cos(radians(other.lat)) * sin(across) ** 2
    globe = 2 * EARTH_KM * asin(sqrt(chord))
    assert hypot(flat[0][0] - flat[1][0], flat[0][1] - flat[1][1]) == pytest.approx(globe, rel=0.001)


def test_the_middle_of_wards_counts_households() -> None:
    west, east = (Ward(code, "", "", "", n, lon, 54, {}) for code, n, lon in (("w", 100, -4), ("e", 300, -2)))
    assert centre_of([west, east]) == (-2.5, 54)
    with pytest.raises(ValueError, match="None of the wards"):
        centre_of([Ward("x", "", "", "", 1, None, None, {})])
