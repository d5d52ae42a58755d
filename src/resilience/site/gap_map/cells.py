"""What the map writes in a cell: counts as signs and letters, and the same in words."""

from collections.abc import Iterable
from typing import Any

from resilience.findings.gap_map import Cell, CellStudy, directions_of, tiers_in
from resilience.findings.votes import columns_of
from resilience.records.vocabulary import Direction, Tier
from resilience.site.pages import words
from resilience.site.pages.common import Pages, study_where

SHORT = {Tier.REVIEW: "R", Tier.TRIAL: "T", Tier.CONTROLLED: "C", Tier.OTHER: "O"}
SIGNS = {Direction.BENEFIT: "▲", Direction.NULL: "=", Direction.MIXED: "◆", Direction.HARM: "▼"}
EXPOSURE = "E"
NO_TYPE_LABEL = "Studies of none of these activities"
NONE_ON_RECORD = "looked for, none on record"
NOT_LOOKED_FOR = "not looked for"


def cell_shown(pages: Pages, cell: Cell) -> dict[str, Any]:
    """Give all that the template writes of a cell."""
    label = pages.base.types[cell.type].label if cell.type else NO_TYPE_LABEL
    outcome = columns_of(pages.base)[cell.outcome]
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
        "studies": [_study(pages, one) for one in (*cell.studies, *cell.exposures, *cell.not_told)],
    }


def empty(cell: Cell) -> str:
    """Say why a cell is empty; nobody looked for studies of other things than activities."""
    return NONE_ON_RECORD if cell.looked_for else NOT_LOOKED_FOR


def said(cell: Cell) -> str:
    """Say in words what a cell holds; studies of exposures are counted apart."""
    if not cell.seen:
        return empty(cell)
    parts = [
        words.count(len(cell.studies), "evaluation or review", "evaluations or reviews")
        + _in_brackets(cell.studies)
    ]
    if cell.exposures:
        parts.append(
            f"{len(cell.exposures)} of what people live with" + _in_brackets(cell.exposures, "goes with ")
        )
    if cell.not_told:
        parts.append(f"{len(cell.not_told)} that name no side")
    return "; ".join(parts)


def _in_brackets(studies: Iterable[CellStudy], before: str = "") -> str:
    counts = directions_of(studies)
    named = ", ".join(f"{counts[one]} {before}{one.label.lower()}" for one in SIGNS if counts[one])
    return f" ({named})" if named else ""


def _counted(marks: dict[Any, str], counts: dict[Any, int]) -> str:
    return " ".join(f"{mark}{counts[one]}" for one, mark in marks.items() if counts.get(one))


def _study(pages: Pages, one: CellStudy) -> dict[str, Any]:
    first = pages.base.studies[one.reports[0]]
    notes = [first.design.label, study_where(first)]
    notes += ["says whether it is fair"] if one.says_equity else []
    return {
        "reports": [(pages.base.cited[key], f"studies/{key}") for key in one.reports],
        "direction": one.direction,
        "tier": one.tier,
        "uk": one.in_uk,
        "fair": one.says_equity,
        "exposure": one.of_exposure,
        "notes": ", ".join(notes),
    }
