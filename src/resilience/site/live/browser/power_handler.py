"""What the page on planning asks for: how small a change an evaluation can see."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from resilience.site.live.browser import Refusal
from resilience.synthesis import CannotPool
from resilience.synthesis.planned import Planned, planned
from resilience.synthesis.power import design_effect, power_of, smallest_change, standard_error

HOUSEHOLDS = (25, 50, 100, 200, 400)
AREAS = (5, 10, 20, 40, 80)


def plan(request: Mapping[str, Any]) -> dict[str, Any]:
    """Give what an evaluation with the numbers of the request can see; shares and changes in points of 100.

    Raises Refusal with the reason where the numbers can't be.
    """
    try:
        return _result(planned(request))
    except CannotPool as reason:
        raise Refusal(str(reason)) from None


def _result(wanted: Planned) -> dict[str, Any]:
    made = wanted.plan
    return {
        "smallest": 100 * smallest_change(made),
        "power": 100 * power_of(made, wanted.change),
        "se": 100 * standard_error(made),
        "design_effect": design_effect(made.households, made.rho),
        "notes": list(made.notes),
        "by_households": [
            {"households": number, "smallest": 100 * smallest_change(replace(made, households=number))}
            for number in HOUSEHOLDS
        ],
        "by_areas": [
            {
                "areas": number,
                "smallest": 100 * smallest_change(replace(made, areas=number, comparison_areas=number)),
            }
            for number in AREAS
        ],
    }
