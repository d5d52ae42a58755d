"""What the page on option appraisal shows: bands of levels, tiers, tries, and figures that tell a need."""

from resilience.places.measures import LABELS
from resilience.records.english import number
from resilience.site.pages.common import Pages
from resilience.site.wording.values import Passage

TEMPLATE = "prose/appraisal"


def appraisal_levels(pages: Pages, _: str) -> Passage:
    """Tabulate where each level of evidence may stand on the step from worst to best."""
    rules = pages.base.appraisal
    labels = {one.slug: one.label for one in pages.base.rating.levels}
    rows = tuple(
        (labels[one.level], (one.band.low, one.band.high) if one.band else None) for one in rules.levels
    )
    return Passage(TEMPLATE, (rows, rules.not_an_aim.low, rules.not_an_aim.high), "levels")


def appraisal_tiers(pages: Pages, _: str) -> Passage:
    """Say what puts an activity in which tier."""
    rules = pages.base.appraisal.tiers
    return Passage(TEMPLATE, (rules.top, rules.top_share, rules.leads_at), "tiers")


def appraisal_tries(pages: Pages, _: str) -> Passage:
    """Say what is drawn in a try."""
    rules = pages.base.appraisal.tries
    tables = len(pages.base.rating.tables)
    return Passage(TEMPLATE, (rules.number, number(rules.weight_factor), tables, rules.link_doubt), "tries")


def appraisal_needs(pages: Pages, _: str) -> Passage:
    """Tabulate which figures tell the need for each activity, and why."""
    rows = tuple(
        (pages.type_link(one.type), tuple(LABELS[name] for name in one.indicators), one.why)
        for one in pages.base.appraisal.needs
    )
    return Passage(TEMPLATE, (pages.base.appraisal.made_by, rows), "needs")
