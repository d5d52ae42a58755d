"""Which neighbourhoods tried an activity, and what was found there."""

from resilience.records.taxonomy import ActivityType
from resilience.site.pages.blocks import Block, Line, Link, bullets, paragraph
from resilience.site.pages.common import Pages


def neighbourhoods(pages: Pages, type_: ActivityType) -> list[Block | None]:
    """List what neighbourhoods did, what they found as a whole, and related action nearby."""
    tried = pages.joins.activities_by_type.get(type_.slug, [])
    nearby = pages.joins.nearby_by_type.get(type_.slug, [])
    lines: list[Line] = [
        [Link(place.name, f"neighbourhoods/{place.slug}"), f": {activity.text}"] for place, activity in tried
    ]
    related: list[Line] = [
        [
            "Near ",
            Link(place.name, f"neighbourhoods/{place.slug}"),
            f", not part of the programme: {action.text}",
        ]
        for place, action in nearby
    ]
    if not lines and not related:
        return [
            paragraph("No neighbourhood on record has an activity of this type that was coded or approved.")
        ]
    found = _found(pages, type_)
    note = "What was found there, for all that the neighbourhood did; no finding is tied to one activity:"
    return [bullets(lines), paragraph(note) if found else None, bullets(found), bullets(related)]


def _found(pages: Pages, type_: ActivityType) -> list[Line]:
    places = {
        item.neighbourhood.slug: item.neighbourhood
        for item in pages.joins.activities_by_type.get(type_.slug, [])
    }
    return [
        [
            Link(place.name, f"neighbourhoods/{place.slug}"),
            f", {finding.property.label.lower()}: {finding.text}",
        ]
        for place in places.values()
        for finding in place.findings
    ]
