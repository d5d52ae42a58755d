"""What the page on planning asks for: how small a change an evaluation can see."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, get_type_hints

from resilience.site.live.browser import Refusal
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
OF_PLAN = tuple(one.name for one in fields(Plan) if one.name not in ("spread", "adjusted"))
NUMBERS = (*OF_PLAN, "share", "change")
"""The numbers of a request by name: those of a plan, the share before, and the change hoped for."""
PERCENT = ("share", "drop_out", "change")
"""Those of them that are points of 100 in a request."""
WHOLE = tuple(name for name in OF_PLAN if get_type_hints(Plan)[name] is int)
CHANGE, ADJUSTED = "change", "adjusted"


def plan(request: Mapping[str, Any]) -> dict[str, Any]:
    """Give what an evaluation with the numbers of the request can see; shares and changes in points of 100.

    Raises Refusal with the reason where the numbers can't be.
    """
    try:
        numbers = {name: _number(name, request[name]) for name in NUMBERS}
    except (KeyError, TypeError, ValueError, OverflowError):
        raise Refusal("Fill in every field with a number.") from None
    if request.get("analysis") not in (CHANGE, ADJUSTED):
        raise Refusal("Choose what the analysis compares.")
    try:
        return _result(numbers, request["analysis"] == ADJUSTED)
    except CannotPool as reason:
        raise Refusal(str(reason)) from None


def _number(name: str, given: Any) -> float:
    number = float(given)
    if name in WHOLE:
        return int(number)
    return number / 100 if name in PERCENT else number


def _result(numbers: Mapping[str, Any], adjusted: bool) -> dict[str, Any]:
    of_plan = {name: numbers[name] for name in OF_PLAN}
    made = Plan(**of_plan, spread=share_spread(numbers["share"]), adjusted=adjusted)
    return {
        "smallest": 100 * smallest_change(made),
        "power": 100 * power_of(made, numbers["change"]),
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
