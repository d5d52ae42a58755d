"""Facts of a few activities that stand still, as `from_records` gives them, and a walk on them."""

from typing import Any

from resilience.planning.given import Given
from resilience.planning.walk import Walk

HELPS, UNCLEAR = "Helps (promising evidence)", "Not clear"
FACTS: dict[str, Any] = {
    "common": {
        "types": {
            "befriending": {"label": "Befriending"},
            "clean-streets": {"label": "Clean streets"},
            "debt-advice": {"label": "Debt advice"},
        },
        "groups": {
            "mind": {"label": "Mind"},
            "connection": {"label": "Connection"},
            "money": {"label": "Money and bills"},
            "say": {"label": "Say"},
        },
        "problems": {"feel-less-lonely": "connection"},
        "numbers": [],
        "neighbourhoods": {"claremont": "Claremont", "old-swan": "Old Swan"},
    },
    "logic": {
        "properties": {
            "social-connectedness": "Social connectedness",
            "governance-systems": "Governance systems",
        },
        "between": ["connection", "say"],
        "types": {
            "befriending": {
                "found": {},
                "measured": {
                    "mind": {"label": HELPS, "studies": 9},
                    "connection": {"label": HELPS, "studies": 8},
                },
            },
            "clean-streets": {
                "found": {
                    "social-connectedness": ["claremont", "old-swan"],
                    "governance-systems": ["claremont"],
                },
                "measured": {"mind": {"label": UNCLEAR, "studies": 1}},
            },
            "debt-advice": {"found": {}, "measured": {}},
        },
    },
    "tasks": {
        "places": {"clean-streets": ["claremont", "old-swan"]},
        "took_part": {
            "claremont": {"host": "", "group": "Claremont Together", "partners": ["A school", "A church"]},
            "old-swan": {"host": "", "group": "", "partners": []},
        },
    },
}


def given(*activities: str, outcomes: tuple[str, ...] = (), **answers: Any) -> Given:
    """Give a walk with these activities and outcomes, and what else was answered."""
    return Given(FACTS, Walk(activities=activities, outcomes=outcomes, **answers))
