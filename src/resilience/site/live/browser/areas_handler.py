"""What the page on comparison areas asks for: the wards most like a place, and how well they fit."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from resilience.places.measures import LABELS
from resilience.places.ward_comparison import CannotMatch, Choice, compare, verdict
from resilience.records.area import Ward
from resilience.site.live.browser import Refusal, read

SHOWN = 5


def find_areas(request: Mapping[str, Any]) -> dict[str, Any]:
    """Give the wards most like `request["place"]`, a neighbourhood or a ward, on `indicators`.

    `own_council` lets wards of its own council in, `apart_km` leaves out those that are nearer.
    Raises Refusal with the reason where no comparison can be made.
    """
    return areas(_wards(), request)


def areas(wards: list[Ward], request: Mapping[str, Any]) -> dict[str, Any]:
    """Give the same for any wards."""
    place = [ward for ward in wards if request["place"] in (ward.neighbourhood, ward.code)]
    if not place or not request["place"]:
        raise Refusal("Choose a place.")
    try:
        apart_km = float(request["apart_km"])
    except ValueError:
        raise Refusal("Enter a distance in kilometres, or 0.") from None
    choice = Choice(tuple(request["indicators"]), bool(request["own_council"]), apart_km)
    try:
        found = compare(place, wards, choice, SHOWN)
    except CannotMatch as reason:
        raise Refusal(str(reason)) from None
    return {
        "matches": [[one.ward.name, one.ward.council, one.distance] for one in found.matches],
        "balance": [
            [LABELS[one.indicator], one.place, one.matches, one.before, one.after] for one in found.balance
        ],
        "verdict": verdict(found.balance),
        "candidates": found.candidates,
        "without_figures": found.without_figures,
    }


@cache
def _wards() -> list[Ward]:
    return [Ward(**ward) for ward in read("wards")]
