"""What prose shows of the neighbourhoods together: where they are, and which are not known."""

from resilience.figures.words import listing, number
from resilience.places.plane import centre_of, map_numbers, on_plane
from resilience.places.profile import wards_of
from resilience.records.area import Ward
from resilience.records.neighbourhood import Neighbourhood
from resilience.site.pages.blocks import Block, Cell, Drawing, bullets, paragraph
from resilience.site.pages.common import Pages
from resilience.site.pages.neighbourhood.profile import ATTRIBUTION

MAP_NOTE = (
    "A numbered point is the middle of the wards that fit a neighbourhood. "
    "Each small square is the middle of another ward of the councils on record."
)


def neighbourhood_map(pages: Pages, _: str) -> list[Block]:
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
    councils = len({ward.council for ward in wards})
    sentence = (
        f"The {number(len(places))} neighbourhoods that can be named lie in "
        f"{number(len({ward.council for group in own.values() for ward in group}))} council areas "
        f"of the {number(councils)} in North West England on record."
    )
    title = "Where the neighbourhoods are"
    return [
        Drawing("neighbourhoods", title, sentence, f"{MAP_NOTE} {ATTRIBUTION}", (*rows, *flat[len(places) :]))
    ]


def _listed(place: Neighbourhood, own: list[Ward], centre: tuple[float, float]) -> tuple[Cell, ...]:
    lon, lat = centre
    councils = listing(sorted({ward.council for ward in own}))
    return place.name, councils, listing([ward.name for ward in own]), round(lat, 3), round(lon, 3)


def unknown_neighbourhoods(pages: Pages, _: str) -> list[Block]:
    """Say which neighbourhoods are not known, and what was done in a place that is not named."""
    counts = pages.base.programme.neighbourhoods
    named = len(pages.base.neighbourhoods)
    said = (
        f"{number(counts.planned)} were planned and {number(counts.evaluated)} evaluated; "
        f"{number(named)} are named on pages that we saw, so {number(counts.planned - named)} are not known. "
        "We don't guess which they are."
    )
    return [
        paragraph(said),
        bullets([pages.sourced(item.evidence, item.source) for item in counts.unidentified]),
        paragraph("What was done in a place that is not named:"),
        bullets(
            [
                pages.sourced([item.text, " ", pages.type_tag(item.type)], item.source)
                for item in counts.unplaced_activities
            ]
        ),
    ]
