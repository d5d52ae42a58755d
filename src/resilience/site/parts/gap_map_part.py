"""`gap-map`: a table with one mark a cell, which opens its studies, and the same as a list for phones."""

from collections import Counter
from typing import Any

from resilience.findings.gap_map import NO_TYPE, Cell, CellStudy, worth_filling
from resilience.findings.votes import columns_of, joint_direction
from resilience.records.vocabulary import Direction, Tier
from resilience.site.downloads import FOLDER
from resilience.site.downloads.tables import GAP_MAP as TABLE
from resilience.site.pages.common import GOES_WITH, Pages, directions_in_words, study_where
from resilience.site.parts.part import Part

TOLD = [direction for direction in Direction if direction.is_told]
RINGED = (Tier.TRIAL, Tier.REVIEW)
"""A ring stands around a mark where one of its studies is of these."""
SIZES = (1, 2, 4, 8)
"""The fewest studies of each size of a mark."""
EXPOSURE = "exposure"
"""The mark of a cell with studies only of what people live with."""


def _shown(pages: Pages, _: str) -> Any:
    named = [(pages.base.cited[key], study.population) for key, study in pages.base.studies.items()]
    return pages.gap_map, named, _gaps(pages)


def _context(pages: Pages, _: str) -> dict[str, Any]:
    return {
        "groups": _groups(pages),
        "outcomes": list(columns_of(pages.base).values()),
        "tiers": [(tier.slug, tier.letter, tier.label) for tier in pages.base.rating.tiers],
        "directions": TOLD,
        "goes_with": GOES_WITH,
        "ringed": [tier.value for tier in RINGED],
        "sizes": SIZES,
        "share": str(pages.base.rating.clear_share),
        "gaps": _gaps(pages),
        "table": f"{FOLDER}/{TABLE}",
    }


def _gaps(pages: Pages) -> list[dict[str, Any]]:
    columns = columns_of(pages.base)
    councils = Counter(slug for types in pages.council_types.values() for slug in types)
    return [
        {
            "page": f"activities/{gap.type}",
            "activity": pages.base.types[gap.type].label,
            "outcome": columns[gap.outcome],
            "councils": gap.councils,
            "measured": gap.measured,
        }
        for gap in worth_filling(pages.base, pages.gap_map, councils)
    ]


def _groups(pages: Pages) -> list[dict[str, Any]]:
    shown = {slug: [cell_shown(pages, cell) for cell in row] for slug, row in pages.gap_map.items()}
    groups = [
        {
            "label": domain.label,
            "class": f"domain-{domain.slug}",
            "rows": [
                {
                    "slug": one.slug,
                    "label": one.label,
                    "page": f"activities/{one.slug}",
                    "cells": shown[one.slug],
                }
                for one in pages.base.types.values()
                if one.domain == domain.slug
            ],
        }
        for domain in pages.base.domains.values()
    ]
    others = {"slug": "no-activity", "label": "", "page": "", "cells": shown[NO_TYPE]}
    return [*groups, {"label": "", "class": "gap-others", "rows": [others]}]


def cell_shown(pages: Pages, cell: Cell) -> dict[str, Any]:
    """Give all that the template writes of a cell; studies of exposures are counted apart."""
    return {
        "id": f"{cell.type or 'no-activity'}--{cell.outcome}",
        "outcome": columns_of(pages.base)[cell.outcome],
        "is_empty": not cell.seen,
        # Nobody looks for studies of other things than activities.
        "looked_for": cell.looked_for,
        "n": len(cell.studies),
        "mark": _mark(pages, cell),
        "size": size_of(len(cell.studies)),
        "is_ringed": any(one.tier in RINGED for one in cell.studies),
        "directions": directions_in_words(one.direction for one in cell.studies),
        "n_exposures": len(cell.exposures),
        "exposure_directions": directions_in_words(
            (one.direction for one in cell.exposures), of_exposure=True
        ),
        "not_told": len(cell.not_told),
        "studies": [_study(pages, one) for one in (*cell.studies, *cell.exposures, *cell.not_told)],
    }


def _mark(pages: Pages, cell: Cell) -> str:
    """Name the mark of a cell: the direction of enough of its studies, else mixed."""
    if cell.exposures and not cell.studies:
        return EXPOSURE
    directions = [one.direction for one in cell.studies]
    return joint_direction(directions, pages.base.rating.share_of_results).value


def size_of(studies: int) -> int:
    """Give the size of a mark, from 1; the more studies, the larger."""
    return max(1, sum(studies >= fewest for fewest in SIZES))


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


GAP_MAP = Part(
    name="gap-map",
    template="gap-map.html",
    data=_shown,
    context=_context,
    style="gap-map.css",
    scripts=("gap-map.js",),
)
