"""`evaluate`: the step Evaluate for the link of the page, above the form that holds its numbers.

It asks at once where the link holds an answer, else when its button is pressed, and again after a change.
"""

from resilience.site.pages.common import Pages
from resilience.site.parts.part import Part
from resilience.site.parts.path_part import PATH


def _context(_: Pages, about: str) -> dict[str, str]:
    return {"about": about}


EVALUATE = Part(
    name="evaluate",
    template="evaluate.html",
    data=_context,
    context=_context,
    style="evaluate.css",
    scripts=("evaluate.js",),
    uses=(PATH,),
)
