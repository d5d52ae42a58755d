"""Which lower-tier councils of today each authority on record stands for, so that figures can be found.

A county or a combined authority stands for the councils in it, a council that is gone for those in its place,
a group for its members and a part for the council that it lies in.
"""

from collections.abc import Iterable, Mapping

from resilience.records.place import LocalAuthority
from resilience.records.policy import Council

Districts = Mapping[str, tuple[str, ...]]
"""Codes of lower-tier councils of today in their order, by the slug of an authority; empty where unknown."""


def districts(councils: Mapping[str, Council], today: Mapping[str, LocalAuthority]) -> Districts:
    """Give the lower-tier councils that each authority stands for; `today` has all of them by code."""
    within = _within(today.values())
    named = {
        name: council.ons_code
        for council in councils.values()
        if council.ons_code in today
        for name in (council.name, *council.also_written)
    }

    def of(council: Council) -> tuple[str, ...]:
        after = council.successors.names if council.successors else ()
        own = {council.ons_code, *council.covers, *map(named.get, after)}
        meant = {code for one in own if one for code in within.get(one, ())}
        return tuple(code for code in today if code in meant)

    return {slug: of(council) for slug, council in councils.items()}


def _within(today: Iterable[LocalAuthority]) -> dict[str, list[str]]:
    """Give the lower-tier councils in each council, county and combined authority, by code."""
    found: dict[str, list[str]] = {}
    for one in today:
        for code in filter(None, (one.code, one.county_code, one.combined_code)):
            found.setdefault(code, []).append(one.code)
    return found
