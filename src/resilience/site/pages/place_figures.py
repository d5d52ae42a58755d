"""The figures of a neighbourhood: three first, then all beside others, its small areas and places like it."""

from dataclasses import dataclass

from resilience.places.comparison_words import verdict
from resilience.places.measures import FIRST_TOLD
from resilience.places.profile import Standing, in_words, profile, small_areas_in_words, wards_of
from resilience.places.wards import on_plane
from resilience.records.area import SmallArea
from resilience.records.english import NOT_SEEN, listing, number
from resilience.records.neighbourhood import Neighbourhood
from resilience.site.pages.common import Pages
from resilience.site.pages.wards_today import PLACE
from resilience.site.wording.values import Cell, Drawing, Link

FIND_AREAS = "../book/neighbourhoods/comparison-areas.html"


@dataclass(frozen=True)
class FirstFigure:
    """A figure for readers in haste: of the place, its council and the region."""

    figure: str
    place: str
    council: str
    region: str


@dataclass(frozen=True)
class LikeWard:
    """A ward like the place, and how far it is on the common scale."""

    ward: Link
    council: str
    distance: str


@dataclass(frozen=True)
class LikeFigure:
    """How far the place is from the wards most like it on one figure, in standard deviations."""

    figure: str
    place: str
    matches: str
    before: str
    after: str


@dataclass(frozen=True)
class LikePlaces:
    """The wards of today most like the place, and how well they fit."""

    places: str
    nation: str
    sources: str
    wards: tuple[LikeWard, ...]
    fit: tuple[LikeFigure, ...]
    candidates: int
    verdict: str
    others: Link
    """Where others can be sought."""


@dataclass(frozen=True)
class PlaceFigures:
    """What is told of the place in figures, and which areas they are of."""

    wards: str
    councils: str
    are_several: bool
    fit_note: str | None
    first: tuple[FirstFigure, ...]
    region_councils: int
    count: int
    worse: int
    """Figures on which more than half of the other wards are better."""
    standing: str
    panels: Drawing
    areas: Drawing | None
    areas_in_words: str
    like: LikePlaces | None
    """None where nobody says in which places of today it lies."""


def figures_of(pages: Pages, place: Neighbourhood) -> PlaceFigures | None:
    """Give the figures of a place; None where no ward on record fits it."""
    own = wards_of(place.slug, pages.wards)
    if not own:
        return None
    standings = profile(place.slug, pages.wards)
    areas = [one for one in pages.small_areas if one.neighbourhood == place.slug]
    councils = listing(sorted({ward.council for ward in own}))
    region_councils = len({ward.council for ward in pages.wards})
    return PlaceFigures(
        wards=listing([ward.name for ward in own]),
        councils=councils,
        are_several=len(own) > 1,
        fit_note=place.ward_fit_note,
        first=_first(standings),
        region_councils=region_councils,
        count=sum(one.place is not None for one in standings),
        worse=sum(one.is_among_worse for one in standings),
        standing=in_words(place.name, standings),
        panels=_panels(standings, (place.name, councils, f"{number(region_councils)} North West councils")),
        areas=_map(areas) if areas else None,
        areas_in_words=small_areas_in_words(place.name, areas) if areas else "",
        like=_like(pages, place.slug),
    )


def _first(standings: list[Standing]) -> tuple[FirstFigure, ...]:
    by_column = {one.measure.column: one for one in standings}
    return tuple(
        FirstFigure(
            one.measure.title,
            *(_shown(value, one.measure.decimals) for value in (one.place, one.council, one.region)),
        )
        for column in FIRST_TOLD
        if (one := by_column[column]).place is not None
    )


def _panels(standings: list[Standing], names: tuple[str, str, str]) -> Drawing:
    rows = tuple(row for one in standings for row in _panel(one, names))
    return Drawing("panels", "", "", "", rows, (names[0], "Others to hold it against", "Figure"))


def _panel(one: Standing, names: tuple[str, str, str]) -> list[tuple[Cell, ...]]:
    measure, (low, high) = one.measure, one.middle
    values = dict(zip(names, (one.place, one.council, one.region), strict=True))
    if one.england is not None:
        values["England"] = one.england
    better = f"{number(one.better)} of {number(one.others)}"
    return [
        (
            measure.title,
            label,
            value,
            measure.decimals,
            int(label == names[0]),
            measure.worse,
            low,
            high,
            better,
            measure.areas,
        )
        for label, value in values.items()
    ]


def _map(areas: list[SmallArea]) -> Drawing:
    flat = on_plane([(area.lon, area.lat) for area in areas])
    rows = tuple(
        (
            round(east, 3),
            round(north, 3),
            area.short_name,
            area.code,
            area.name,
            area.ward,
            area.households,
            area.tenth_2015,
            area.tenth_2019,
            f"{area.tenth_2025:g}",
        )
        for area, (east, north) in zip(areas, flat, strict=True)
    )
    return Drawing("small-areas", "", "", "", rows)


def _like(pages: Pages, slug: str) -> LikePlaces | None:
    found = pages.place_view.like_neighbourhoods.get(slug)
    if found is None:
        return None
    table = next(one for one in pages.nation_tables.values() if slug in one.neighbourhoods)
    figures = [table.known[one.figure] for one in found.balance]
    return LikePlaces(
        places=table.places,
        nation=table.nation,
        sources="; ".join(dict.fromkeys(figure.source for figure in figures)),
        wards=tuple(
            LikeWard(
                Link(table.name_of(one.code), url=f"{PLACE}?place={table.link_of(one.code)}"),
                table.council_of(one.code),
                f"{one.distance:.2f}",
            )
            for one in found.matches
        ),
        fit=tuple(
            LikeFigure(
                figure.title,
                _shown(one.place, figure.decimals),
                _shown(one.matches, figure.decimals),
                f"{one.before:+.2f}",
                f"{one.after:+.2f}",
            )
            for figure, one in zip(figures, found.balance, strict=True)
        ),
        candidates=found.candidates,
        verdict=verdict(table, found),
        others=Link("Find others, on figures that you choose", url=f"{FIND_AREAS}?place={slug}"),
    )


def _shown(value: float | None, decimals: int) -> str:
    return NOT_SEEN if value is None else f"{value:,.{decimals}f}"
