"""`plan-evaluation`: how small a change an evaluation can see, for the reader's own numbers.

Without scripts, the answer for the programme's own numbers.
"""

from typing import Any

from resilience.places.design import SHARE, plan_of
from resilience.site.live.browser.power_handler import CHANGE, OF_PLAN, PERCENT, plan
from resilience.site.pages.common import Pages
from resilience.site.parts.part import Part
from resilience.synthesis.power import FEWEST_AREAS


def start_of(pages: Pages, _: str) -> dict[str, float | str]:
    """Give the programme's own numbers where it published them, else what is assumed.

    Raises IndexError where the survey has no wave or no estimate.
    """
    evaluation = pages.base.survey.evaluation
    planned = plan_of(evaluation)
    numbers = {name: getattr(planned, name) for name in OF_PLAN} | {"share": SHARE}
    return {
        **{name: 100 * number if name in PERCENT else number for name, number in numbers.items()},
        "change": evaluation.estimates[0].estimate or 0.0,
        "analysis": CHANGE,
    }


def _context(pages: Pages, _: str) -> dict[str, Any]:
    start = start_of(pages, "")
    return {"start": start, "result": plan(start), "fewest": FEWEST_AREAS}


POWER = Part(
    name="plan-evaluation",
    template="power.html",
    data=start_of,
    context=_context,
    style="plan.css",
    scripts=("plan.js",),
    handlers={"plan": plan},
)
