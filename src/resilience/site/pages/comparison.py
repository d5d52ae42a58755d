"""Wards like a neighbourhood, as a part of its page."""

from ...places.comparison import Choice, compare
from ...places.wards import INDICATORS, mean_of, read_wards
from ...records.neighbourhood import Neighbourhood
from .blocks import Block, Line, paragraph, table
from .common import Pages

SHOWN = 5
APART_KM = 3.0
ATTRIBUTION = (
    "Contains public sector information licensed under the Open Government Licence v3.0. "
    "Contains OS data © Crown copyright and database right. "
    "Source: Office for National Statistics, MHCLG Indices of Deprivation, DESNZ."
)
FIT = (
    "The programme's own boundaries were not published. "
    "These figures are of the ward or wards of the same name as they were in 2017. "
    "They are means over small areas of 2011 (LSOAs), weighted by households. "
    "They describe the surroundings of its work, not the people it reached."
)
INFERRED = {"central-southport": " That these wards fit Central Southport is inferred: no ward has the name."}


def profile(pages: Pages, place: Neighbourhood) -> list[Block | None]:
    """Tabulate the place's figures beside its council and the North West councils on record."""
    wards = read_wards(pages.base)
    own = [ward for ward in wards if ward.neighbourhood == place.slug]
    if not own:
        return [paragraph("No figures for small areas are on record for this neighbourhood.")]
    councils = {ward.council for ward in own}
    around = [ward for ward in wards if ward.council in councils]
    rows: list[tuple[Line, ...]] = [
        (
            f"{one.label} ({one.unit})",
            *(_shown(mean_of(group, one.column)) for group in (own, around, wards)),
            "higher is worse" if one.worse == "high" else "lower is worse",
        )
        for one in INDICATORS
    ]
    number = len({ward.council for ward in wards})
    header = (
        "Figure",
        place.name,
        " and ".join(sorted(councils)),
        f"{number} North West councils",
        "Reading",
    )
    note = "No mean for England is in the data; a tenth says where a place stands among all its small areas."
    return [
        paragraph(FIT + INFERRED.get(place.slug, "")),
        table("The place in figures", header, rows),
        paragraph(note),
        paragraph(ATTRIBUTION),
    ]


def like_places(pages: Pages, place: Neighbourhood) -> list[Block | None]:
    """Tabulate the wards most like the place, and how well they fit."""
    wards = read_wards(pages.base)
    own = [ward for ward in wards if ward.neighbourhood == place.slug]
    if not own:
        return []
    choice = Choice(tuple(one.column for one in INDICATORS), apart_km=APART_KM)
    found = compare(own, wards, choice, SHOWN)
    labels = {one.column: one.label for one in INDICATORS}
    near: list[tuple[Line, ...]] = [
        (match.ward.name, match.ward.council, f"{match.distance:.2f}") for match in found.matches
    ]
    fit: list[tuple[Line, ...]] = [
        (
            labels[one.indicator],
            _shown(one.place),
            _shown(one.matches),
            f"{one.before:+.2f}",
            f"{one.after:+.2f}",
        )
        for one in found.balance
    ]
    said = (
        "The programme chose a comparison area for each neighbourhood; which one is not published. "
        f"These are the {SHOWN} wards of other councils, of {found.candidates} to choose from, "
        f"that are most like it on all {len(INDICATORS)} figures, "
        f"at least {APART_KM:g} km away and not in the programme."
    )
    header = ("Figure", place.name, "Mean of the five", "Before, in standard deviations", "After")
    return [
        paragraph(said),
        table("Wards most like it", ("Ward", "Council", "Distance, 0 is the same"), near),
        table("How well they fit", header, fit),
        paragraph(ATTRIBUTION),
    ]


def _shown(value: float | None) -> str:
    return "not seen" if value is None else f"{value:,.1f}"
