"""Texts that look like the activity to the matcher, which nobody has checked."""

from resilience.findings.suggestions import Waiting
from resilience.records.taxonomy import ActivityType
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, paragraph, table
from resilience.site.pages.common import Pages
from resilience.site.pages.status import waiting_row


def suggested(pages: Pages, type_: ActivityType) -> list[Block | None]:
    """List texts that the matcher puts here."""
    waiting = pages.suggestions.by_type.get(type_.slug, [])
    if not waiting:
        return []
    rows = [waiting_row(pages, one) for one in waiting]
    found = words.count(len(waiting), "more text looks", "more texts look")
    note = (
        f"{found} like this activity to the matcher. "
        "No person has checked that, and no count on this page includes it. "
        f"{_not_listed(pages, type_, waiting)} "
        "A score of 90 means that nine in ten such suggestions are right."
    )
    return [paragraph(note), table("Suggestions of the matcher", ("Text", "Where", "Score"), rows)]


def _not_listed(pages: Pages, type_: ActivityType, waiting: list[Waiting]) -> str:
    """Say how many records would be new on the page if the suggestions hold."""
    listed = {policy.slug for policy in pages.joins.policies_by_type.get(type_.slug, [])}
    listed |= {place.slug for place, _ in pages.joins.activities_by_type.get(type_.slug, [])}
    new = len({one.slug for one in waiting} - listed)
    stand = "stands in a record" if len(waiting) == 1 else "stand in records"
    if not new:
        return f"{'It' if len(waiting) == 1 else 'They'} {stand} listed above."
    return f"{words.count(new, 'record')} with such a text {'is' if new == 1 else 'are'} not listed above."
