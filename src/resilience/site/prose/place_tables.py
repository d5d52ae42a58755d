"""What prose says of all places of the United Kingdom: how many, what is known of them, and from where."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from resilience.evidence import EvidenceBase
from resilience.places.old_wards import agreement, same_code
from resilience.records.place_figures import INDEX, NationFigures
from resilience.records.vocabulary import Nation
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Link, Passage, Text

TEMPLATE = "prose/place_tables"
WARDS = (Nation.ENGLAND, Nation.WALES)

NUMBERS_OF_PLACES: dict[str, Callable[[EvidenceBase], float]] = {
    "all_places": lambda base: len(base.country.places),
    "all_small_areas": lambda base: sum(place.areas for place in base.country.places.values()),
    "councils_today": lambda base: len(base.country.councils),
    "wards_today": lambda base: _wards(base),
    "wards_bordering": lambda base: sum(
        place.code in base.country.neighbours
        for place in base.country.places.values()
        if place.nation in WARDS
    ),
    "wards_without_centre": lambda base: sum(
        place.lon is None for place in base.country.places.values() if place.nation in WARDS
    ),
    "welsh_wards": lambda base: _places(base, Nation.WALES),
    "welsh_wards_without_index": lambda base: (
        _places(base, Nation.WALES) - _with_figure(base)[Nation.WALES, INDEX]
    ),
    "old_wards": lambda base: len(base.wards),
    "old_wards_same_code": lambda base: len(same_code(base.wards, base.country)),
    "old_wards_index_apart": lambda base: agreement(base.wards, base.country, "imd2025_score").apart,
    "old_wards_index_middle": lambda base: round(
        agreement(base.wards, base.country, "imd2025_score").middle, 1
    ),
    "old_wards_index_most": lambda base: round(agreement(base.wards, base.country, "imd2025_score").most, 1),
    "old_wards_fuel_apart": lambda base: agreement(base.wards, base.country, "fuel_poor_pct_2019").apart,
    "old_wards_fuel_middle": lambda base: round(
        agreement(base.wards, base.country, "fuel_poor_pct_2019").middle, 1
    ),
}
"""Counts of places and councils, and how far wards of 2017 agree with those of today, by name."""


def _wards(base: EvidenceBase) -> int:
    return sum(_places(base, nation) for nation in WARDS)


def _places(base: EvidenceBase, nation: Nation) -> int:
    return sum(place.nation is nation for place in base.country.places.values())


def _with_figure(base: EvidenceBase) -> Counter[tuple[Nation, str]]:
    """Count the places that have a figure, by nation and key."""
    return Counter((place.nation, key) for place in base.country.places.values() for key in place.figures)


@dataclass(frozen=True)
class NationRow:
    """A nation's places."""

    nation: str
    places: int
    called: str
    small_areas: int
    areas: str
    """What small areas the figures were published for."""
    weight: str | None
    index: Text | Link


def place_nations(pages: Pages, _: str) -> Passage:
    """Tabulate the nations: their places, the small areas that make them, and their index."""
    base = pages.base
    rows = tuple(
        NationRow(
            nation=one.nation.value,
            places=_places(base, one.nation),
            called=one.places,
            small_areas=sum(
                place.areas for place in base.country.places.values() if place.nation is one.nation
            ),
            areas=one.areas,
            weight=one.weight,
            index=_source(base, one.figure(INDEX).source),
        )
        for one in base.place_figures.nations
    )
    return Passage(TEMPLATE, rows, "nations")


@dataclass(frozen=True)
class FigureRow:
    """A figure of a nation."""

    label: str
    unit: str
    high_is_worse: bool
    year: str
    places: int
    """Places of the nation that have it."""
    part_of: str | None
    """The label of the figure that counts it already."""


def place_figures(pages: Pages, nation: str) -> Passage:
    """Tabulate the figures of a nation, and how many of its places have each; raises KeyError."""
    found: dict[str, NationFigures] = {one.nation.value: one for one in pages.base.place_figures.nations}
    own = found[nation]
    having = _with_figure(pages.base)
    rows = tuple(
        FigureRow(
            label=one.label,
            unit=one.unit,
            high_is_worse=one.worse == "high",
            year=str(one.year),
            places=having[own.nation, one.key],
            part_of=own.figure(one.part_of).label if one.part_of else None,
        )
        for one in own.figures
    )
    return Passage(TEMPLATE, (nation, own.places, _places(pages.base, own.nation), rows), "figures")


def place_sources(pages: Pages, _: str) -> Passage:
    """Tabulate the official publications, what they were read through, and their licences."""
    base = pages.base
    rows = tuple(
        (_source(base, one.key), one.publisher, one.read_through, one.licence)
        for one in base.place_figures.sources
    )
    return Passage(TEMPLATE, rows, "sources")


def _source(base: EvidenceBase, key: str) -> Text | Link:
    one = base.place_figures.source(key)
    return Link(one.title, url=one.url) if one.url else Text(one.title)
