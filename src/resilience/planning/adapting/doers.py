"""Who did an activity, in the order in which a group should hear of them.

1. What is like the group's own, nearest first. A council is compared with the group's council if it is of the
   same kind and nation, a neighbourhood of the programme with the place itself if it is in the same nation.
2. Other councils of the same kind and nation, nearest first.
3. All others of the same nation: those with an evaluation first, then the newest.
4. Those of other nations, in the same way.

What is only suggested by computer comes
after all others, in the same order. An authority whose area takes in the place is told apart.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from resilience.planning.adapting.here import Here, apart

SHOWN = 3
"""How many are told, beside the group's own council and neighbourhood."""
LIKE = 20
"""Up to which mean difference of ranks, of 100, one is said to be like the other.

Two wards of England drawn at random are 31 apart, two unitary authorities 29; a pair in five is nearer.
"""
UNKNOWN_YEAR = 0


@dataclass(frozen=True)
class Doer:
    """A council or a neighbourhood that has an activity on record."""

    slug: str
    name: str
    is_neighbourhood: bool
    policy: str
    """The slug of the policy that is told of: evaluated, else the newest; empty for a neighbourhood."""
    others: tuple[str, ...]
    """Slugs of further policies of the council with the activity."""
    nation: str
    kind: str
    apart: float | None
    """How far it is from the group's own; None where it can't be compared."""
    is_suggested: bool
    """Whether a computer suggested the type, and nobody has checked it."""
    is_own: bool
    evaluated: bool
    year: int

    @property
    def is_like(self) -> bool:
        """Say whether it is like the group's own council or place."""
        return self.apart is not None and self.apart <= LIKE


def doers_of(facts: Mapping[str, Any], slug: str, here: Here | None) -> tuple[list[Doer], list[Doer]]:
    """Give the group's own council, authorities and neighbourhoods with an activity, then all others."""
    found = [*_councils(facts, slug, here), *_neighbourhoods(facts, slug, here)]
    ordered = sorted(found, key=lambda one: _order(one, here))
    return [one for one in ordered if one.is_own], [one for one in ordered if not one.is_own]


def _order(one: Doer, here: Here | None) -> tuple[object, ...]:
    rank = (not one.evaluated, -one.year, one.slug)
    if one.apart is not None and (one.is_like or not one.is_neighbourhood):
        return one.is_suggested, not one.is_like, one.apart, *rank
    is_near = here is not None and one.nation == here.nation
    return one.is_suggested, 2 if is_near else 3, 0.0, *rank


def _councils(facts: Mapping[str, Any], slug: str, here: Here | None) -> Iterator[Doer]:
    of_type = facts["types"][slug]
    settled = _by_council(facts, of_type["policies"])
    suggested = _by_council(facts, of_type["suggested"])
    for council, policies in settled.items():
        yield _council(facts, council, policies, here, is_suggested=False)
    for council, policies in suggested.items():
        if council not in settled:
            yield _council(facts, council, policies, here, is_suggested=True)


def _by_council(facts: Mapping[str, Any], policies: Mapping[str, Any]) -> dict[str, list[str]]:
    """Give the policies of each council, the one that tells most first."""
    best = sorted(
        policies,
        key=lambda one: (
            not facts["policies"][one]["evaluated"],
            facts["policies"][one]["came"] is None,
            -_year(facts["policies"][one]),
            one,
        ),
    )
    found: dict[str, list[str]] = {}
    for one in best:
        found.setdefault(facts["policies"][one]["council"], []).append(one)
    return found


def _year(policy: Mapping[str, Any]) -> int:
    return policy["begun"] or policy["ended"] or UNKNOWN_YEAR


def _council(
    facts: Mapping[str, Any], slug: str, policies: list[str], here: Here | None, *, is_suggested: bool
) -> Doer:
    council, first = facts["councils"][slug], facts["policies"][policies[0]]
    is_same = here is not None and (council["kind"], council["nation"]) == (here.kind, here.nation)
    return Doer(
        slug=slug,
        name=council["name"],
        is_neighbourhood=False,
        policy=policies[0],
        others=tuple(policies[1:]),
        nation=council["nation"],
        kind=council["kind"],
        apart=apart(here.council_ranks, council["ranks"]) if here and is_same else None,
        is_suggested=is_suggested,
        is_own=here is not None
        and any(code in here.councils for code in (council["code"], *council["over"])),
        evaluated=first["evaluated"],
        year=_year(first),
    )


def _neighbourhoods(facts: Mapping[str, Any], slug: str, here: Here | None) -> Iterator[Doer]:
    """Give those that did the activity, and the group's own where it worked on its topic in any way."""
    for name, told in facts["types"][slug]["neighbourhoods"].items():
        one = facts["neighbourhoods"][name]
        is_own = here is not None and name in here.neighbourhoods
        if not told["did"] and not is_own:
            continue
        is_same = here is not None and one["nation"] == here.nation
        yield Doer(
            slug=name,
            name=one["name"],
            is_neighbourhood=True,
            policy="",
            others=(),
            nation=one["nation"] or "",
            kind="",
            apart=apart(here.ranks, one["ranks"]) if here and is_same else None,
            is_suggested=False,
            is_own=is_own,
            evaluated=False,
            year=one["year"],
        )
