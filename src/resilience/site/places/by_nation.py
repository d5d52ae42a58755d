"""The file of a nation: the figures of all its places, for the search of places that are alike."""

from typing import Any

from resilience.records.vocabulary import Nation
from resilience.site.places.by_council import rounded
from resilience.site.places.view import PlaceView


def nation_file(view: PlaceView, nation: Nation) -> dict[str, Any]:
    """Give the places of a nation in the order of their codes, with who borders whom."""
    country, figures = view.country, view.standings.figures_of(nation)
    places = view.standings.in_nation[nation]
    councils = sorted({place.council for place in places})
    return {
        "figures": [one.key for one in figures],
        "codes": [place.code for place in places],
        "names": [place.name for place in places],
        "councils": [place.council for place in places],
        "council_names": {code: country.councils[code].name for code in councils},
        "values": [[rounded(place.figures.get(one.key), one) for one in figures] for place in places],
        "neighbours": {
            place.code: sorted(country.neighbours[place.code])
            for place in places
            if place.code in country.neighbours
        },
    }
