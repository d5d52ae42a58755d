"""What the map writes in a cell: counts as signs and letters, and the same in words."""

from collections.abc import Iterable
from typing import Any

from ...assessment.gap_map import Cell, CellStudy, directions_of, tiers_in
from ...records.vocabulary import Direction, Tier
from ..pages import words
from ..pages.common import Pages

SHORT = {Tier.REVIEW: "R", Tier.TRIAL: "T", Tier.CONTROLLED: "C", Tier.ASSOCIATION: "A", Tier.OTHER: "O"}
SIGNS = {Direction.BENEFIT: "▲", Direction.NO_DIFFERENCE: "=", Direction.MIXED: "◆", Direction.HARM: "▼"}
EXPOSURE = "E"
NO_TYPE_LABEL = "Studies of none of these activities"
NONE_ON_RECORD = "looked for, none on record"
NOT_LOOKED_FOR = "not looked for"


def cell_shown(pages: Pages, cell: Cell) -> dict[str, Any]:
    """Give all that the template writes of a cell."""
    label = pages.base.types[cell.type].label if cell.type else NO_TYPE_LABEL
    outcome = pages.base.outcomes[cell.outcome].label
    return {
        "id": f"{cell.type or 'no-activity'}--{cell.outcome}",
        "outcome": outcome,
        "name": f"{label}, {outcome.lower()}",
        "said": said(cell),
        "empty": "" if cell.seen else empty(cell),
        "n": len(cell.studies),
        "signs": _counted(SIGNS, directions_of(cell.studies)),
        "designs": _counted(
            {tier.slug: SHORT[tier.slug] for tier in pages.base.rating.tiers}, tiers_in(cell.studies)
        ),
        "exposures": f"{EXPOSURE}{len(cell.exposures)}" if cell.exposures else "",
        "studies": [_study(pages, one) for one in (*cell.studies, *cell.exposures, *cell.unclear)],
    }


def empty(cell: Cell) -> str:
    """Say why a cell is empty; nobody looked for studies of other things than activities."""
    return NONE_ON_RECORD if cell.looked_for else NOT_LOOKED_FOR


def said(cell: Cell) -> str:
    """Say in words what a cell holds; studies of exposures are counted apart."""
    if not cell.seen:
        return empty(cell)
    parts = [words.count(len(cell.studies), "study", "studies") + _in_brackets(cell.studies)]
    if cell.exposures:
        parts.append(f"{len(cell.exposures)} of an exposure" + _in_brackets(cell.exposures))
    if cell.unclear:
        parts.append(f"{len(cell.unclear)} without a clear result")
    return "; ".join(parts)


def _in_brackets(studies: Iterable[CellStudy]) -> str:
    counts = directions_of(studies)
    named = ", ".join(f"{counts[one]} {one.label.lower()}" for one in SIGNS if counts[one])
    return f" ({named})" if named else ""


def _counted(marks: dict[Any, str], counts: dict[Any, int]) -> str:
    return " ".join(f"{mark}{counts[one]}" for one, mark in marks.items() if counts.get(one))


def _study(pages: Pages, one: CellStudy) -> dict[str, Any]:
    study = pages.base.studies[one.key]
    notes = [study.design.label, study.country or "place not seen"]
    notes += ["says whether it is fair"] if one.says_equity else []
    return {
        "name": pages.base.cited[one.key],
        "page": f"studies/{one.key}",
        "direction": one.direction,
        "tier": one.tier,
        "uk": one.in_uk,
        "fair": one.says_equity,
        "exposure": one.of_exposure,
        "notes": ", ".join(notes),
    }
