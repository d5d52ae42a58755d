"""`logic-model`: the logic model of a plan, drawn from records, and changed by the group in its link."""

from typing import Any

from resilience.planning.logic import HEADINGS
from resilience.planning.packed import LONGEST_TEXT
from resilience.site.live.browser.logic_handler import logic
from resilience.site.pages.common import Pages
from resilience.site.parts.part import Part
from resilience.site.parts.path_part import PATH

MODEL_STYLE, MODEL_SCRIPT = "path-model.css", "path-model.js"
"""What draws a model; a page that only shows one loads no more."""


def _context(_: Pages, __: str) -> dict[str, Any]:
    return {"headings": HEADINGS, "longest": LONGEST_TEXT}


LOGIC_MODEL = Part(
    name="logic-model",
    template="logic-model.html",
    data=_context,
    context=_context,
    style=MODEL_STYLE,
    scripts=("logic-model.css", MODEL_SCRIPT, "logic-model.js"),
    handlers={"logic": logic},
    needs=PATH.needs,
    imports=PATH.imports,
    uses=(PATH,),
)
