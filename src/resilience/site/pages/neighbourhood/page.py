"""The page of one Neighbourhood for Learning."""

from resilience.records.neighbourhood import Neighbourhood
from resilience.site.pages.blocks import Block, Link, Page, Passage, bullets, paragraph, present, section
from resilience.site.pages.common import Pages, history_of
from resilience.site.pages.neighbourhood.activities import activities
from resilience.site.pages.neighbourhood.findings import findings
from resilience.site.pages.neighbourhood.like import like_places
from resilience.site.pages.neighbourhood.logic import logic
from resilience.site.pages.neighbourhood.nearby import nearby
from resilience.site.pages.neighbourhood.profile import boundary, profile
from resilience.site.pages.neighbourhood.short import short
from resilience.site.pages.neighbourhood.small_areas import small_areas

SHARED = "pages/shared"
CHOOSE = "../book/neighbourhoods/choose.html"


def neighbourhood_page(pages: Pages, place: Neighbourhood) -> Page:
    """Lay out the place, what people set out to do, did and found, and what went on nearby."""
    history = history_of(f"neighbourhoods/{place.slug}", place.name, place.provenance)
    blocks: list[Block | None] = [
        paragraph(place.description, "lede"),
        Passage(SHARED, place.provenance.cautions, "cautions"),
        section("In short", "short", [short(pages, place)]),
        section(
            "What is known of the place",
            "place",
            [bullets([pages.sourced(item.text, item.source) for item in place.place_facts])],
        ),
        section("What people set out to do", "priorities", [bullets(place.priorities)]),
        section("Who took part", "partners", [bullets(place.partners)]),
        section("What people did", "activities", activities(pages, place)),
        section("What they found", "findings", findings(pages, place)),
        section("From what was done to what may come of it", "logic", logic(pages, place)),
        section("Nearby, but not part of the programme", "nearby", nearby(pages, place)),
        section("The place in figures", "figures", profile(pages, place)),
        section("Its small areas", "small-areas", small_areas(pages, place)),
        section("Which areas the figures are of", "boundary", boundary(pages, place)),
        section("Places like it", "like", like_places(pages, place)),
        section("What could be next", "next", [_next(place)]),
        section("Sources", "sources", [bullets([pages.source_line(source) for source in place.sources])]),
        Passage(SHARED, history, "provenance"),
        Passage(SHARED, history, "cite"),
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
