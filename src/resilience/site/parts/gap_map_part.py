"""`gap-map`: a table whose cells lead to their studies, and the same as a list for phones."""

from typing import Any

from resilience.findings.gap_map import NO_TYPE
from resilience.findings.votes import columns_of
from resilience.site.downloads import FOLDER
from resilience.site.downloads.gap_map_table import NAME as TABLE
from resilience.site.pages.common import Pages
from resilience.site.parts.gap_map_cells import EXPOSURE, SIGNS, cell_shown
from resilience.site.parts.part import Part


def _shown(pages: Pages, _: str) -> Any:
    named = [(pages.base.cited[key], study.population) for key, study in pages.base.studies.items()]
    return pages.gap_map, named


def _context(pages: Pages, _: str) -> dict[str, Any]:
    return {
        "groups": _groups(pages),
        "outcomes": list(columns_of(pages.base).values()),
        "tiers": [(tier.slug, tier.letter, tier.label) for tier in pages.base.rating.tiers],
        "directions": list(SIGNS.items()),
        "exposure": EXPOSURE,
        "table": f"{FOLDER}/{TABLE}",
    }


def _groups(pages: Pages) -> list[dict[str, Any]]:
    cells = pages.gap_map
    shown = {slug: [cell_shown(pages, cell) for cell in row] for slug, row in cells.items()}
    groups = [
        {
            "label": domain.label,
            "class": f"domain-{domain.slug}",
            "rows": [
                {"label": type_.label, "page": f"activities/{type_.slug}", "cells": shown[type_.slug]}
                for type_ in pages.base.types.values()
                if type_.domain == domain.slug
            ],
        }
        for domain in pages.base.domains.values()
    ]
    others = {"label": "", "page": "", "cells": shown[NO_TYPE]}
    return [*groups, {"label": "", "class": "gap-others", "rows": [others]}]


GAP_MAP = Part(
    name="gap-map",
    template="gap-map.html",
    data=_shown,
    context=_context,
    style="gap-map.css",
    scripts=("gap-map.js",),
)
