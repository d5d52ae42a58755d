"""The figures of a neighbourhood beside its council, the North West and England, and their areas."""

from resilience.places.profile import Standing, in_words, wards_of
from resilience.places.profile import profile as standings_of
from resilience.records.area import Ward
from resilience.records.english import listing, number
from resilience.records.neighbourhood import Neighbourhood
from resilience.site.pages.blocks import Block, Cell, Drawing, Line, bullets, paragraph, table
from resilience.site.pages.common import Pages

NOT_IN_DATA = "not in our data"
ATTRIBUTION = (
    "Contains public sector information licensed under the Open Government Licence v3.0. "
    "Contains OS data © Crown copyright and database right. "
    "Source: Office for National Statistics, MHCLG Indices of Deprivation, DESNZ."
)
READING = (
    "In each panel, further right is worse. "
    "Each figure is a mean over small areas, weighted by households. "
    "A tenth says where areas stand among all small areas of England: 1 is the worst tenth. "
    "England's mean tenth is known, by what a tenth is; its other figures are not in our data."
)
FIT = (
    "The programme's own boundaries were not published in anything seen.",
    "It may have worked in a part of these wards, or beyond them, "
    "so figures describe the surroundings of its work, not the people it reached.",
    "Small areas are the LSOAs of 2011, wards those of 2017.",
    "When boundaries change, a figure keeps the areas that it was published for. "
    "We tell it for 2011 LSOAs and 2017 wards, and say where it was carried from others.",
    "The index of 2025 and loneliness were published for 2021 LSOAs and carried to those of 2011. "
    "How the index was carried is not on record.",
    "Scores of different editions of the index are not on one scale. "
    "To see change, look at tenths, and only at large shifts.",
)


def profile(pages: Pages, place: Neighbourhood) -> list[Block | None]:
    """Draw the figures as small panels, and tabulate them with their areas."""
    wards = pages.base.wards
    own = wards_of(place.slug, wards)
    if not own:
        return [paragraph("No figures for small areas are on record for this neighbourhood.")]
    standings = standings_of(place.slug, wards)
    names = (place.name, _councils(own), _region(wards))
    sentence = f"{in_words(place.name, standings)} The other wards are those of {_region(wards)}."
    rows = tuple(row for one in standings for row in _panel(one, names))
    header = ("Figure", *names, "England", "Other wards that are better", "LSOAs")
    return [
        paragraph(_fit(place, own)),
        Drawing(
            "panels",
            f"{place.name} beside its council and the North West",
            sentence,
            f"{READING} {ATTRIBUTION}",
            rows,
            (place.name, "Others to hold it against", "Figure"),
        ),
        table("The place in figures, with the areas they are of", header, [_row(one) for one in standings]),
    ]


def boundary(pages: Pages, place: Neighbourhood) -> list[Block | None]:
    """Say how the neighbourhood was fitted, and what happens when boundaries change."""
    own = wards_of(place.slug, pages.base.wards)
    return [bullets([_fit(place, own), *FIT])] if own else []


def _fit(place: Neighbourhood, own: list[Ward]) -> str:
    named = listing([ward.name for ward in own])
    wards = "the 2017 ward" if len(own) == 1 else "the 2017 wards"
    fit = f"{place.name} is fitted by {wards} {named} ({_councils(own)})."
    return f"{fit} {place.ward_fit_note}" if place.ward_fit_note else fit


def _councils(own: list[Ward]) -> str:
    return listing(sorted({ward.council for ward in own}))


def _region(wards: list[Ward]) -> str:
    return f"{number(len({ward.council for ward in wards}))} North West councils"


def _panel(one: Standing, names: tuple[str, str, str]) -> list[tuple[Cell, ...]]:
    measure, (low, high) = one.measure, one.middle
    values = dict(zip(names, (one.place, one.council, one.region), strict=True))
    if one.england is not None:
        values["England"] = one.england
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
        )
        for label, value in values.items()
    ]


def _row(one: Standing) -> tuple[Line, ...]:
    shown = [_shown(value, one.measure.decimals) for value in (one.place, one.council, one.region)]
    england = NOT_IN_DATA if one.england is None else number(one.england)
    better = f"{number(one.better)} of {number(one.others)}"
    return (one.measure.title, *shown, england, better, one.measure.areas)


def _shown(value: float | None, decimals: int) -> str:
    return "not seen" if value is None else f"{value:,.{decimals}f}"
