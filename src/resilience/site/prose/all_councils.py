"""Every council of today by nation and region, which leads to its places without a script."""

from dataclasses import dataclass
from itertools import groupby

from resilience.evidence.country import NATIONS
from resilience.records.english import listing
from resilience.records.place import LocalAuthority
from resilience.records.vocabulary import Nation
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Link, Passage, Text


@dataclass(frozen=True)
class Listed:
    """A council, the county above it and the councils that it took the place of."""

    link: Link | Text
    above: str
    former: str


@dataclass(frozen=True)
class Region:
    """The councils of a region of England, or of another nation."""

    name: str
    councils: tuple[Listed, ...]


@dataclass(frozen=True)
class InNation:
    """The councils of a nation, and what its places are."""

    places: str
    count: int
    councils: int
    regions: tuple[Region, ...]


def all_councils(pages: Pages, nation: str) -> Passage:
    """List the councils of a nation by region; raises KeyError where there is none of that name."""
    return Passage("prose/all_councils", _nation(pages, NATIONS[nation]), "all_councils")


def _nation(pages: Pages, nation: Nation) -> InNation:
    own = [one for one in pages.base.country.councils.values() if one.nation is nation]
    own.sort(key=lambda one: (one.region, one.name))
    return InNation(
        places=pages.standings.nations[nation].places,
        count=len(pages.standings.in_nation[nation]),
        councils=len(own),
        regions=tuple(
            Region(name, tuple(_listed(pages, one) for one in councils))
            for name, councils in groupby(own, key=lambda one: one.region)
        ),
    )


def _listed(pages: Pages, council: LocalAuthority) -> Listed:
    record = pages.base.councils_by_code.get(council.code)
    link = Link(council.name, f"councils/{record.slug}") if record else Text(council.name)
    return Listed(link, council.county, listing(council.former))
