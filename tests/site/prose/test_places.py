"""The map and the note of the index of neighbourhoods."""

from pathlib import Path

from resilience.evidence import load
from resilience.site.pages.blocks import Drawing
from resilience.site.pages.common import Pages
from resilience.site.pages.drawings import drawn
from resilience.site.prose.places import neighbourhood_map, unknown_neighbourhoods

PAGES = Pages(load(Path(__file__).parents[3]))


def test_the_map_and_its_list_hold_the_same_neighbourhoods() -> None:
    (drawing,) = neighbourhood_map(PAGES, "")
    assert isinstance(drawing, Drawing)
    figure = drawn(drawing)
    assert list(figure.table["Neighbourhood"]) == [one.name for one in PAGES.base.neighbourhoods.values()]
    assert list(figure.table["On the map"]) == list(range(1, 9))
    spec = str(figure.payload()["narrow"])
    assert all(repr(one.name) in spec for one in PAGES.base.neighbourhoods.values())


def test_moss_bay_lies_north_west_of_all_others() -> None:
    (drawing,) = neighbourhood_map(PAGES, "")
    assert isinstance(drawing, Drawing)
    places = {row[3]: row for row in drawing.rows if len(row) > 2}
    moss_bay = places.pop("Moss Bay and Salterbeck")
    assert all(moss_bay[0] < row[0] and moss_bay[1] > row[1] for row in places.values())


def test_the_note_counts_what_is_not_known_and_names_none() -> None:
    said = repr(unknown_neighbourhoods(PAGES, ""))
    assert "10 were planned and 9 evaluated; 8 are named on pages that we saw, so 2 are not known." in said
    assert "only eight could be named" in said
    assert "indoor air pollution" in said
