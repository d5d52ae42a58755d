"""`find-place`: a search box for any place or council of the United Kingdom, which leads to its page.

With the argument `path` it leads to the first step of the path from place to plan.

Other parts put the same box into their own templates by the macro of `find-place.html`.
"""

from collections.abc import Mapping
from typing import Any

from resilience.site.pages.common import Pages
from resilience.site.parts.part import Part

STYLE, SCRIPT = "find-place.css", "find-place.js"
"""What a page with such a box loads."""


PATH = "path"


def _context(_: Pages, about: str) -> Mapping[str, Any]:
    return {"goes": PATH if about == PATH else True}


FIND_PLACE = Part(
    name="find-place",
    template="find-place-part.html",
    context=_context,
    style=STYLE,
    scripts=(SCRIPT,),
)
