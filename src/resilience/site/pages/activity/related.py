"""Which other activities stand in the same policies."""

from resilience.policies.pairs import related_types
from resilience.records.taxonomy import ActivityType
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Line, paragraph, table
from resilience.site.pages.common import Pages

MOST_SHOWN = 8


def related(pages: Pages, type_: ActivityType) -> list[Block | None]:
    """Tabulate the types that stand beside this one in two policies or more."""
    found = related_types(pages, type_.slug)[:MOST_SHOWN]
    rows: list[tuple[Line, ...]] = [
        (
            pages.type_link(one.slug),
            f"{words.number(one.both)} of {words.number(one.of)}",
            f"{words.number(one.elsewhere)} of {words.number(one.rest)}",
            "found more often" if one.is_commoner else "not found more often",
        )
        for one in found
    ]
    if not rows:
        return [paragraph("No other activity stands beside this one in two policies or more on record.")]
    header = ("Activity", "In policies with this activity", "In all other policies", "So it is")
    note = "These are counts of policies on record: what councils put together, not what works together."
    return [table("Activities in the same policies", header, rows), paragraph(note)]
