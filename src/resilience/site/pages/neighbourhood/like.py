"""Wards like a neighbourhood, as a part of its page."""

from resilience.places.comparison import Choice, compare
from resilience.places.measures import COMPARED, LABELS
from resilience.places.profile import wards_of
from resilience.records.neighbourhood import Neighbourhood
from resilience.site.pages.blocks import Block, Line, paragraph, table
from resilience.site.pages.common import Pages
from resilience.site.pages.neighbourhood.profile import ATTRIBUTION

SHOWN = 5
APART_KM = 3.0


def like_places(pages: Pages, place: Neighbourhood) -> list[Block | None]:
    """Tabulate the wards most like the place, and how well they fit."""
    wards = pages.base.wards
    own = wards_of(place.slug, wards)
    if not own:
        return []
    choice = Choice(tuple(one.column for one in COMPARED), apart_km=APART_KM)
    found = compare(own, wards, choice, SHOWN)
    near: list[tuple[Line, ...]] = [
        (match.ward.name, match.ward.council, f"{match.distance:.2f}") for match in found.matches
    ]
    fit: list[tuple[Line, ...]] = [
        (
            LABELS[one.indicator],
            _shown(one.place),
            _shown(one.matches),
            f"{one.before:+.2f}",
            f"{one.after:+.2f}",
        )
        for one in found.balance
    ]
    said = (
        "The programme chose a comparison area for each neighbourhood; which one is not published. "
        f"These are the {SHOWN} wards of other councils, of {found.candidates} to choose from, "
        f"that are most like it on all {len(COMPARED)} figures, "
        f"at least {APART_KM:g} km away and not in the programme."
    )
    header = ("Figure", place.name, "Mean of the five", "Before, in standard deviations", "After")
    return [
        paragraph(said),
        table("Wards most like it", ("Ward", "Council", "Distance, 0 is the same"), near),
        table("How well they fit", header, fit),
        paragraph(ATTRIBUTION),
    ]


def _shown(value: float | None) -> str:
    return "not seen" if value is None else f"{value:,.1f}"
