"""Links from an activity to sets of results: those of activities, or those of what people live with."""

from resilience.findings.pool_members import of_exposure
from resilience.findings.votes import speaks_to
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType
from resilience.site.pages.blocks import Block, Line, Link, bullets, paragraph
from resilience.site.pages.common import Pages


def sets_of(pages: Pages, type_: ActivityType, studies: list[Study], *, living: bool) -> list[Block]:
    """Link the sets in which results on an activity stand; with `living`, those of what people live with.

    A set that holds a single result of what people live with is one of these, for it can't say what helps.
    """
    slugs = dict.fromkeys(
        outcome.pool
        for study in studies
        if not study.is_off_topic(type_.slug)
        for outcome in study.outcomes
        if outcome.pool in pages.base.pools and speaks_to(outcome, type_.slug)
    )
    exposures = of_exposure(pages.base)
    lines: list[Line] = [
        [Link(pages.base.pools[slug].title, f"pools/{slug}"), f": {pages.base.pools[slug].use.label.lower()}"]
        for slug in slugs
        if slug and (slug in exposures) is living
    ]
    if not lines:
        return []
    return [paragraph("Results brought together with others on one question:"), bullets(lines)]
