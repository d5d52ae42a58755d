"""Lists of records for index pages, one table a kind."""

from collections.abc import Callable

from ...records.vocabulary import PoolUse
from ..pages import words
from ..pages.blocks import Block, Line, Link, Tag, bullets, paragraph, table
from ..pages.common import Pages
from ..pages.tables import policy_table, study_table


def records(pages: Pages, kind: str) -> list[Block]:
    """Tabulate all records of a kind.

    Raises KeyError for an unknown kind.
    """
    return LISTS[kind](pages)


def _activities(pages: Pages) -> list[Block]:
    blocks: list[Block] = []
    for domain in pages.base.domains.values():
        types = [type_ for type_ in pages.base.types.values() if type_.domain == domain.slug]
        rows: list[tuple[Line, ...]] = [
            (
                Link(type_.label, f"activities/{type_.slug}"),
                words.number(len(pages.joins.studies_by_type.get(type_.slug, []))),
                words.number(sum(study.in_uk for study in pages.joins.studies_by_type.get(type_.slug, []))),
                words.number(len(pages.joins.policies_by_type.get(type_.slug, []))),
                words.number(len(_places(pages, type_.slug))),
            )
            for type_ in types
        ]
        blocks += [
            paragraph([Tag(domain.label, ("tag", f"domain-{domain.slug}")), " ", domain.definition]),
            table(domain.label, ("Activity", "Studies", "in the UK", "Policies", "Neighbourhoods"), rows),
        ]
    return blocks


def _places(pages: Pages, slug: str) -> set[str]:
    return {item.neighbourhood.slug for item in pages.joins.activities_by_type.get(slug, [])}


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
    return [policy_table(pages, "All policies on record", pages.base.policies.values())]


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
    return [study_table(pages, "All studies on record", pages.base.studies.values())]


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
