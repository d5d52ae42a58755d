"""The page of one Neighbourhood for Learning."""

from ...records.neighbourhood import Neighbourhood
from . import words
from .blocks import Block, Line, Link, Page, bullets, facts, paragraph, present, section, table
from .common import Pages, cautions_box, cite_section, provenance_section
from .comparison import like_places, profile
from .status import status_cell

NEARBY = "This is related action in or near the area. It was not part of the programme."

CHOOSE = "../book/neighbourhoods/choose.html"


def neighbourhood_page(pages: Pages, place: Neighbourhood) -> Page:
    """Lay out the place, what people set out to do, did and found, and what went on nearby."""
    blocks: list[Block | None] = [
        paragraph(place.description, "lede"),
        cautions_box(place.provenance),
        section("In short", "short", [_short(pages, place)]),
        section("What people set out to do", "priorities", [bullets(place.priorities)]),
        section("What people did", "activities", [paragraph(_coding(place)), _activities(pages, place)]),
        section("What they found", "findings", [_findings(pages, place)]),
        section("What is known of the place", "place", [_facts(pages, place)]),
        section("The place in figures", "figures", profile(pages, place)),
        section("Places like it", "like", like_places(pages, place)),
        section("What could be next", "next", [_next(place)]),
        section("Who took part", "partners", [bullets(place.partners)]),
        section("Nearby, but not part of the programme", "nearby", _nearby(pages, place)),
        section("Sources", "sources", [bullets([pages.source_line(source) for source in place.sources])]),
        provenance_section(place.provenance),
        cite_section(place.name, f"neighbourhoods/{place.slug}", place.provenance),
    ]
    return Page(
        title=place.name,
        kind="Neighbourhood",
        blocks=present(blocks),
        description=place.description,
        domains=tuple(
            slug for slug in pages.base.domains if slug in {item.domain for item in place.activities}
        ),
    )


def _next(place: Neighbourhood) -> Block:
    link = Link("Rank activities for this neighbourhood", url=f"{CHOOSE}?place={place.slug}")
    return paragraph([link, " on need, evidence, experience, reach and your own view."])


def _short(pages: Pages, place: Neighbourhood) -> Block:
    host, advisers = place.coren_host, place.resident_advisers
    hosted = (
        host.name + ("" if host.stated else " (likely: the part is described, but the term is not used)")
        if host
        else None
    )
    return facts(
        [
            ("Council", place.council),
            ("Its policies", [pages.council_link(slug) for slug in place.councils]),
            ("District", place.district),
            ("County and region", f"{place.county}, {place.region}"),
            ("Years", place.active_years),
            ("Topics", ", ".join(place.focus_topics)),
            ("Local group", place.local_group),
            ("Oversight group", place.oversight_group),
            ("Host of the resident network", hosted),
            (
                "Resident advisers",
                " ".join(filter(None, (words.number(advisers.count), advisers.note))) if advisers else None,
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


def _activities(pages: Pages, place: Neighbourhood) -> Block:
    rows: list[tuple[Line, ...]] = [
        (
            activity.text,
            status_cell(pages, place.slug, activity),
            pages.base.domains[activity.domain].label,
            _year(activity.year, activity.year_note),
            pages.source_line(activity.source),
        )
        for activity in place.activities
    ]
    return table("What people did", ("Activity", "Activity type", "Domain", "Year", "Source"), rows)


def _coding(place: Neighbourhood) -> str:
    disputed = sum(activity.disputed is not None for activity in place.activities)
    coded = sum(activity.coded is not None for activity in place.activities) + disputed
    total = words.count(len(place.activities), "activity", "activities")
    which = f"each of the {total}" if coded == len(place.activities) else f"{coded} of the {total}"
    return f"Two people, working apart, gave {which} a type. They disagreed on {disputed or 'none'}."


def _year(year: int | None, note: str | None) -> str:
    return " ".join(filter(None, (str(year) if year else "Not seen", f"({note})" if note else None)))


def _findings(pages: Pages, place: Neighbourhood) -> Block:
    rows: list[tuple[Line, ...]] = [
        (finding.property.label, finding.text, pages.source_line(finding.source))
        for finding in place.findings
    ]
    return table(
        "What people found, by property of the neighbourhood", ("Property", "Finding", "Source"), rows
    )


def _nearby(pages: Pages, place: Neighbourhood) -> list[Block | None]:
    if not place.nearby:
        return []
    lines: list[Line] = [
        pages.sourced([item.text, " ", pages.type_tag(item.type)], item.source) for item in place.nearby
    ]
    return [paragraph(NEARBY), bullets(lines)]


def _facts(pages: Pages, place: Neighbourhood) -> Block:
    return bullets([pages.sourced(item.text, item.source) for item in place.place_facts])
