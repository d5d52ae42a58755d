"""`path-nav`: the six steps of the path above a page, the way on below it, or all steps with what they give.

The argument is the number of the step, such as `4` above the page and `4 next` below it, or `overview`.
Without a script the links are plain; with it they carry all that the link of the page holds, and each step
says whether it is answered.
"""

from dataclasses import dataclass
from typing import Any

from resilience.planning.from_records.common import FIELDS
from resilience.planning.path import OVERVIEW, PATH, PathStep
from resilience.site.pages.common import Pages
from resilience.site.parts.part import Part

LINK_SCRIPT = "readers-link.js"
"""What lets a link start nothing by itself; each part of the path that asks Python loads it."""
ABOVE, NEXT, ALL = "", "next", "overview"


@dataclass(frozen=True)
class ShownStep:
    """A step with its number, and the keys of the link that answer it."""

    number: int
    step: PathStep
    keys: tuple[str, ...]


STEPS = tuple(
    ShownStep(number, step, (*step.keys, *(FIELDS if step.name == "evaluate" else ())))
    for number, step in enumerate(PATH, start=1)
)


BY_NUMBER = {str(one.number): one for one in STEPS}


def _context(_: Pages, about: str) -> dict[str, Any]:
    number, _space, form = about.partition(" ")
    if about == ALL:
        number, form = "1", ALL
    elif form not in (ABOVE, NEXT):
        raise KeyError(about)
    here = BY_NUMBER[number]
    return {
        "form": form,
        "here": here,
        "steps": STEPS,
        "overview": OVERVIEW,
        "before": BY_NUMBER.get(str(here.number - 1)),
        "after": BY_NUMBER.get(str(here.number + 1)),
    }


PATH_NAV = Part(
    name="path-nav",
    template="path-nav.html",
    data=_context,
    context=_context,
    style="path-nav.css",
    scripts=(LINK_SCRIPT, "path-nav.js"),
)
