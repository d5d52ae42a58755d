"""Which record pages the book has, and which file each is read from."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from resilience.evidence import EvidenceBase
from resilience.evidence.kinds import kind_with
from resilience.records.base import Record
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.policy import Councils, Policy
from resilience.records.pool import Pool
from resilience.records.study import Study
from resilience.records.taxonomy import Outcomes, Taxonomy
from resilience.site.pages.activity import activity_page
from resilience.site.pages.common import Pages
from resilience.site.pages.council import council_page
from resilience.site.pages.meeting import meeting_page
from resilience.site.pages.neighbourhood import neighbourhood_page
from resilience.site.pages.other_neighbourhood import other_neighbourhood_page
from resilience.site.pages.outcome import outcome_page
from resilience.site.pages.policy import policy_page
from resilience.site.pages.pool import pool_page
from resilience.site.pages.problem import problem_page
from resilience.site.pages.study import study_page
from resilience.site.wording.values import FactsPage


class Kind(NamedTuple):
    """A kind of record with a page each."""

    records: Callable[[EvidenceBase], Mapping[str, Any]]
    """The records of this kind by slug or key."""
    page: Callable[[Pages, Any], FactsPage]
    model: type[Record]
    """The model of the files that they are read from."""


def _neighbourhood(pages: Pages, place: Neighbourhood) -> FactsPage:
    return (neighbourhood_page if place.programme else other_neighbourhood_page)(pages, place)


KINDS: dict[str, Kind] = {
    "activities": Kind(lambda base: base.types, activity_page, Taxonomy),
    "meetings": Kind(lambda base: base.types, meeting_page, Taxonomy),
    "problems": Kind(lambda base: base.outcome_groups, problem_page, Outcomes),
    "outcomes": Kind(lambda base: base.outcomes, outcome_page, Outcomes),
    "studies": Kind(lambda base: base.studies, study_page, Study),
    "policies": Kind(lambda base: base.policies, policy_page, Policy),
    "pools": Kind(lambda base: base.pools, pool_page, Pool),
    "councils": Kind(lambda base: base.councils, council_page, Councils),
    "neighbourhoods": Kind(lambda base: base.all_neighbourhoods, _neighbourhood, Neighbourhood),
}


def docnames(base: EvidenceBase) -> Iterator[tuple[str, str]]:
    """List each record page with its source file, relative to the repository."""
    for name, kind in KINDS.items():
        files = kind_with(kind.model)
        # Where each record has a file, the names of the files will do, unread.
        for slug in base.names(kind.model) if files.folder else kind.records(base):
            yield f"{name}/{slug}", f"{base.folder.name}/{files.file(slug)}"


def is_record_page(docname: str) -> bool:
    """Say whether a page is made from a record."""
    return docname.partition("/")[0] in KINDS


def page_of(pages: Pages, docname: str) -> FactsPage:
    """Lay out one record page; a page that was laid out before is given again."""
    if docname not in pages.laid_out:
        name, _, slug = docname.partition("/")
        kind = KINDS[name]
        pages.laid_out[docname] = kind.page(pages, kind.records(pages.base)[slug])
    page: FactsPage = pages.laid_out[docname]
    return page
