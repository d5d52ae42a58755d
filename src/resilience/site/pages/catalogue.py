"""Which record pages the book has, and which file each is read from."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from resilience.evidence import EvidenceBase
from resilience.site.pages.activity import activity_page
from resilience.site.pages.blocks import Page
from resilience.site.pages.common import Pages
from resilience.site.pages.council import council_page
from resilience.site.pages.neighbourhood import neighbourhood_page
from resilience.site.pages.outcome import outcome_page
from resilience.site.pages.policy import policy_page
from resilience.site.pages.pool import pool_page
from resilience.site.pages.study import study_page


class Kind(NamedTuple):
    """A kind of record with a page each."""

    records: Callable[[EvidenceBase], Mapping[str, Any]]
    """The records of this kind by slug or key."""
    page: Callable[[Pages, Any], Page]
    file: str
    """The file below `evidence/`; `{}` stands for the slug where each record has a file."""


KINDS: dict[str, Kind] = {
    "activities": Kind(lambda base: base.types, activity_page, "taxonomy.yml"),
    "outcomes": Kind(lambda base: base.outcomes, outcome_page, "outcomes.yml"),
    "studies": Kind(lambda base: base.studies, study_page, "studies/{}.yml"),
    "policies": Kind(lambda base: base.policies, policy_page, "policies/{}.yml"),
    "pools": Kind(lambda base: base.pools, pool_page, "pools/{}.yml"),
    "councils": Kind(lambda base: base.councils, council_page, "councils.yml"),
    "neighbourhoods": Kind(lambda base: base.neighbourhoods, neighbourhood_page, "neighbourhoods/{}.yml"),
}


def docnames(base: EvidenceBase) -> Iterator[tuple[str, str]]:
    """List each record page with its source file, relative to the repository."""
    for name, kind in KINDS.items():
        for slug in _slugs(base, kind):
            yield f"{name}/{slug}", f"{base.folder.name}/{kind.file.format(slug)}"


def _slugs(base: EvidenceBase, kind: Kind) -> Iterable[str]:
    """Name the records of a kind; where each has a file, the names of the files will do, unread."""
    if "{}" in kind.file:
        return sorted(path.stem for path in base.folder.glob(kind.file.format("*")))
    return kind.records(base)


def is_record_page(docname: str) -> bool:
    """Say whether a page is made from a record."""
    return docname.partition("/")[0] in KINDS


def page_of(pages: Pages, docname: str) -> Page:
    """Lay out one record page."""
    name, _, slug = docname.partition("/")
    kind = KINDS[name]
    return kind.page(pages, kind.records(pages.base)[slug])
