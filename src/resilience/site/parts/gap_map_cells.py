"""What the gap map writes in a cell: counts as signs and letters, and those that its words are made of."""

from collections.abc import Iterable
from typing import Any

from resilience.findings.gap_map import Cell, CellStudy, directions_of, tiers_in
from resilience.findings.votes import columns_of
from resilience.records.vocabulary import Direction
from resilience.site.pages.common import Pages, study_where

SIGNS = {direction: direction.sign for direction in Direction if direction.is_told}
EXPOSURE = "E"


def cell_shown(pages: Pages, cell: Cell) -> dict[str, Any]:
    """Give all that the template writes of a cell; studies of exposures are counted apart."""
    return {
        "id": f"{cell.type or 'no-activity'}--{cell.outcome}",
        "outcome": columns_of(pages.base)[cell.outcome],
        "is_empty": not cell.seen,
        # Nobody looks for studies of other things than activities.
        "looked_for": cell.looked_for,
        "n": len(cell.studies),
        "directions": _directions(cell.studies),
        "n_exposures": len(cell.exposures),
        "exposure_directions": _directions(cell.exposures),
        "not_told": len(cell.not_told),
        "signs": _counted(SIGNS, directions_of(cell.studies)),
        "designs": _counted(
            {tier.slug: tier.letter for tier in pages.base.rating.tiers}, tiers_in(cell.studies)
        ),
        "exposures": f"{EXPOSURE}{len(cell.exposures)}" if cell.exposures else "",
        "studies": [_study(pages, one) for one in (*cell.studies, *cell.exposures, *cell.not_told)],
    }


def _directions(studies: Iterable[CellStudy]) -> list[tuple[int, str]]:
    counts = directions_of(studies)
    return [(counts[one], one.label.lower()) for one in SIGNS if counts[one]]


def _counted(marks: dict[Any, str], counts: dict[Any, int]) -> str:
    return " ".join(f"{mark}{counts[one]}" for one, mark in marks.items() if counts.get(one))


def _study(pages: Pages, one: CellStudy) -> dict[str, Any]:
    first = pages.base.studies[one.reports[0]]
    return {
        "reports": [(pages.base.cited[key], f"studies/{key}") for key in one.reports],
        "direction": one.direction,
        "tier": one.tier,
        "uk": one.in_uk,
        "fair": one.says_equity,
        "exposure": one.of_exposure,
        "design": first.design.label,
        "where": study_where(first),
    }
