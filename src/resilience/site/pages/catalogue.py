"""Which record pages the book has, and which file each is read from."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from resilience.evidence import EvidenceBase
from resilience.evidence.kinds import kind_with
from resilience.planning.from_records.example import has_example
from resilience.records.base import Record
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.policy import Councils, Policy
from resilience.records.pool import Pool
from resilience.records.search_log import SearchLog
from resilience.records.study import Study
from resilience.records.taxonomy import Outcomes, Taxonomy
from resilience.site.pages.activity import activity_page
from resilience.site.pages.common import Pages
from resilience.site.pages.council import council_page
from resilience.site.pages.meeting import meeting_page
from resilience.site.pages.neighbourhood import neighbourhood_page
from resilience.site.pages.other_neighbourhood import other_neighbourhood_page
from resilience.site.pages.outcome import outcome_page
from resilience.site.pages.plan_example import plan_example_page
from resilience.site.pages.policy import policy_page
from resilience.site.pages.pool import pool_page
from resilience.site.pages.problem import problem_page
from resilience.site.pages.search_log import search_log_page
from resilience.site.pages.study import study_page
from resilience.site.wording.values import FactsPage


class Kind(NamedTuple):
    """A kind of record with a page each."""

    records: Callable[[EvidenceBase], Mapping[str, Any]]
    """The records of this kind by slug or key."""
    page: Callable[[Pages, Any], FactsPage]
    model: type[Record]
    """The model of the files that they are read from."""
    ending: str = ""
    """What stands behind the slug in the names of pages that are the second of a record."""


def _neighbourhood(pages: Pages, place: Neighbourhood) -> FactsPage:
    return (neighbourhood_page if place.programme else other_neighbourhood_page)(pages, place)


KINDS: dict[str, Kind] = {
    "activities": Kind(lambda base: base.types, activity_page, Taxonomy),
    "meetings": Kind(lambda base: base.types, meeting_page, Taxonomy),
    "problems": Kind(lambda base: base.outcome_groups, problem_page, Outcomes),
    "outcomes": Kind(lambda base: base.outcomes, outcome_page, Outcomes),
    "studies": Kind(lambda base: base.all_studies, study_page, Study),
    "policies": Kind(lambda base: base.policies, policy_page, Policy),
    "pools": Kind(lambda base: base.pools, pool_page, Pool),
    "councils": Kind(lambda base: base.councils, council_page, Councils),
    "neighbourhoods": Kind(lambda base: base.all_neighbourhoods, _neighbourhood, Neighbourhood),
    "searches": Kind(lambda base: base.searches, search_log_page, SearchLog),
}


def _with_example(base: EvidenceBase) -> Mapping[str, Neighbourhood]:
    return {slug: place for slug, place in base.neighbourhoods.items() if has_example(place)}


SECOND: dict[str, Kind] = {
    "neighbourhoods": Kind(_with_example, plan_example_page, Neighbourhood, "-plan"),
}
"""Second pages of records, beside the first in the same folder."""


def docnames(base: EvidenceBase) -> Iterator[tuple[str, str]]:
    """List each record page with its source file, relative to the repository."""
    for name, kind in (*KINDS.items(), *SECOND.items()):
        files = kind_with(kind.model)
        # Where each record has a file and a page, the names of the files will do, unread.
        unread = files.folder and not kind.ending
        for slug in base.names(kind.model) if unread else kind.records(base):
            yield f"{name}/{slug}{kind.ending}", f"{base.folder.name}/{files.file(slug)}"


def is_record_page(docname: str) -> bool:
    """Say whether a page is made from a record."""
    return docname.partition("/")[0] in KINDS


def kind_of(docname: str) -> tuple[Kind, str]:
    """Give the kind of a record page and the slug of its record; raises KeyError where it is no such page."""
    name, _, slug = docname.partition("/")
    second = SECOND.get(name)
    if second and slug.endswith(second.ending):
        return second, slug.removesuffix(second.ending)
    return KINDS[name], slug


def is_first_page(docname: str) -> bool:
    """Say whether a record page is the first of its record, or its only one."""
    return not kind_of(docname)[0].ending


def is_unsearched(docname: str) -> bool:
    """Say whether no search need find a page: another says the same, or it lists what was turned down."""
    return is_record_page(docname) and kind_of(docname)[0].page in (
        meeting_page,
        plan_example_page,
        search_log_page,
    )


def page_of(pages: Pages, docname: str) -> FactsPage:
    """Lay out one record page; a page that was laid out before is given again."""
    if docname not in pages.laid_out:
        kind, slug = kind_of(docname)
        pages.laid_out[docname] = kind.page(pages, kind.records(pages.base)[slug])
    page: FactsPage = pages.laid_out[docname]
    return page
