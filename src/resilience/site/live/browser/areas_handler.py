"""What the page on comparison areas asks for: the places most like a place, and how well they fit."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from resilience.places.comparison import CannotMatch, Choice, Comparison, compare
from resilience.places.comparison_words import notes, verdict
from resilience.places.nation import NationTable, Weighted, from_data
from resilience.site.live.browser import Refusal, read

MAHALANOBIS = "mahalanobis"


def find_areas(request: Mapping[str, Any]) -> dict[str, Any]:
    """Give the places of `request["nation"]` most like `place`, a code or a neighbourhood, on `figures`.

    `own_council` lets places of its own council in, and `distance` may be MAHALANOBIS. The figures of the
    nation must be there as the data `nation-<nation>`. Raises Refusal with the reason where no comparison can
    be made.
    """
    return areas(_table(request["nation"]), request)


def areas(table: NationTable, request: Mapping[str, Any]) -> dict[str, Any]:
    """Give the same for any table."""
    asked = request["place"]
    if not asked:
        raise Refusal("Choose a place.")
    place = table.neighbourhoods.get(asked, {asked: 1.0})
    choice = Choice(
        tuple(request["figures"]), bool(request["own_council"]), request["distance"] == MAHALANOBIS
    )
    try:
        found = compare(table, place, choice)
    except CannotMatch as reason:
        raise Refusal(str(reason)) from None
    return told(table, place, choice, found)


def told(table: NationTable, place: Weighted, choice: Choice, found: Comparison) -> dict[str, Any]:
    """Give a comparison as the page shows it."""
    figures = [table.known[one.figure] for one in found.balance]
    return {
        "matches": [
            [
                table.link_of(one.code),
                table.name_of(one.code),
                table.council_of(one.code),
                one.distance,
            ]
            for one in found.matches
        ],
        "balance": [
            [figure.title, figure.decimals, one.place, one.matches, one.before, one.after]
            for figure, one in zip(figures, found.balance, strict=True)
        ],
        "sources": list(dict.fromkeys(figure.source for figure in figures)),
        "verdict": verdict(table, found),
        "notes": notes(table, place, choice, found),
        "candidates": found.candidates,
    }


@cache
def _table(nation: str) -> NationTable:
    return from_data(read(f"nation-{nation}"))
