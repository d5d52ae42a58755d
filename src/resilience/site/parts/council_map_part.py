"""`council-map`: all lower-tier councils of the United Kingdom, shaded by their activities on record.

Without scripts it is not there; the list of councils says the same.
"""

from typing import Any

from resilience.figures.region_tiles import spans
from resilience.site.pages.common import Pages
from resilience.site.parts.part import Part

FILE = "councils.json"
"""Beside the outlines: what the map says of each council."""


def councils_shown(pages: Pages) -> list[tuple[str, str, str, int]]:
    """Give code, name, page and number of activities on record of each lower-tier council of today."""
    return [
        (one.ons_code, one.name, f"councils/{one.slug}", len(pages.council_types.get(one.slug, ())))
        for one in pages.base.councils.values()
        if one.ons_code in pages.base.country.councils and one.ons_code
    ]


def _context(pages: Pages, _: str) -> dict[str, Any]:
    return {"spans": spans("activities")}


COUNCIL_MAP = Part(
    name="council-map",
    template="council-map.html",
    context=_context,
    style="council-places.css",
    scripts=("place-map.js", "council-map.js"),
)
