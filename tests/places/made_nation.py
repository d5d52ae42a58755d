"""A nation of a few places, for comparisons that can be worked out by hand."""

from collections.abc import Mapping, Sequence
from typing import Any

from resilience.places.nation import Figure, NationTable

FIGURES = (
    Figure("index", "Index", "score", 1, None, "The index, 2025"),
    Figure("income", "Income", "%", 1, "index", "The index, 2025"),
    Figure("health", "Health", "score", 2, "index", "The index, 2025"),
    Figure("illness", "Illness", "%", 1, "health", "The index, 2025"),
    Figure("fuel", "Fuel", "%", 1, None, "Fuel, 2022"),
)
PLACES: Mapping[str, tuple[str, Mapping[str, float]]] = {
    "p": ("P", {"index": 30, "income": 10, "health": 1, "illness": 4, "fuel": 12}),
    "p2": ("P", {"index": 30, "income": 10, "health": 1, "illness": 4, "fuel": 12}),
    "q1": ("Q", {"index": 28, "income": 10, "health": 2, "illness": 5, "fuel": 10}),
    "q2": ("Q", {"index": 40, "income": 20, "health": 1, "illness": 3, "fuel": 16}),
    "q3": ("Q", {"index": 31, "income": 12, "health": 1, "illness": 6, "fuel": 11}),
    "r1": ("R", {"index": 55, "income": 30, "health": 9, "illness": 9, "fuel": 30}),
    "r2": ("R", {"income": 11, "health": 1.5, "illness": 4}),
    "r3": ("R", {"index": 31, "income": 12, "health": 1, "illness": 6, "fuel": 11}),
}


def made_nation(
    places: Mapping[str, tuple[str, Mapping[str, float]]] = PLACES,
    neighbours: Mapping[str, Sequence[str]] | None = None,
    neighbourhoods: Mapping[str, Mapping[str, float]] | None = None,
    figures: Sequence[Figure] = FIGURES,
) -> NationTable:
    """Put places, each with its council and its figures, into a table; `neighbours` tells each pair once."""
    borders: dict[str, set[str]] = {}
    for one, others in (neighbours or {}).items():
        for other in others:
            borders.setdefault(one, set()).add(other)
            borders.setdefault(other, set()).add(one)
    codes = list(places)
    return NationTable(
        nation="Anyland",
        place="ward",
        places="wards of 2024",
        figures=figures,
        codes=codes,
        names=[code.upper() for code in codes],
        councils=[places[code][0] for code in codes],
        council_names={council: f"Council {council}" for council, _ in places.values()},
        columns={one.key: [places[code][1].get(one.key) for code in codes] for one in figures},
        neighbours=borders,
        neighbourhoods=neighbourhoods or {},
    )


def of_case(case: Mapping[str, Any]) -> NationTable:
    """Make the table of a case: the usual places, with borders and neighbourhoods of its own."""
    return made_nation(neighbours=case.get("neighbours"), neighbourhoods=case.get("neighbourhoods"))
