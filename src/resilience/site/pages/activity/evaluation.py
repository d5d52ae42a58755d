"""What the next evaluation of an activity should do, given what is missing."""

from resilience.findings.evaluation_advice import advice
from resilience.records.study import Study
from resilience.records.taxonomy import ActivityType
from resilience.site.pages.blocks import Block, Text, bullets, paragraph
from resilience.site.pages.common import Pages

WHOLE = (
    "The studies on record cover the basics: repeat the best of them in your place, and report it in full."
)


def good_evaluation(pages: Pages, type_: ActivityType, studies: list[Study]) -> list[Block | None]:
    """List what to do, each with what is missing."""
    found = advice(pages, pages.ratings.of(type_.slug), studies)
    if not found:
        return [paragraph(WHOLE)]
    return [bullets([[Text(one.do, strong=True), f" Because: {one.because}."] for one in found])]
