"""`find-place`: a search box for any place or council of the United Kingdom, which leads to its page.

Other parts put the same box into their own templates by the macro of `find-place.html`.
"""

from collections.abc import Mapping
from typing import Any

from resilience.site.pages.common import Pages
from resilience.site.parts.part import Part

STYLE, SCRIPT = "find-place.css", "find-place.js"
"""What a page with such a box loads."""


def _context(pages: Pages, _: str) -> Mapping[str, Any]:
    return {}


FIND_PLACE = Part(
    name="find-place",
    template="find-place-part.html",
    context=_context,
    style=STYLE,
    scripts=(SCRIPT,),
)
