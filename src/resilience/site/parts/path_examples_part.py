"""`path-examples`: the neighbourhoods of the programme, each of which can be taken through the path."""

from typing import Any

from resilience.appraisal import places_of
from resilience.planning.path import PATH
from resilience.site.pages.common import Pages
from resilience.site.parts.part import Part


def _context(pages: Pages, _: str) -> dict[str, Any]:
    known = [(one.slug, one.title) for one in places_of(pages).neighbourhoods]
    return {"neighbourhoods": known, "first": PATH[0].page}


PATH_EXAMPLES = Part(
    name="path-examples",
    template="path-examples.html",
    data=_context,
    context=_context,
    style="path-nav.css",
    scripts=(),
)
