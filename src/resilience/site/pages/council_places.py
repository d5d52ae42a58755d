"""Where a council lies, the places in it, and the councils most like it that have policies on record."""

from dataclasses import dataclass

from resilience.policies.similar import similar_councils
from resilience.records.place_figures import INDEX
from resilience.records.policy import Council
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Link, Live, Text

WORST_FIFTH = 80
"""With this share of the nation's places better off, a place is among the fifth that is worst off."""
SHOWN = 6
"""How many activities of councils like it are shown."""
FEW = 3
"""Fewer councils like it are not put side by side."""
PART = "council-places"


@dataclass(frozen=True)
class Lies:
    """What stands above a council, what it took the place of, and what else on record acts there."""

    county: Link | Text | None
    combined: Link | Text | None
    former: tuple[str, ...]
    also_here: tuple[Link, ...]
    """Counties, combined authorities, groups, parts and councils that are gone, where they are on record."""


@dataclass(frozen=True)
class NamedPlace:
    """A place with the share of its nation's places that are better off, of 100; None if not known."""

    code: str
    name: str
    better_off: int | None


@dataclass(frozen=True)
class PlacesIn:
    """The places of a council by how they stand in the nation's index, worst off first."""

    places: tuple[NamedPlace, ...]
    one: str
    """What a place is called."""
    kind: str
    """The same with its year, such as `wards of 2024`."""
    nation: str
    all_in_nation: int
    worst: int
    """How many are among the worst-off fifth of the nation's."""
    index: str
    """The title of the nation's index."""
    drawn: int
    """How many of them have an outline on record."""
    part: Live


@dataclass(frozen=True)
class HeldRow:
    """An activity and the councils most like it that have it on record."""

    activity: Link
    councils: tuple[str, ...]


@dataclass(frozen=True)
class Similar:
    """The councils most like it, and what they have on record."""

    kind: str
    nation: str
    of_kind: int
    are_few: bool
    councils: tuple[Link, ...]
    held: tuple[HeldRow, ...]
    figures: int
    """By how many parts of the nation's index they are alike."""


def lies(pages: Pages, council: Council) -> Lies | None:
    """Say where a lower-tier council of today lies; None for any other authority."""
    own = pages.base.country.councils.get(council.ons_code or "")
    if own is None:
        return None
    on_record = pages.base.councils_by_code

    def above(code: str, name: str) -> Link | Text | None:
        if code in on_record:
            return pages.council_link(on_record[code].slug)
        return Text(name) if name else None

    named = {on_record[code].slug for code in (own.county_code, own.combined_code) if code in on_record}
    named.add(council.slug)
    others = (slug for slug, codes in pages.districts.items() if own.code in codes and slug not in named)
    return Lies(
        county=above(own.county_code, own.county),
        combined=above(own.combined_code, own.combined),
        former=own.former,
        also_here=tuple(pages.council_link(slug) for slug in others),
    )


def districts_of(pages: Pages, council: Council) -> tuple[Link, ...]:
    """Link to the lower-tier councils of today that an authority stands for, none for one of them itself."""
    if council.ons_code in pages.base.country.councils:
        return ()
    by_code = pages.base.councils_by_code
    codes = pages.districts[council.slug]
    return tuple(pages.council_link(by_code[code].slug) for code in codes if code in by_code)


def places_in(pages: Pages, council: Council) -> PlacesIn | None:
    """List the places of a lower-tier council of today; None for any other authority."""
    code, standings = council.ons_code or "", pages.standings
    own = standings.in_council.get(code)
    if not own:
        return None
    nation = standings.nations[council.nation]
    shares = [(place, standings.better_off(place, INDEX)) for place in own]
    named = [NamedPlace(one.code, one.name, None if share is None else round(share)) for one, share in shares]
    return PlacesIn(
        places=tuple(sorted(named, key=_worst_first)),
        one=nation.place,
        kind=nation.places,
        nation=council.nation.label,
        all_in_nation=len(standings.in_nation[council.nation]),
        worst=sum(share is not None and share >= WORST_FIFTH for _, share in shares),
        index=pages.base.place_figures.source(nation.figure(INDEX).source).title,
        drawn=sum(one.code in pages.base.outlined for one in named),
        part=Live(PART, council.slug),
    )


def _worst_first(one: NamedPlace) -> tuple[bool, int, str]:
    return one.better_off is None, -(one.better_off or 0), one.name


def similar(pages: Pages, council: Council) -> Similar:
    """Give the councils most like one, and the activities that most of them have on record."""
    found = similar_councils(pages, council)
    return Similar(
        kind=council.type.label,
        nation=council.nation.label,
        of_kind=found.of_kind,
        are_few=len(found.councils) < FEW,
        councils=tuple(pages.council_link(slug) for slug in found.councils),
        held=tuple(
            HeldRow(pages.type_link(slug), tuple(pages.base.councils[one].name for one in held))
            for slug, held in found.types[:SHOWN]
        ),
        figures=len(pages.profiles.parts(council.nation)),
    )
