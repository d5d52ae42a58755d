"""`who-does-what`: the aim of a group, and who does what by when at what cost, kept in its link."""

from typing import Any

from resilience.planning.packed import LONGEST_TEXT
from resilience.planning.tasks import HEADS, MOST_TASKS
from resilience.planning.walk import LONGEST
from resilience.site.live.browser.tasks_handler import tasks
from resilience.site.pages.common import Pages
from resilience.site.parts.part import Part
from resilience.site.parts.path_part import PATH


def _context(_: Pages, __: str) -> dict[str, Any]:
    return {"heads": HEADS, "longest": LONGEST_TEXT, "longest_aim": LONGEST, "most": MOST_TASKS}


WHO = Part(
    name="who-does-what",
    template="who-does-what.html",
    data=_context,
    context=_context,
    style="who-does-what.css",
    scripts=("who-does-what.js",),
    handlers={"tasks": tasks},
    needs=PATH.needs,
    imports=PATH.imports,
    uses=(PATH,),
)
