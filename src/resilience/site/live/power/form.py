"""The form as a directive and as HTML, with the result for the programme's own numbers."""

from typing import Any, NamedTuple

from docutils import nodes
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from resilience.places.design import SHARE, plan_of
from resilience.site.evidence_of import pages_of
from resilience.site.live.build import LIVE, download_of
from resilience.site.live.power.handler import ADJUSTED, CHANGE, plan
from resilience.site.pages.common import Pages
from resilience.site.shown import PIECES, note_shown
from resilience.site.templates import templates_of
from resilience.synthesis.power import FEWEST_AREAS

NAME = "plan-evaluation"
HANDLER = "plan"
TEMPLATES = templates_of("resilience.site.live.power")


class Field(NamedTuple):
    """One number that a reader can change."""

    name: str
    label: str
    hint: str
    least: float
    most: float
    step: float


FIELDS = (
    Field("areas", "Areas with the activity", f"at least {FEWEST_AREAS}", FEWEST_AREAS, 200, 1),
    Field("comparison_areas", "Comparison areas", f"at least {FEWEST_AREAS}", FEWEST_AREAS, 200, 1),
    Field("households", "Households in each area and wave", "", 2, 5000, 1),
    Field("waves_before", "Waves before", "how often you ask before it starts", 1, 20, 1),
    Field("waves_after", "Waves after", "how often you ask afterwards", 1, 20, 1),
    Field("share", "Share who say yes before, of 100", "50 asks for most people", 1, 99, 1),
    Field("rho", "Likeness of people in one area", "intra-area correlation, often 0.01 to 0.05", 0, 1, 0.005),
    Field("area_memory", "Likeness of an area to itself from wave to wave", "0 to 1", 0, 1, 0.05),
    Field(
        "same_people",
        "Likeness of one person’s answers from wave to wave",
        "0 where other people are asked",
        0,
        1,
        0.05,
    ),
    Field("drop_out", "Households lost in each wave after, of 100", "", 0, 95, 1),
    Field("change", "Change that you hope for, in points of 100", "", 0.5, 50, 0.5),
)
ANALYSIS = "analysis"
CHOICES = {
    CHANGE: "the change since the waves before",
    ADJUSTED: "the waves after, adjusted for those before (ANCOVA)",
}


class PlanForm(nodes.General, nodes.Element):
    """The form."""


class PlanDirective(SphinxDirective):
    """Put the form on a page, and note that the page runs Python in the browser."""

    def run(self) -> list[nodes.Node]:
        """Build the node, and remember what was shown."""
        docname = self.env.current_document.docname
        self.env.metadata[docname][LIVE] = True
        note_shown(self.env, docname, NAME, "", PIECES[NAME](pages_of(self.env), ""))
        return [PlanForm()]


def start_of(pages: Pages, _: str) -> dict[str, float | str]:
    """Give the programme's own numbers where it published them, else what is assumed.

    Raises IndexError where the survey has no wave or no estimate.
    """
    evaluation = pages.base.survey.evaluation
    plan = plan_of(evaluation)
    return {
        "areas": plan.areas,
        "comparison_areas": plan.comparison_areas,
        "households": plan.households,
        "waves_before": plan.waves_before,
        "waves_after": plan.waves_after,
        "share": 100 * SHARE,
        "rho": plan.rho,
        "area_memory": plan.area_memory,
        "same_people": plan.same_people,
        "drop_out": 100 * plan.drop_out,
        "change": evaluation.estimates[0].estimate or 0.0,
        ANALYSIS: CHANGE,
    }


def visit_form(self: HTML5Translator, node: PlanForm) -> None:
    """Write the form, with the result for the numbers that it starts with."""
    env = self.builder.env
    start = start_of(pages_of(env), "")
    result: dict[str, Any] = plan(start)
    html = TEMPLATES.get_template("form.html").render(
        fields=FIELDS,
        analysis=ANALYSIS,
        choices=CHOICES,
        start=start,
        result=result,
        download=download_of(env, HANDLER),
    )
    self.body.append(html)


def depart_form(self: HTML5Translator, node: PlanForm) -> None:
    """Do nothing: the form has no nodes inside."""
