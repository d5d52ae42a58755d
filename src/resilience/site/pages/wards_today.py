"""Where a neighbourhood of the programme lies among the wards of today, in a sentence a ward."""

from dataclasses import dataclass

from resilience.records.place import Fit
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Link

PLACE = "../book/neighbourhoods/place.html"


@dataclass(frozen=True)
class WardToday:
    """A ward of today that a neighbourhood lies in; shares are of 100 households of 2021."""

    ward: Link
    of_neighbourhood: int
    """How many of the neighbourhood's households live there."""
    of_ward: int
    """How many of the ward's households are the neighbourhood's."""
    is_same: bool
    """Whether each holds all of the other."""


def wards_today(pages: Pages, slug: str) -> tuple[WardToday, ...]:
    """Give the wards that a neighbourhood lies in, the one that holds most of it first."""
    return tuple(
        _ward(pages, fit)
        for fit in pages.base.country.fits.get(slug, ())
        if fit.code in pages.base.country.places
    )


def _ward(pages: Pages, fit: Fit) -> WardToday:
    place = pages.base.country.places[fit.code]
    return WardToday(
        ward=Link(place.name, url=f"{PLACE}?place={place.council}.{place.code}"),
        of_neighbourhood=round(100 * fit.shared / fit.of_neighbourhood),
        of_ward=round(100 * fit.shared / fit.of_place),
        is_same=fit.shared == fit.of_neighbourhood == fit.of_place,
    )
