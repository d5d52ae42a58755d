"""Where a group is: its place, its councils, and how both stand among others of their nation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Any

from resilience.planning.given import Given
from resilience.records.english import listing

Ranks = Sequence[float | None]
"""The share of the nation's councils or places with a lower figure, of 100, by parts of its index."""


@dataclass(frozen=True)
class Here:
    """What is known of a group's place."""

    name: str
    nation: str
    neighbourhoods: tuple[str, ...]
    """Slugs of the neighbourhoods of the programme that it is, or that lie in it."""
    councils: tuple[str, ...]
    """Codes of the lower-tier councils that it lies in, the one that holds most of it first."""
    council: str
    """The name of that one, or of all of them."""
    kind: str
    council_ranks: Ranks
    """Of the council that holds most of it; empty where it can't be compared."""
    ranks: Ranks
    """Of the place itself; empty where it can't be compared."""


def here_of(given: Given) -> Here | None:
    """Say where a group is; None where it names no place, or none that is on record."""
    facts = given.facts["adapt"]
    place = given.walk.place
    neighbourhood = facts["neighbourhoods"].get(place)
    if neighbourhood and neighbourhood["nation"]:
        return _here(facts, neighbourhood["name"], (place,), neighbourhood["in"], neighbourhood["ranks"])
    if not given.standing or "code" not in given.standing.file:
        return None
    file, own = given.standing.file, given.standing.place
    lying = [slug for slug, one in facts["neighbourhoods"].items() if own["code"] in one["places"]]
    parts = facts["index"][given.standing.nation]["parts"]
    ranks = [given.standing.better.get(part) for part in parts]
    return _here(facts, given.standing.name, tuple(lying), [file["code"]], ranks)


def _here(
    facts: Mapping[str, Any], name: str, lying: tuple[str, ...], codes: Sequence[str], ranks: Ranks
) -> Here | None:
    by_code = {one["code"]: one for one in facts["councils"].values() if one["code"]}
    councils = [by_code[code] for code in codes if code in by_code]
    if not councils:
        return None
    return Here(
        name=name,
        nation=councils[0]["nation"],
        neighbourhoods=lying,
        councils=tuple(codes),
        council=listing([one["name"] for one in councils]),
        kind=councils[0]["kind"],
        council_ranks=councils[0]["ranks"],
        ranks=ranks,
    )


def apart(one: Ranks, other: Ranks) -> float | None:
    """Give the mean difference of the ranks that two have, of 100; None where they share none.

    The same as `findings.profiles.distance`, which a test holds.
    """
    shared = [
        abs(own - its) for own, its in zip(one, other, strict=False) if own is not None and its is not None
    ]
    return fmean(shared) if shared else None
