"""What the page on planning asks for: how small a change an evaluation can see."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from resilience.site.live.browser.refusal import Refusal
from resilience.synthesis import CannotPool
from resilience.synthesis.power import (
    Plan,
    design_effect,
    power_of,
    share_spread,
    smallest_change,
    standard_error,
)

HOUSEHOLDS = (25, 50, 100, 200, 400)
AREAS = (5, 10, 20, 40, 80)
FIELDS = (
    "areas",
    "comparison_areas",
    "households",
    "waves_before",
    "waves_after",
    "share",
    "rho",
    "area_memory",
    "same_people",
    "drop_out",
    "change",
)
CHANGE, ADJUSTED = "change", "adjusted"


def plan(request: Mapping[str, Any]) -> dict[str, Any]:
    """Give what an evaluation with the numbers of the request can see; shares and changes in points of 100.

    Raises Refusal with the reason where the numbers can't be.
    """
    try:
        numbers = {name: float(request[name]) for name in FIELDS}
    except (KeyError, TypeError, ValueError):
        raise Refusal("Fill in every field with a number.") from None
    if request.get("analysis") not in (CHANGE, ADJUSTED):
        raise Refusal("Choose what the analysis compares.")
    try:
        return _result(numbers, request["analysis"] == ADJUSTED)
    except CannotPool as reason:
        raise Refusal(str(reason)) from None


def _result(numbers: Mapping[str, float], adjusted: bool) -> dict[str, Any]:
    made = _plan(numbers, adjusted)
    return {
        "smallest": 100 * smallest_change(made),
        "power": 100 * power_of(made, numbers["change"] / 100),
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


def _plan(numbers: Mapping[str, float], adjusted: bool) -> Plan:
    return Plan(
        areas=int(numbers["areas"]),
        comparison_areas=int(numbers["comparison_areas"]),
        households=int(numbers["households"]),
        waves_before=int(numbers["waves_before"]),
        waves_after=int(numbers["waves_after"]),
        spread=share_spread(numbers["share"] / 100),
        rho=numbers["rho"],
        area_memory=numbers["area_memory"],
        same_people=numbers["same_people"],
        drop_out=numbers["drop_out"] / 100,
        adjusted=adjusted,
    )
