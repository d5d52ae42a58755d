"""Lists of records for index pages, one table a kind."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from resilience.findings.votes import why_left_out
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType
from resilience.records.vocabulary import PoolUse
from resilience.site.columns import Column, explorer, tabulate
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Line
from resilience.site.pages.common import Pages, results_in_words, study_where
from resilience.site.pages.rating import aims_tagged
from resilience.site.prose import policy_lists
from resilience.site.wording.values import Passage, Tag

TEMPLATE = "prose/lists"


def records(pages: Pages, kind: str) -> list[Block] | Passage:
    """Tabulate all records of a kind.

    Raises KeyError for an unknown kind.
    """
    return LISTS[kind](pages)


def _activities(pages: Pages) -> list[Block]:
    columns: tuple[Column[ActivityType, Line], ...] = (
        Column("Activity", lambda type_: pages.type_link(type_.slug)),
        Column("Domain", lambda type_: _domain(pages, type_), choose=True),
        Column(
            "Evidence, by main aim",
            lambda type_: aims_tagged(pages, type_.slug),
            key=lambda type_: _first_level(pages, type_),
        ),
        Column("Studies, and in the UK", lambda type_: _studied(pages, type_)),
        Column("Policies", lambda type_: _number(pages.joins.policies_by_type, type_.slug)),
        Column("Neighbourhoods", lambda type_: words.number(len(_places(pages, type_)))),
    )
    return explorer(tabulate("All activities", columns, pages.base.types.values()))


def _domain(pages: Pages, type_: ActivityType) -> Tag:
    return Tag(pages.base.domains[type_.domain].label, ("tag", f"domain-{type_.domain}"))


def _first_level(pages: Pages, type_: ActivityType) -> str:
    """Give the place of the level of the first main aim, in the order in which `rating.yml` has them."""
    order = [level.slug for level in pages.base.rating.levels]
    return str(order.index(pages.ratings.of(type_.slug).main[0].level))


def _studied(pages: Pages, type_: ActivityType) -> str:
    carrying = pages.joins.studies_by_type.get(type_.slug, [])
    studies = [study for study in carrying if not why_left_out(study, type_.slug)]
    return f"{words.number(len(studies))}, {words.number(sum(study.in_uk for study in studies))}"


def _places(pages: Pages, type_: ActivityType) -> set[str]:
    return {item.neighbourhood.slug for item in pages.joins.activities_by_type.get(type_.slug, [])}


def _number(found: Mapping[str, Sequence[object]], slug: str) -> str:
    return words.number(len(found.get(slug, [])))


def _studies(pages: Pages) -> list[Block]:
    works = pages.base.references
    columns: tuple[Column[Study, Line], ...] = (
        Column("Study", lambda study: pages.study_link(study.key)),
        Column("Title", lambda study: works[study.key].title or words.NO_TITLE),
        Column("Design", lambda study: study.design.label, choose=True),
        Column("Where", study_where, choose=True),
        Column("Results", results_in_words),
    )
    ordered = sorted(pages.base.studies.values(), key=lambda study: pages.base.cited[study.key].lower())
    return explorer(tabulate("All studies on record", columns, ordered))


def _neighbourhoods(pages: Pages) -> Passage:
    rows = tuple(
        (pages.place_link(place.slug), place.council, place.focus_topics, len(place.activities))
        for place in pages.base.neighbourhoods.values()
    )
    return Passage(TEMPLATE, rows, "neighbourhoods")


def _outcomes(pages: Pages) -> Passage:
    rows = tuple(
        (
            pages.outcome_link(category.slug),
            category.definition,
            len(pages.joins.results_by_category.get(category.slug, [])),
        )
        for category in pages.base.outcomes.values()
    )
    return Passage(TEMPLATE, rows, "outcomes")


def _pools(pages: Pages) -> Passage:
    rows = tuple(
        (pages.pool_link(pool.slug), pool.question, pages.outcome_link(pool.outcome), pool.use.label)
        for use in PoolUse
        for pool in pages.base.pools.values()
        if pool.use is use
    )
    return Passage(TEMPLATE, rows, "pools")


def _leads(pages: Pages) -> Passage:
    return _works(pages, ((lead.key, lead.summary) for lead in pages.base.leads.values()))


def _concepts(pages: Pages) -> Passage:
    return _works(pages, ((item.key, item.summary) for item in pages.base.concepts.values()))


def _works(pages: Pages, said: Iterable[tuple[str, str]]) -> Passage:
    works = pages.base.references
    rows = tuple((pages.work_link(key), works[key].title or words.NO_TITLE, summary) for key, summary in said)
    return Passage(TEMPLATE, rows, "works")


LISTS: dict[str, Callable[[Pages], list[Block] | Passage]] = {
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
