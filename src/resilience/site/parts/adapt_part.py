"""`adapt`: what others did with the activities of the link, what came of it, and two boxes to choose them.

It shows the step Adapt; so that the page can be entered alone, its activities can be chosen here too.
"""

from typing import Any

from resilience.planning.steps.adapt import NO_ACTIVITY
from resilience.planning.walk import MOST_ACTIVITIES
from resilience.site.pages.common import Pages
from resilience.site.parts.part import Part
from resilience.site.parts.path_part import PATH

BOXES = ("First activity", "Second activity")


def _context(pages: Pages, _: str) -> dict[str, Any]:
    base = pages.base
    domains = {
        domain.label: [(one.slug, one.label) for one in base.types.values() if one.domain == slug]
        for slug, domain in base.domains.items()
    }
    return {
        "boxes": BOXES[:MOST_ACTIVITIES],
        "domains": {label: types for label, types in domains.items() if types},
        "nothing_chosen": NO_ACTIVITY,
    }


ADAPT = Part(
    name="adapt",
    template="adapt.html",
    data=_context,
    context=_context,
    style="adapt.css",
    scripts=("adapt.js",),
    uses=(PATH,),
)
