"""What is missing, and studies that may matter of which no result was seen."""

from resilience.records.taxonomy import ActivityType
from resilience.site.pages.blocks import Block, bullets, paragraph
from resilience.site.pages.common import Pages


def gaps(pages: Pages, type_: ActivityType) -> list[Block | None]:
    """List what is missing, and what to be careful about."""
    return [bullets([gap.text for gap in pages.joins.gaps_about.get(type_.slug, [])])]


def leads(pages: Pages, type_: ActivityType) -> list[Block | None]:
    """List studies of which no result was seen."""
    found = pages.joins.leads_by_type.get(type_.slug, [])
    if not found:
        return []
    note = "Studies that may matter, but of which no result was seen. They count for nothing above."
    return [paragraph(note), bullets([[pages.work_link(lead.key), f": {lead.summary}"] for lead in found])]
