"""The numbers of a planned evaluation as people write them; shares and changes are points of 100."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, get_type_hints

from resilience.synthesis.effects import CannotPool
from resilience.synthesis.power import Plan, share_spread

OF_PLAN = tuple(one.name for one in fields(Plan) if one.name not in ("spread", "adjusted"))
NUMBERS = (*OF_PLAN, "share", "change")
"""The numbers by name: those of a plan, the share before, and the change hoped for."""
PERCENT = ("share", "drop_out", "change")
"""Those of them that people write as points of 100."""
WHOLE = tuple(name for name in OF_PLAN if get_type_hints(Plan)[name] is int)
CHANGE, ADJUSTED = "change", "adjusted"
"""What the analysis compares: the change since the waves before, or the waves after, adjusted."""


@dataclass(frozen=True)
class Planned:
    """A plan, and the change that is hoped for, as a share of 1."""

    plan: Plan
    change: float


def planned(written: Mapping[str, Any]) -> Planned:
    """Read a plan; raises CannotPool with a sentence where a number is missing or can't be."""
    try:
        numbers = {name: number_of(name, written[name]) for name in NUMBERS}
    except (KeyError, TypeError, ValueError, OverflowError):
        raise CannotPool("Fill in every field with a number.") from None
    if written.get("analysis") not in (CHANGE, ADJUSTED):
        raise CannotPool("Choose what the analysis compares.")
    of_plan: dict[str, Any] = {name: numbers[name] for name in OF_PLAN}
    spread = share_spread(numbers["share"])
    plan = Plan(**of_plan, spread=spread, adjusted=written["analysis"] == ADJUSTED)
    return Planned(plan, numbers["change"])


def number_of(name: str, written: Any) -> float:
    """Read one number as the plan has it; raises TypeError, ValueError or OverflowError."""
    number = float(written)
    if not math.isfinite(number):
        raise ValueError(f"{written} is no number to reckon with")
    if name in WHOLE:
        return int(number)
    return number / 100 if name in PERCENT else number
