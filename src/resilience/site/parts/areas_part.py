"""`comparison-areas`: the wards most like a place, on figures that the reader chooses.

Without scripts, the result for the first neighbourhood on all figures.
"""

from dataclasses import fields
from typing import Any

from sphinx.application import Sphinx

from resilience.places.measures import COMPARED
from resilience.places.profile import wards_of
from resilience.places.ward_comparison import APART_KM
from resilience.records.area import Ward
from resilience.site.evidence_of import pages_of
from resilience.site.live.browser.areas_handler import areas, find_areas
from resilience.site.pages.common import Pages
from resilience.site.parts.part import Part


def plain_wards(wards: list[Ward]) -> list[dict[str, Any]]:
    """Give wards as plain data, with the figures that can be compared only."""
    compared = {one.column for one in COMPARED}
    names = [one.name for one in fields(Ward)]
    return [
        {name: getattr(ward, name) for name in names}
        | {"figures": {name: ward.figures[name] for name in ward.figures if name in compared}}
        for ward in wards
    ]


def _shown(pages: Pages, _: str) -> Any:
    names = {slug: place.name for slug, place in pages.base.neighbourhoods.items()}
    return names, plain_wards(pages.base.wards)


def _wards(app: Sphinx) -> list[dict[str, Any]]:
    return plain_wards(pages_of(app.env).base.wards)


def _context(pages: Pages, _: str) -> dict[str, Any]:
    wards = pages.base.wards
    start = next(slug for slug in pages.base.neighbourhoods if wards_of(slug, wards))
    request = {
        "place": start,
        "indicators": [one.column for one in COMPARED],
        "own_council": False,
        "apart_km": APART_KM,
    }
    councils: dict[str, list[Ward]] = {}
    for ward in sorted(wards, key=lambda ward: (ward.council, ward.name)):
        councils.setdefault(ward.council, []).append(ward)
    return {
        "places": pages.base.neighbourhoods.values(),
        "councils": councils,
        "indicators": COMPARED,
        "start": request,
        "start_name": pages.base.neighbourhoods[start].name,
        "result": areas(wards, request),
    }


AREAS = Part(
    name="comparison-areas",
    template="areas.html",
    data=_shown,
    context=_context,
    style="areas.css",
    scripts=("areas.js",),
    handlers={"areas": find_areas},
    needs={"wards": _wards},
    imports=(
        "resilience.records.area",
        "resilience.places.measures",
        "resilience.places.wards",
        "resilience.places.ward_comparison",
    ),
)
