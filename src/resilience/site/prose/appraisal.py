"""What the page on option appraisal shows: grounds, points, and which figures tell a need."""

from resilience.appraisal import GROUNDS
from resilience.places.measures import LABELS
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Passage

TEMPLATE = "prose/appraisal"


def appraisal_grounds(pages: Pages, _: str) -> Passage:
    """Tabulate the grounds with the weights that stand at the start."""
    weights = pages.base.appraisal.weights.model_dump()
    rows = tuple((one.label, weights[one.name], one.meaning) for one in GROUNDS)
    return Passage(TEMPLATE, rows, "grounds")


def appraisal_points(pages: Pages, _: str) -> Passage:
    """Tabulate what levels of evidence and kinds of experience are worth."""
    rules = pages.base.appraisal
    levels = {one.slug: one.label for one in pages.base.rating.levels}
    evidence = tuple((levels[one.level], one.points) for one in rules.evidence)
    return Passage(TEMPLATE, (evidence, rules.experience.programme, rules.experience.evaluated), "points")


def appraisal_needs(pages: Pages, _: str) -> Passage:
    """Tabulate which figures tell the need for each activity, and why."""
    rows = tuple(
        (pages.type_link(one.type), tuple(LABELS[name] for name in one.indicators), one.why)
        for one in pages.base.appraisal.needs
    )
    return Passage(TEMPLATE, (pages.base.appraisal.made_by, rows), "needs")


def appraisal_limits(pages: Pages, _: str) -> Passage:
    """Say when an option is not ranked."""
    rules = pages.base.appraisal
    labels = {one.name: one.label.lower() for one in GROUNDS}
    needed = tuple(labels[name] for name in rules.must_be_known)
    return Passage(TEMPLATE, (rules.least_known, needed), "limits")
