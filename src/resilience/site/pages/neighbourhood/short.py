"""The main facts of a neighbourhood, with who brought residents in."""

from resilience.records.neighbourhood import Neighbourhood
from resilience.site.pages import words
from resilience.site.pages.blocks import Block, facts
from resilience.site.pages.common import Pages


def short(pages: Pages, place: Neighbourhood) -> Block:
    """Tell who, where and when; what was not seen is said so."""
    advisers = place.resident_advisers
    return facts(
        [
            ("Council", place.council),
            ("Its policies", [pages.council_link(slug) for slug in place.councils]),
            ("District", place.district),
            ("County and region", f"{place.county}, {place.region}"),
            ("Years", place.active_years or "Not seen"),
            ("Topics", ", ".join(place.focus_topics)),
            ("Local group", place.local_group),
            ("Oversight group", place.oversight_group),
            ("Host of the resident network (CoReN)", _host(place)),
            (
                "Resident advisers",
                " ".join(filter(None, (words.number(advisers.count), advisers.note)))
                if advisers
                else "Number not seen",
            ),
            (
                "People who took part (the source's estimate)",
                words.number(place.public_involved) if place.public_involved else None,
            ),
            ("Population", words.number(place.population) if place.population else "Not seen"),
            (
                "Comparison area",
                place.comparison_area or "One was chosen; which was not published in anything seen.",
            ),
        ]
    )


def _host(place: Neighbourhood) -> str:
    host = place.coren_host
    if host is None:
        return "Not seen"
    likely = "" if host.stated else " (likely: the part is described, but the term is not used)"
    return host.name + likely
