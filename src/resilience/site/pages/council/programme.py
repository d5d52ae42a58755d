"""The programme's neighbourhoods of a council, or those near it."""

from resilience.records.policy import Council
from resilience.site.pages.blocks import Block, Link, bullets, paragraph
from resilience.site.pages.common import Pages


def neighbourhoods(pages: Pages, council: Council) -> list[Block | None]:
    """Link the council's neighbourhoods; where it has none, those of its region."""
    own = pages.joins.neighbourhoods_by_council.get(council.slug, [])
    if own:
        return [bullets([Link(place.name, f"neighbourhoods/{place.slug}") for place in own])]
    near = [
        place
        for place in pages.base.neighbourhoods.values()
        if any(pages.base.councils[slug].region == council.region for slug in place.councils)
    ]
    if not near:
        return []
    return [
        paragraph("No neighbourhood of this council is on record. Others took part in the same region:"),
        bullets([[Link(place.name, f"neighbourhoods/{place.slug}"), f", {place.council}"] for place in near]),
    ]
