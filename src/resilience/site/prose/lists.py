"""Lists of records for index pages, one table a kind."""

from collections.abc import Callable, Iterable

from ...evidence.typed import types_of
from ...records.taxonomy import ActivityType
from ...records.vocabulary import PoolUse
from ..pages import words
from ..pages.blocks import Block, Box, Line, Link, Tag, bullets, table
from ..pages.common import Pages
from ..pages.rating import direction_line, rating_tag
from ..pages.tables import study_table


def records(pages: Pages, kind: str) -> list[Block]:
    """Tabulate all records of a kind.

    Raises KeyError for an unknown kind.
    """
    return LISTS[kind](pages)


def _activities(pages: Pages) -> list[Block]:
    rows: list[tuple[Line, ...]] = [_activity(pages, type_) for type_ in pages.base.types.values()]
    header = (
        "Activity",
        "Domain",
        "Evidence",
        "Studies with a result",
        "Studies, and in the UK",
        "Policies",
        "Neighbourhoods",
    )
    # The second and third columns can be chosen from, see static/explore.js in the theme.
    return [Box((table("All activities", header, rows),), ("explore", "choose-2", "choose-3"))]


def _activity(pages: Pages, type_: ActivityType) -> tuple[Line, ...]:
    studies = pages.joins.studies_by_type.get(type_.slug, [])
    rated = pages.ratings.of(type_.slug)
    return (
        pages.type_link(type_.slug),
        Tag(pages.base.domains[type_.domain].label, ("tag", f"domain-{type_.domain}")),
        rating_tag(pages, rated.level),
        direction_line(rated),
        f"{words.number(len(studies))}, {words.number(sum(study.in_uk for study in studies))}",
        words.number(len(pages.joins.policies_by_type.get(type_.slug, []))),
        words.number(
            len({item.neighbourhood.slug for item in pages.joins.activities_by_type.get(type_.slug, [])})
        ),
    )


def _neighbourhoods(pages: Pages) -> list[Block]:
    rows: list[tuple[Line, ...]] = [
        (
            Link(place.name, f"neighbourhoods/{place.slug}"),
            place.council,
            ", ".join(place.focus_topics),
            words.number(len(place.activities)),
        )
        for place in pages.base.neighbourhoods.values()
    ]
    return [
        table(
            "Neighbourhoods for Learning on record",
            ("Neighbourhood", "Council", "Topics", "Activities"),
            rows,
        )
    ]


def _policies(pages: Pages) -> list[Block]:
    policies = sorted(pages.base.policies.values(), key=lambda policy: policy.title.lower())
    rows: list[tuple[Line, ...]] = [
        (
            Link(policy.title, f"policies/{policy.slug}"),
            pages.council_link(policy.council),
            pages.base.councils[policy.council].nation,
            policy.document_type.label,
            str(policy.year_start or "not seen"),
            _named(pages, types_of(pages.base, policy)),
        )
        for policy in policies
    ]
    header = ("Policy", "Council", "Nation", "Kind", "From", "Activities")
    # Nation, kind, year and activity can be chosen from, see static/explore.js in the theme.
    choices = ("choose-3", "choose-4", "choose-5", "choose-6")
    return [Box((table("All policies on record", header, rows),), ("explore", *choices))]


def _named(pages: Pages, slugs: Iterable[str]) -> Line:
    """Link to activity types, with semicolons between them."""
    parts: list[Line] = []
    for slug in slugs:
        parts += ["; "] if parts else []
        parts.append(pages.type_link(slug))
    return parts


def _councils(pages: Pages) -> list[Block]:
    rows: list[tuple[Line, ...]] = [
        (
            pages.council_link(council.slug),
            council.nation,
            council.region if council.region != council.nation else "",
            words.number(len(pages.joins.policies_by_council.get(council.slug, []))),
        )
        for council in sorted(pages.base.councils.values(), key=lambda council: council.name)
    ]
    return [table("All authorities on record", ("Authority", "Nation", "Region", "Policies"), rows)]


def _studies(pages: Pages) -> list[Block]:
    listed = study_table(pages, "All studies on record", pages.base.studies.values())
    return [Box((listed,), ("explore", "choose-3", "choose-4"))]


def _outcomes(pages: Pages) -> list[Block]:
    rows: list[tuple[Line, ...]] = [
        (
            pages.outcome_link(category.slug),
            category.definition,
            words.number(len(pages.joins.results_by_category.get(category.slug, []))),
        )
        for category in pages.base.outcomes.values()
    ]
    return [table("Outcomes that studies measured", ("Outcome", "What it covers", "Results"), rows)]


def _pools(pages: Pages) -> list[Block]:
    rows: list[tuple[Line, ...]] = [
        (
            Link(pool.title, f"pools/{pool.slug}"),
            pool.question,
            pages.outcome_link(pool.outcome),
            pool.use.label,
        )
        for use in PoolUse
        for pool in pages.base.pools.values()
        if pool.use is use
    ]
    return [table("Sets of results", ("Set", "Question", "Outcome", "What is done"), rows)]


def _leads(pages: Pages) -> list[Block]:
    return [
        bullets(
            [
                [
                    pages.work_link(lead.key),
                    f": {pages.base.references[lead.key].title or 'Title not seen'}. {lead.summary}",
                ]
                for lead in pages.base.leads.values()
            ]
        )
    ]


def _concepts(pages: Pages) -> list[Block]:
    return [
        bullets(
            [
                [pages.work_link(item.key), f": {pages.base.references[item.key].title}. {item.summary}"]
                for item in pages.base.concepts.values()
            ]
        )
    ]


LISTS: dict[str, Callable[[Pages], list[Block]]] = {
    "activities": _activities,
    "neighbourhoods": _neighbourhoods,
    "policies": _policies,
    "councils": _councils,
    "studies": _studies,
    "outcomes": _outcomes,
    "pools": _pools,
    "leads": _leads,
    "concepts": _concepts,
}
