"""What prose shows of the neighbourhoods together: where they are, and which are not known."""

from dataclasses import dataclass

from resilience.places.profile import wards_of
from resilience.places.side_by_side import map_numbers
from resilience.places.wards import centre_of, on_plane
from resilience.records.area import Ward
from resilience.records.english import listing
from resilience.records.neighbourhood import Neighbourhood
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Cell, Drawing, Link, Passage, Tag, Text


@dataclass(frozen=True)
class MapFacts:
    """The map, and how many places and councils it shows."""

    drawing: Drawing
    places: int
    councils: int
    """Councils in which a neighbourhood lies."""
    all_councils: int


@dataclass(frozen=True)
class UnknownFacts:
    """Which neighbourhoods are not known, and what was done in a place that is not named."""

    planned: int
    evaluated: int
    named: int
    unknown: int
    unidentified: tuple[tuple[str, Link | Text], ...]
    """What is known of one, and where that was seen."""
    unplaced: tuple[tuple[str, Tag, Link | Text], ...]
    """What was done, its type, and where that was seen."""


def neighbourhood_map(pages: Pages, _: str) -> Passage:
    """Map the neighbourhoods among the wards of the North West, and list them."""
    wards = pages.base.wards
    own = {place.slug: wards_of(place.slug, wards) for place in pages.base.neighbourhoods.values()}
    places = [place for place in pages.base.neighbourhoods.values() if own[place.slug]]
    others = [(ward.lon, ward.lat) for ward in wards if ward.lon and ward.lat and not ward.neighbourhood]
    centres = [centre_of(own[place.slug]) for place in places]
    flat = [(round(east, 2), round(north, 2)) for east, north in on_plane([*centres, *others])]
    numbers = map_numbers(pages)
    rows: list[tuple[Cell, ...]] = [
        (*point, int(numbers[place.name]), *_listed(place, own[place.slug], centre))
        for point, place, centre in zip(flat, places, centres, strict=False)
    ]
    facts = MapFacts(
        drawing=Drawing("neighbourhoods", "", "", "", (*rows, *flat[len(places) :])),
        places=len(places),
        councils=len({ward.council for group in own.values() for ward in group}),
        all_councils=len({ward.council for ward in wards}),
    )
    return Passage("prose/places", facts, "neighbourhood_map")


def _listed(place: Neighbourhood, own: list[Ward], centre: tuple[float, float]) -> tuple[Cell, ...]:
    lon, lat = centre
    councils = listing(sorted({ward.council for ward in own}))
    return place.name, councils, listing([ward.name for ward in own]), round(lat, 3), round(lon, 3)


def unknown_neighbourhoods(pages: Pages, _: str) -> Passage:
    """Say which neighbourhoods are not known, and what was done in a place that is not named."""
    counts = pages.base.programme.neighbourhoods
    named = len(pages.base.neighbourhoods)
    facts = UnknownFacts(
        planned=counts.planned,
        evaluated=counts.evaluated,
        named=named,
        unknown=counts.planned - named,
        unidentified=tuple((one.evidence, pages.source_line(one.source)) for one in counts.unidentified),
        unplaced=tuple(
            (one.text, pages.type_tag(one.type), pages.source_line(one.source))
            for one in counts.unplaced_activities
        ),
    )
    return Passage("prose/places", facts, "unknown_neighbourhoods")
