"""Places to choose for: what there is, how to find one, and among what it is told to be worse off.

They are the programme's neighbourhoods and every place of the United Kingdom, each held against the places of
its own nation. Nothing is worked out before it is asked for.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import fsum

from resilience.findings.standings import mean_of
from resilience.findings.view import Findings
from resilience.records.english import folded, listing
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.place import Fit as WardFit
from resilience.records.place import Place as CountryPlace
from resilience.records.vocabulary import Nation


@dataclass(frozen=True)
class Fit:
    """How far the wards of today that a neighbourhood lies in are itself, by households of 2021."""

    names: tuple[str, ...]
    """Of the wards, the one that holds most of it first."""
    own: int
    """Households that the wards and the neighbourhood share."""
    all: int
    """Households of the wards."""

    @property
    def share(self) -> int:
        """Give how many of 100 households of the wards are in the neighbourhood."""
        return round(100 * self.own / self.all)

    @property
    def says(self) -> str:
        """Say whose figures the neighbourhood is told by, and how far they are its own."""
        one = len(self.names) == 1
        of, their = ("ward", "its") if one else ("wards", "their")
        share = "all" if self.own == self.all else f"{self.share} of 100"
        figures = f"Figures are those of the {of} {listing(self.names)}"
        return f"{figures}; {share} of {their} households are in the neighbourhood."


@dataclass(frozen=True)
class Place:
    """A place, with how it stands on each figure within its nation."""

    slug: str
    """Of a neighbourhood; of another place the codes of council and place, as a link has them."""
    name: str
    council: str
    nation: Nation
    percentiles: Mapping[str, float]
    """Share of the nation's places that are better off, of 100; left out where no figure is known."""
    fit: Fit | None = field(default=None, compare=False)
    """Of a neighbourhood only."""

    @property
    def is_neighbourhood(self) -> bool:
        """Say whether it is one of the programme."""
        return self.fit is not None

    @property
    def title(self) -> str:
        """Give the name with its council, the council not twice where it stands in the name."""
        name = self.name.removesuffix(f", {self.council}")
        return f"{name}, {self.council}" if self.council else name


@dataclass(frozen=True)
class Scale:
    """Among what the places of a nation are told to be worse off."""

    nation: Nation
    place: str
    """What a place is called, such as `ward`."""
    places: str
    """All of them with their year, such as `wards of 2024`."""
    sources: tuple[str, ...]
    """Titles of what the figures that tell needs are from, the nation's index first."""

    @property
    def among(self) -> str:
        """Name the places that one is held against, such as `the wards of England`."""
        return f"the {self.place}s of {self.nation.label}"

    @property
    def edition(self) -> str:
        """Say of which year boundaries and figures are."""
        return f"Places are {self.places}. Figures are from: {'; '.join(self.sources)}."


class Places:
    """All places on record."""

    def __init__(self, findings: Findings) -> None:
        """Take the view of the evidence; no place is worked out yet."""
        self._base, self._standings = findings.base, findings.standings

    @cached_property
    def neighbourhoods(self) -> tuple[Place, ...]:
        """The places of the programme whose wards of today are known, in the order of their slugs."""
        records = self._base.neighbourhoods.values()
        return tuple(self._neighbourhood(record) for record in records if self.wards_of(record.slug))

    def wards_of(self, slug: str) -> list[tuple[CountryPlace, WardFit]]:
        """Give the wards of today that a neighbourhood lies in, the one that holds most of it first."""
        country = self._base.country
        fits = country.fits.get(slug, ())
        return [(country.places[fit.code], fit) for fit in fits if fit.code in country.places]

    def as_one(self, slug: str) -> CountryPlace:
        """Give a neighbourhood as if it were one ward: the means of its wards, by shared households.

        Its code is the slug, its weight all shared households, its council that of its first ward. Raises
        KeyError where its wards of today are not known.
        """
        wards = self.wards_of(slug)
        if not wards:
            raise KeyError(slug)
        first = wards[0][0]
        shared = [replace(ward, weight=fit.shared) for ward, fit in wards]
        households = sum(fit.shared for _, fit in wards)
        means = {one.key: mean_of(shared, one.key) for one in self._standings.figures_of(first.nation)}
        tenths = [(ward.tenth, fit.shared) for ward, fit in wards if ward.tenth is not None]
        country_side = sum(fit.shared for ward, fit in wards if ward.rural)
        return replace(
            first,
            code=slug,
            name=self._base.neighbourhoods[slug].name,
            rural=2 * country_side > households,
            lon=None,
            lat=None,
            weight=households,
            areas=sum(ward.areas for ward, _ in wards),
            tenth=round(fsum(tenth * own for tenth, own in tenths) / fsum(own for _, own in tenths), 1)
            if tenths
            else None,
            figures={key: value for key, value in means.items() if value is not None},
        )

    def of(self, code: str) -> Place:
        """Give a place of the country by its code; raises KeyError where none has it."""
        place = self._base.country.places[code]
        council = self._base.country.councils[place.council].name
        slug = f"{place.council}.{place.code}"
        return Place(slug, place.name, council, place.nation, self._percentiles(place))

    def codes(self, nation: Nation) -> list[str]:
        """Give the codes of a nation's places, in their order."""
        return [place.code for place in self._standings.in_nation[nation]]

    def named(self, name: str) -> list[Place]:
        """Give all places that a reader may mean; a neighbourhood stands before places of its name."""
        wanted = folded(name.strip())
        for own in self.neighbourhoods:
            if wanted in (own.slug, folded(own.name)):
                return [own]
        return [self.of(code) for code in self._codes.get(wanted, ())]

    @cached_property
    def names(self) -> list[str]:
        """What places are called, neighbourhoods first, each name once."""
        names = (place.name for place in self._base.country.places.values())
        own = (name for place in self.neighbourhoods for name in (place.slug, place.name))
        return list(dict.fromkeys((*own, *names)))

    def scale(self, nation: Nation) -> Scale:
        """Give among what the places of a nation are told to be worse off."""
        figures, needs = self._standings.nations[nation], self._base.appraisal.needs
        linked = {key for need in needs for key in need.figures.of(nation)}
        used = dict.fromkeys(one.source for one in figures.figures if one.key in linked)
        titles = tuple(self._base.place_figures.source(one).title for one in used)
        return Scale(nation, figures.place, figures.places, titles)

    def _neighbourhood(self, record: Neighbourhood) -> Place:
        country, wards, whole = self._base.country, self.wards_of(record.slug), self.as_one(record.slug)
        council = " and ".join(sorted({country.councils[ward.council].name for ward, _ in wards}))
        fit = Fit(
            names=tuple(ward.name for ward, _ in wards),
            own=sum(fit.shared for _, fit in wards),
            all=sum(fit.of_place for _, fit in wards),
        )
        return Place(record.slug, record.name, council, whole.nation, self._percentiles(whole), fit)

    def _percentiles(self, place: CountryPlace) -> dict[str, float]:
        found = {key: self._standings.better_off(place, key) for key in place.figures}
        return {key: share for key, share in found.items() if share is not None}

    @cached_property
    def _codes(self) -> dict[str, list[str]]:
        """The codes of places by what they may be called, in folded letters."""
        found: dict[str, list[str]] = defaultdict(list)
        for place in self._base.country.places.values():
            for name in self._called(place):
                found[name].append(place.code)
        return found

    def _called(self, place: CountryPlace) -> Iterable[str]:
        name, council = folded(place.name), self._base.country.councils[place.council]
        yield from (name, place.code.casefold(), f"{place.council}.{place.code}".casefold())
        for one in dict.fromkeys((council.name, *council.former)):
            yield f"{name}, {folded(one)}"


def places_of(findings: Findings) -> Places:
    """Give the places on record."""
    return Places(findings)
