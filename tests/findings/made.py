"""Results made for a test."""

from typing import Any

from resilience.records.study import Outcome

EFFECT: dict[str, Any] = {"metric": "SMD", "value": -0.3, "ci_low": -0.5, "ci_high": -0.1}


def outcome(**fields: Any) -> Outcome:
    """Make a result that is better when lower; fields of its effect may stand among its own."""
    effect = EFFECT | {name: fields.pop(name) for name in EFFECT if name in fields}
    made = {
        "category": "mental-health",
        "measure": "depression",
        "direction": "benefit",
        "clear": "yes",
        "better": "lower",
        "effect": effect,
    }
    return Outcome.model_validate(made | fields)
