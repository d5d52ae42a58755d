"""`pack`: the plan that the link of the page holds, as four sheets to print, to keep or to send."""

from typing import Any

from resilience.planning.from_records.example import has_example
from resilience.planning.path import BY_NAME
from resilience.site.pages.common import Pages
from resilience.site.parts.logic_model_part import MODEL_SCRIPT, MODEL_STYLE
from resilience.site.parts.part import Part
from resilience.site.parts.path_part import PATH


def _context(pages: Pages, _: str) -> dict[str, Any]:
    return {
        "first": BY_NAME["place"],
        "examples": {slug: one.name for slug, one in pages.base.neighbourhoods.items() if has_example(one)},
    }


PACK = Part(
    name="pack",
    template="pack.html",
    data=_context,
    context=_context,
    style="pack.css",
    scripts=(MODEL_STYLE, MODEL_SCRIPT, "pack.js"),
    uses=(PATH,),
)
