"""The facts of the page of one council: who it is, what it has on record, and what councils like it do."""

from collections import Counter
from dataclasses import dataclass

from resilience.policies.actions import ActionStatus, actions_in
from resilience.policies.came_of_it import came_of_it
from resilience.records.policy import Council, Policy
from resilience.site.pages import words
from resilience.site.pages.common import Cited, Pages, Successor, domains_of, last_change, successor_of
from resilience.site.pages.council_places import (
    Lies,
    PlacesIn,
    Similar,
    districts_of,
    lies,
    places_in,
    similar,
)
from resilience.site.wording.values import FactsPage, Link, Passage, Text

NO_YEAR = 9999
STATUSES = (ActionStatus.CODED, ActionStatus.APPROVED, ActionStatus.CANDIDATE)


@dataclass(frozen=True)
class PolicyRow:
    """A policy."""

    policy: Link
    when: str | None
    document: str
    activities: tuple[str, ...]


@dataclass(frozen=True)
class Counted:
    """How many actions have a type for so sure."""

    status: str
    count: int


@dataclass(frozen=True)
class ActivityRow:
    """An activity, in how many policies it is held, and its actions by how sure we are of them."""

    activity: Link
    policies: int
    actions: tuple[Counted, ...]


@dataclass(frozen=True)
class ClaimRow:
    """A number that a policy states."""

    what: str
    how_much: str
    policy: Link


@dataclass(frozen=True)
class LookedAt:
    """A policy with an evaluation or monitoring figures."""

    policy: Link
    came_of_it: str
    source: Link | Text | None
    """Where that was read; None where nothing was."""


@dataclass(frozen=True)
class NearPlace:
    """A neighbourhood of the programme in the same region."""

    place: Link
    council: str


@dataclass(frozen=True)
class CouncilFacts:
    """What kind of authority it is, its policies, their activities, numbers and evaluations."""

    title: str
    policies: tuple[PolicyRow, ...]
    several: bool
    """Whether it stands for several authorities together."""
    today: Successor | None
    kind: str
    nation: str
    region: str | None
    also_written: tuple[str, ...]
    ons_code: str | None
    types: tuple[Link, ...]
    activities: tuple[ActivityRow, ...]
    claims: tuple[ClaimRow, ...]
    looked_at: tuple[LookedAt, ...]
    places: tuple[Link, ...]
    places_near: tuple[NearPlace, ...]
    groups: tuple[Link, ...]
    """Neighbourhoods outside the programme, told by the groups that work there."""
    lies: Lies | None
    districts: tuple[Link, ...]
    places_in: PlacesIn | None
    similar: Similar
    cited: Cited


def council_page(pages: Pages, council: Council) -> FactsPage:
    """Give the page of a council."""
    own = pages.joins.policies_by_council.get(council.slug, [])
    types = tuple(dict.fromkeys(slug for policy in own for slug in pages.joins.types_of(policy)))
    return FactsPage(
        title=council.name,
        kind="Council",
        passage=Passage("pages/council", _facts(pages, council, own, types)),
        description=f"{council.name}: {words.count(len(own), 'policy', 'policies')} on record.",
        domains=domains_of(pages, types),
    )


def _facts(pages: Pages, council: Council, own: list[Policy], types: tuple[str, ...]) -> CouncilFacts:
    return CouncilFacts(
        title=council.name,
        policies=_policies(pages, own),
        several=bool(council.group),
        today=successor_of(pages, council.slug),
        kind=council.type.label,
        nation=council.nation.label,
        region=council.region if council.region != council.nation else None,
        also_written=council.also_written,
        ons_code=council.ons_code,
        types=tuple(pages.type_link(slug) for slug in types),
        activities=_activities(pages, own, types),
        claims=tuple(
            ClaimRow(words.sentence(one.fact), words.quantity(one), pages.policy_link(policy.slug))
            for policy in own
            for one in policy.figures
        ),
        looked_at=tuple(
            LookedAt(
                pages.policy_link(policy.slug),
                said,
                pages.source_line(policy.found.source) if policy.found else None,
            )
            for policy in own
            if (said := came_of_it(policy))
        ),
        places=tuple(pages.place_link(slug) for slug in _neighbourhoods(pages, council)),
        places_near=_places_near(pages, council),
        groups=tuple(
            pages.place_link(one.slug) for one in pages.joins.others_by_council.get(council.slug, [])
        ),
        lies=lies(pages, council),
        districts=districts_of(pages, council),
        places_in=places_in(pages, council),
        similar=similar(pages, council),
        cited=Cited(
            f"councils/{council.slug}",
            council.name,
            last_change(policy.provenance for policy in own) if own else None,
        ),
    )


def _policies(pages: Pages, own: list[Policy]) -> tuple[PolicyRow, ...]:
    """Give the policies by the year they begin, those without a year last."""
    ordered = sorted(own, key=lambda policy: (policy.year_start or NO_YEAR, policy.title.lower()))
    return tuple(
        PolicyRow(
            policy=pages.policy_link(policy.slug),
            when=words.years(policy.year_start, policy.year_end),
            document=policy.document_type.label,
            activities=tuple(pages.base.types[slug].label for slug in pages.joins.types_of(policy)),
        )
        for policy in ordered
    )


def _activities(pages: Pages, own: list[Policy], types: tuple[str, ...]) -> tuple[ActivityRow, ...]:
    """Give types with the policies that hold them, and their actions by how sure we are.

    An action with two types counts under both.
    """
    actions = actions_in(pages, own, pages.suggestions.of)
    counted = Counter((slug, action.status) for action in actions for slug in action.types)
    suggested = [slug for slug in pages.base.types if counted[slug, ActionStatus.CANDIDATE]]
    held = Counter(slug for policy in own for slug in pages.joins.types_of(policy))
    return tuple(
        ActivityRow(
            activity=pages.type_link(slug),
            policies=held[slug],
            actions=tuple(
                Counted(status.value.lower(), counted[slug, status])
                for status in STATUSES
                if counted[slug, status]
            ),
        )
        for slug in dict.fromkeys([*types, *suggested])
    )


def _neighbourhoods(pages: Pages, council: Council) -> list[str]:
    """Name the neighbourhoods in which a council took part, and those that lie in it today."""
    places = pages.base.country.places
    fits = pages.base.country.fits
    took_part = pages.joins.neighbourhoods_by_council.get(council.slug, [])
    here = [
        slug
        for slug in pages.base.neighbourhoods
        if any(
            fit.code in places and places[fit.code].council == council.ons_code for fit in fits.get(slug, ())
        )
    ]
    return list(dict.fromkeys([*(place.slug for place in took_part), *here]))


def _places_near(pages: Pages, council: Council) -> tuple[NearPlace, ...]:
    return tuple(
        NearPlace(pages.place_link(place.slug), place.council)
        for place in pages.base.neighbourhoods.values()
        if any(pages.base.councils[slug].region == council.region for slug in place.councils)
    )
