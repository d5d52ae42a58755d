"""Action near a neighbourhood that was not the programme's own."""

from resilience.records.neighbourhood import Neighbourhood
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, Line, paragraph, table
from resilience.site.pages.common import Pages
from resilience.site.pages.rating import aims_in_words

NOTE = "This is related action in or near the area. It was not part of the programme."


def nearby(pages: Pages, place: Neighbourhood) -> list[Block | None]:
    """Tabulate it, with its type and the evidence for that."""
    if not place.nearby:
        return []
    rows: list[tuple[Line, ...]] = [
        (
            item.text,
            pages.type_tag(item.type),
            aims_in_words(pages, item.type),
            str(item.year) if item.year else words.NOT_SEEN,
            pages.source_line(item.source),
        )
        for item in place.nearby
    ]
    header = ("Action", "Activity type", "Evidence for the type", "Year", "Source")
    return [paragraph(NOTE), table("Nearby action", header, rows)]
