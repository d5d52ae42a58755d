"""The map and the note of the index of neighbourhoods."""

from tests.frozen import book
from tests.site.reading import figures, piece, text

from resilience.site.pages.common import Pages
from resilience.site.prose.places import neighbourhood_map, unknown_neighbourhoods

PAGES = Pages(book())


def test_the_map_and_its_list_hold_the_same_neighbourhoods() -> None:
    (figure,) = figures(piece(neighbourhood_map(PAGES, "")))
    names = [one.name for one in PAGES.base.neighbourhoods.values()]
    assert [row[:2] for row in figure["table"]["rows"]] == [
        [place, name] for place, name in enumerate(names, 1)
    ]
    assert len(names) == 3
    assert all(repr(name) in str(figure["narrow"]) for name in names)


def test_places_lie_as_they_do_on_a_map() -> None:
    rows = neighbourhood_map(PAGES, "").facts.drawing.rows
    places = {row[3]: row for row in rows if len(row) > 2}
    claremont, worsley = places["Claremont"], places["Worsley (Haslingden)"]
    southport = places["Central Southport"]
    assert claremont[0] < southport[0] < worsley[0], "from west to east"
    assert southport[1] < worsley[1] < claremont[1], "from south to north"


def test_the_note_counts_what_is_not_known_and_names_none() -> None:
    said = text(piece(unknown_neighbourhoods(PAGES, "")))
    assert "10 were planned and 9 evaluated; 3 are named on pages that we saw, so 7 are not known." in said
    assert "only eight could be named" in said
    assert "indoor air pollution" in said
