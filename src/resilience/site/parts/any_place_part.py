"""`any-place`: one page for every place of the United Kingdom; its link names the place.

What is said of a place is put into words when the book is built (`planning/place_words`); the words around it
stand in the template.
"""

from collections import defaultdict
from typing import Any

from resilience.planning.from_records.place import place_facts
from resilience.planning.from_records.telling import AMONG_BEST, AMONG_WORST
from resilience.planning.place_words import ABOVE, BELOW, NOT_KNOWN
from resilience.site.pages.common import Pages
from resilience.site.parts.find_place_part import SCRIPT, STYLE
from resilience.site.parts.part import Part, in_script


def lying_there(pages: Pages) -> dict[str, list[list[str | int]]]:
    """Give the neighbourhoods of the programme that lie in a place, with their households there, of 100."""
    found: dict[str, list[list[str | int]]] = defaultdict(list)
    for slug, fits in pages.base.country.fits.items():
        if slug in pages.base.neighbourhoods:
            for one in fits:
                share = round(100 * one.shared / one.of_neighbourhood)
                found[one.code].append([slug, pages.base.neighbourhoods[slug].name, share])
    return dict(found)


def groups_there(pages: Pages) -> dict[str, list[list[str | bool]]]:
    """Give the neighbourhoods outside the programme in a place, and whether something was done there."""
    return {
        code: [[one.slug, one.name, bool(one.activities)] for one in others]
        for code, others in pages.joins.others_by_place.items()
    }


def _context(pages: Pages, _: str) -> dict[str, Any]:
    told = {
        "nations": place_facts(pages),
        "neighbourhoods": lying_there(pages),
        "groups": groups_there(pages),
    }
    return {
        "told": in_script(told),
        "sources": pages.base.place_figures.sources,
        "worst": round(100 - AMONG_WORST),
        "best": round(AMONG_BEST),
        "above": ABOVE,
        "below": BELOW,
        "missing": NOT_KNOWN,
    }


def _shown(pages: Pages, _: str) -> Any:
    return pages.base.place_figures, lying_there(pages), groups_there(pages)


ANY_PLACE = Part(
    name="any-place",
    template="any-place.html",
    data=_shown,
    context=_context,
    style="any-place.css",
    scripts=(STYLE, SCRIPT, "any-place.js"),
)
