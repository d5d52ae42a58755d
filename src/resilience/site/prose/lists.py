"""Lists of records for index pages, one table a kind."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from resilience.findings.coverage import NOT_SEEN as PLACE_NOT_SEEN
from resilience.findings.coverage import country_name
from resilience.findings.votes import why_left_out
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType, Domain, OutcomeCategory, OutcomeGroup
from resilience.records.vocabulary import Design, Nation, PoolUse, Scope
from resilience.site.columns import (
    Column,
    Explorer,
    Extras,
    Filter,
    Order,
    by_label,
    counted,
    explorer,
    year_column,
)
from resilience.site.downloads import ALL, FOLDER
from resilience.site.downloads.groups import FILE as GROUPS
from resilience.site.pages import words
from resilience.site.pages.common import Pages, results_in_words, study_where
from resilience.site.pages.rating import aims_tagged
from resilience.site.prose import policy_lists
from resilience.site.wording.values import Line, Link, Passage, Tag

Labelled = Domain | OutcomeCategory | OutcomeGroup | ActivityType
ANY_UK, NO_PLACE = "uk", "not-seen"
SPEAKS_CLEARLY = 0.5
"""From this learnt weight on, an idea of the matcher is a word for the activity or its problem; most of those
below it came to speak for a type by chance, as `build` did for community events."""
TEMPLATE = "prose/lists"


def records(pages: Pages, kind: str) -> Explorer | Passage:
    """Tabulate all records of a kind.

    Raises KeyError for an unknown kind.
    """
    return LISTS[kind](pages)


def _activities(pages: Pages) -> Explorer:
    columns: tuple[Column[ActivityType, Line], ...] = (
        Column("Activity", lambda type_: pages.type_link(type_.slug)),
        Column("Domain", lambda type_: _domain(pages, type_)),
        Column(
            "Evidence, by main aim",
            lambda type_: aims_tagged(pages, type_.slug),
            key=lambda type_: _first_level(pages, type_),
            order=Order.LEVEL,
        ),
        counted("Studies", lambda type_: len(_studied(pages, type_))),
        counted("UK studies", lambda type_: sum(study.in_uk for study in _studied(pages, type_))),
        counted("Policies", lambda type_: len(pages.joins.policies_by_type.get(type_.slug, []))),
        counted("Places", lambda type_: len(_places(pages, type_))),
    )
    filters: tuple[Filter[ActivityType], ...] = (
        Filter("Main aim", "aim", lambda type_: type_.main_outcomes, _labels(pages.base.outcome_groups)),
        Filter("Domain", "domain", lambda type_: (type_.domain,), _labels(pages.base.domains)),
        Filter("UK studies", "uk", lambda type_: _uk(pages, type_), {"yes": "Some", "no": "None"}),
    )
    extras: Extras[ActivityType] = Extras(words=lambda type_: _words_of(pages, type_))
    name = ("activities", "All activities", "activities")
    return explorer(name, columns, pages.base.types.values(), filters, extras)


def _domain(pages: Pages, type_: ActivityType) -> Tag:
    return Tag(pages.base.domains[type_.domain].label, ("tag", f"domain-{type_.domain}"))


def _first_level(pages: Pages, type_: ActivityType) -> float:
    """Rank the level of the first main aim, the strongest highest, by the order of `rating.yml`."""
    order = [level.slug for level in pages.base.rating.levels]
    return -order.index(pages.ratings.of(type_.slug).main[0].level)


def _studied(pages: Pages, type_: ActivityType) -> list[Study]:
    carrying = pages.joins.studies_by_type.get(type_.slug, [])
    return [study for study in carrying if not why_left_out(study, type_.slug)]


def _uk(pages: Pages, type_: ActivityType) -> tuple[str]:
    return ("yes" if any(study.in_uk for study in _studied(pages, type_)) else "no",)


def _places(pages: Pages, type_: ActivityType) -> set[str]:
    return {item.neighbourhood.slug for item in pages.joins.activities_by_type.get(type_.slug, [])}


def _words_of(pages: Pages, type_: ActivityType) -> Iterator[str]:
    """Give what readers may call an activity or its problem."""
    base = pages.base
    yield from (type_.definition, *type_.includes, *type_.terms)
    aims = [base.outcome_groups[slug] for slug in type_.main_outcomes]
    yield from (words for aim in aims for words in (aim.label, aim.definition))
    for category in base.outcomes.values():
        results = pages.joins.results_by_category.get(category.slug, [])
        if category.group in type_.main_outcomes or any(type_.slug in one.study.types for one in results):
            yield category.label
    weights = pages.suggestions.lexicon.weights
    place = pages.suggestions.lexicon.types.index(type_.slug)
    for idea in base.words.ideas:
        weight = weights.get(f"idea {idea.name}")
        if weight and dict(weight.speaks_for).get(place, 0) >= SPEAKS_CLEARLY:
            yield from idea.phrases


def _labels(items: Mapping[str, Labelled]) -> dict[str, str]:
    return {slug: item.label for slug, item in items.items()}


def _studies(pages: Pages) -> Explorer:
    works = pages.base.references
    columns: tuple[Column[Study, Line], ...] = (
        Column("Study", lambda study: pages.study_link(study.key)),
        year_column("Year", lambda study: works[study.key].year),
        Column("Design", lambda study: study.design.label),
        Column("Where", study_where, key=lambda study: study_where(study) if study.countries else None),
        Column("Results", results_in_words, key=lambda study: len(study.outcomes), order=Order.AMOUNT),
    )
    outcomes = _labels(pages.base.outcomes)
    filters: tuple[Filter[Study], ...] = (
        Filter("Activity", "activity", lambda study: study.types, by_label(_labels(pages.base.types))),
        Filter("Outcome", "outcome", lambda study: [one.category for one in study.outcomes], outcomes),
        Filter("Where", "where", _parts_of_the_world, _places_named(pages)),
        Filter("Design", "design", lambda study: (study.design,), {one: one.label for one in Design}),
    )
    extras: Extras[Study] = Extras(
        line=Column("Title", lambda study: works[study.key].title or words.NO_TITLE),
        words=lambda study: filter(
            None, (study.intervention, study.population, study.setting, study.summary)
        ),
        year=lambda study: works[study.key].year,
    )
    ordered = sorted(pages.base.studies.values(), key=lambda study: pages.base.cited[study.key].lower())
    name = ("studies", "All studies on record", "studies")
    return explorer(name, columns, ordered, filters, extras, works=f"{FOLDER}/{ALL}")


def _parts_of_the_world(study: Study) -> list[str]:
    if study.countries:
        return [*([ANY_UK] if study.in_uk else []), *study.countries]
    return [Scope.INTERNATIONAL if study.scope else NO_PLACE]


def _places_named(pages: Pages) -> dict[str, str]:
    """Name the parts of the world: the UK and its nations first, then other countries by name."""
    codes = {code for study in pages.base.studies.values() for code in study.countries}
    names = by_label({code: country_name(code) for code in codes})
    home = {code: name for code, name in names.items() if code.startswith("GB-")}
    return {
        ANY_UK: "Any part of the UK",
        "GB": "The UK as a whole",
        **home,
        **{code: name for code, name in names.items() if not code.startswith("GB")},
        Scope.INTERNATIONAL: Scope.INTERNATIONAL.label,
        NO_PLACE: PLACE_NOT_SEEN,
    }


def _neighbourhoods(pages: Pages) -> Passage:
    rows = tuple(
        (pages.place_link(place.slug), place.council, place.focus_topics, len(place.activities))
        for place in pages.base.neighbourhoods.values()
    )
    return Passage(TEMPLATE, rows, "neighbourhoods")


def _other_neighbourhoods(pages: Pages) -> Passage:
    rows = tuple(
        (
            pages.place_link(place.slug),
            place.council,
            place.set_out_to or "; ".join(place.priorities),
            len(place.planned),
            len(place.activities),
        )
        for place in pages.base.other_neighbourhoods.values()
    )
    file = Link("The same as a table (CSV)", url=f"../../{FOLDER}/{GROUPS}")
    return Passage(TEMPLATE, (rows, file), "other_neighbourhoods")


def _other_councils(pages: Pages) -> Passage:
    """List the councils without a policy on record by nation and region."""
    others = [one for slug, one in pages.base.councils.items() if slug not in pages.base.councils_on_record]
    grouped: dict[tuple[Nation, str], list[Link]] = {}
    for council in sorted(others, key=lambda one: (list(Nation).index(one.nation), one.region, one.name)):
        grouped.setdefault((council.nation, council.region), []).append(pages.council_link(council.slug))
    rows = tuple(
        (region if region == nation else f"{nation}: {region}", tuple(links))
        for (nation, region), links in grouped.items()
    )
    return Passage(TEMPLATE, rows, "other_councils")


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
    return _works(pages, ((lead.key, lead.summary or words.UNREAD) for lead in pages.base.leads.values()))


def _concepts(pages: Pages) -> Passage:
    return _works(pages, ((item.key, item.summary) for item in pages.base.concepts.values()))


def _works(pages: Pages, said: Iterable[tuple[str, str]]) -> Passage:
    works = pages.base.references
    rows = tuple((pages.work_link(key), works[key].title or words.NO_TITLE, summary) for key, summary in said)
    return Passage(TEMPLATE, rows, "works")


LISTS: dict[str, Callable[[Pages], Explorer | Passage]] = {
    "activities": _activities,
    "neighbourhoods": _neighbourhoods,
    "other-neighbourhoods": _other_neighbourhoods,
    "policies": policy_lists.policies,
    "councils": policy_lists.councils,
    "other-councils": _other_councils,
    "policy-actions": policy_lists.actions,
    "policy-numbers": policy_lists.numbers,
    "policy-evaluations": policy_lists.evaluations,
    "studies": _studies,
    "outcomes": _outcomes,
    "pools": _pools,
    "leads": _leads,
    "concepts": _concepts,
}
