"""`path-step`: what a step of the path from place to plan says for the link of the page.

Parts that ask for a step themselves list it in `uses`; `pathSteps` in path-steps.js is what they call.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from resilience import planning
from resilience.planning.pack import STEP_BY_NAME
from resilience.site.evidence_of import pages_of
from resilience.site.live.browser.path_handler import path
from resilience.site.pages.common import Pages
from resilience.site.parts.find_place_part import SCRIPT, STYLE
from resilience.site.parts.part import Part
from resilience.site.parts.path_nav_part import LINK_SCRIPT

NOT_IN_THE_BROWSER = "from_records"


def _modules() -> tuple[str, ...]:
    """Name the modules of `planning` that run in the browser."""
    folder = Path(planning.__file__).parent
    files = (file.relative_to(folder).with_suffix("") for file in sorted(folder.rglob("*.py")))
    return tuple(
        ".".join((planning.__name__, *file.parts))
        for file in files
        if file.name != "__init__" and NOT_IN_THE_BROWSER not in file.parts
    )


def _context(_: Pages, step: str) -> dict[str, Any]:
    if step not in STEP_BY_NAME:
        raise KeyError(step)
    return {"step": step}


def _facts(app: Sphinx) -> Mapping[str, Any]:
    return pages_of(app.env).plans.facts


PATH = Part(
    name="path-step",
    template="path-step.html",
    data=_context,
    context=_context,
    style="path-steps.css",
    scripts=(STYLE, SCRIPT, LINK_SCRIPT, "path-steps.js"),
    handlers={"path": path},
    needs={"planning": _facts},
    imports=(
        *_modules(),
        "resilience.appraisal.asked",
        "resilience.appraisal.options",
        "resilience.appraisal.ranking",
        "resilience.appraisal.tries",
        "resilience.places.comparison",
        "resilience.places.comparison_words",
        "resilience.places.likeness",
        "resilience.places.nation",
        "resilience.records.english",
        "resilience.records.plain",
    ),
)
