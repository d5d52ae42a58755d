"""`council-places`: the places of a council as a list, which a script turns into a map and a table.

Without scripts the list of names stands there, each with its share in the nation's index.
"""

from typing import Any

from resilience.records.place_figures import INDEX, NationFigures, PlaceFigure
from resilience.site.pages.common import Pages
from resilience.site.pages.council_places import PART, places_in
from resilience.site.parts.part import Part

MAIN = (INDEX, "income", "employment", "health")
"""The figures in the table, in this order, where a nation has them."""
LAST = ("fuel_poverty", "not_deprived")
"""The last of the table: the first of these that a nation has."""
PLACE = "book/neighbourhoods/place"
"""The page that shows any place."""


def main_figures(nation: NationFigures) -> list[str]:
    """Name the few figures that every reader sees first."""
    known = {one.key for one in nation.figures}
    return [*(key for key in MAIN if key in known), *[key for key in LAST if key in known][:1]]


def offered(nation: NationFigures) -> list[PlaceFigure]:
    """Give the figures that a map can show: the index, its parts and what is no part of anything."""
    return [one for one in nation.figures if one.part_of in (None, INDEX)]


def _context(pages: Pages, slug: str) -> dict[str, Any]:
    council = pages.base.councils[slug]
    found = places_in(pages, council)
    nation = pages.standings.nations[council.nation]
    assert found
    return {
        "code": council.ons_code,
        "places": found.places,
        "one": found.one,
        "kind": found.kind,
        "nation": found.nation,
        "drawn": found.drawn,
        "main": main_figures(nation),
        "figures": offered(nation),
        "page": PLACE,
    }


COUNCIL_PLACES = Part(
    name=PART,
    template="council-places.html",
    context=_context,
    style="council-places.css",
    scripts=("place-map.js", "council-places.js"),
)
