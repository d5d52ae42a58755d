"""Lists of records for index pages, one table a kind."""

from collections.abc import Callable

from resilience.findings.votes import why_left_out
from resilience.records.taxonomy import ActivityType
from resilience.records.vocabulary import PoolUse
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Box, Line, Link, Tag, bullets, table
from resilience.site.pages.common import Pages
from resilience.site.pages.rating import aims_tagged
from resilience.site.pages.tables import study_table
from resilience.site.prose import policy_lists


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
        "Evidence, by main aim",
        "Studies, and in the UK",
        "Policies",
        "Neighbourhoods",
    )
    # The second column can be chosen from, see static/explore.js in the theme.
    return [Box((table("All activities", header, rows),), ("explore", "choose-2"))]


def _activity(pages: Pages, type_: ActivityType) -> tuple[Line, ...]:
    carrying = pages.joins.studies_by_type.get(type_.slug, [])
    studies = [study for study in carrying if not why_left_out(study, type_.slug)]
    return (
        pages.type_link(type_.slug),
        Tag(pages.base.domains[type_.domain].label, ("tag", f"domain-{type_.domain}")),
        aims_tagged(pages, type_.slug),
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
    "policies": policy_lists.policies,
    "councils": policy_lists.councils,
    "policy-actions": policy_lists.actions,
    "policy-numbers": policy_lists.numbers,
    "policy-evaluations": policy_lists.evaluations,
    "studies": _studies,
    "outcomes": _outcomes,
    "pools": _pools,
    "leads": _leads,
    "concepts": _concepts,
}
