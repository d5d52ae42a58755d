"""Small facts for the step Adapt: councils of several kinds and two nations, and neighbourhoods."""

from collections.abc import Mapping
from typing import Any

NEAR, FAR = [50.0, 50.0], [90.0, 90.0]
COUNCILS = {
    "own": ("District", "England", "E1", NEAR),
    "near": ("District", "England", "E2", [55.0, 55.0]),
    "further": ("District", "England", "E3", [60.0, 60.0]),
    "far": ("District", "England", "E4", FAR),
    "gone": ("District", "England", "E5", []),
    "county": ("County", "England", "E9", []),
    "city": ("City", "England", "E6", NEAR),
    "town": ("City", "England", "E7", FAR),
    "glen": ("Glen", "Scotland", "S1", NEAR),
}


def facts(
    policies: Mapping[str, Mapping[str, Any]],
    neighbourhoods: Mapping[str, Mapping[str, Any]] | None = None,
) -> dict[str, Any]:
    """Give facts in which each policy, by council, has one activity; `suggested` ones by computer only."""
    told = {council: policy(council, **own) for council, own in policies.items()}
    places = {name: neighbourhood(name, **own) for name, own in (neighbourhoods or {}).items()}
    suggested = {name for name, own in policies.items() if own.get("suggested")}
    return {
        "index": {
            nation: {"title": f"Index of {nation}", "parts": ["a", "b"]} for nation in ("England", "Scotland")
        },
        "councils": {slug: council(slug) for slug in COUNCILS},
        "policies": told,
        "neighbourhoods": places,
        "types": {
            "clubs": {
                "policies": {name: [] for name in told if name not in suggested},
                "suggested": {name: ["run clubs"] for name in suggested},
                "neighbourhoods": {
                    name: {"did": [text(f"Ran a club in {name}")], "asked": [], "near": []} for name in places
                },
            }
        },
    }


def council(slug: str) -> dict[str, Any]:
    kind, nation, code, ranks = COUNCILS[slug]
    over = ["E1", "E4"] if slug == "county" else []
    now = ["Near Council"] if slug == "gone" else []
    return {
        "name": slug,
        "kind": kind,
        "nation": nation,
        "code": code,
        "ranks": ranks,
        "over": over,
        "now": now,
    }


def policy(council: str, **own: Any) -> dict[str, Any]:
    return {
        "title": f"Plan of {council}",
        "council": council,
        "summary": "Clubs for all",
        "types": 1,
        "begun": 2010,
        "ended": None,
        "evaluated": False,
        "came": None,
        "found_in": None,
        "found_by": None,
        "found_at": None,
        "url": f"https://{council}.example/clubs",
        "money": [],
        **{name: value for name, value in own.items() if name != "suggested"},
    }


def neighbourhood(name: str, **own: Any) -> dict[str, Any]:
    return {
        "name": name,
        "council": "Near Council",
        "hosts": ["A host"],
        "url": "https://programme.example/",
        "findings": ["People came"],
        "year": 2018,
        "nation": "England",
        "places": [f"{name}-ward"],
        "in": ["E2"],
        "ranks": NEAR,
        **own,
    }


def text(words: str) -> dict[str, str]:
    return {"text": words, "url": "https://programme.example/clubs"}
