"""The facts of the page of a neighbourhood outside the programme: what a group there plans, did and found."""

from dataclasses import dataclass

from resilience.records.neighbourhood import Indicator, Neighbourhood, Planned
from resilience.site.pages.common import History, Pages, history_of
from resilience.site.pages.neighbourhood import Done, Found, Sourced, done_in, found_in, source_in
from resilience.site.pages.wards_today import PLACE
from resilience.site.wording.values import FactsPage, Link, Passage, Text

KIND = "Neighbourhood outside the programme"
PLAN = "../book/plan/share.html"


@dataclass(frozen=True)
class PlannedRow:
    """Something that the group plans, with the type that it gave it."""

    text: str
    type: Link | None
    topics: tuple[Link, ...]


@dataclass(frozen=True)
class IndicatorRow:
    """What is to tell whether a group of outcomes changed."""

    group: Link
    measure: str | None
    scale: Link | None
    source: Link | Text | None


@dataclass(frozen=True)
class OtherFacts:
    """What they set out to do, plan, did and found, then how they look at it, and the place."""

    name: str
    description: str
    set_out_to: str | None
    priorities: tuple[str, ...]
    topics: tuple[str, ...]
    planned: tuple[PlannedRow, ...]
    done: tuple[Done, ...]
    tells_when: bool
    found: tuple[Found, ...]
    indicators: tuple[IndicatorRow, ...]
    comparison_area: str | None
    compared_with: tuple[Link, ...]
    place: Link | None
    plan: Link | None
    councils: tuple[Link | Text, ...]
    where: str
    years: str | None
    local_group: str | None
    population: int | None
    partners: tuple[str, ...]
    place_facts: tuple[Sourced, ...]
    cautions: tuple[str, ...]
    sources: tuple[Link | Text, ...]
    history: History


def other_neighbourhood_page(pages: Pages, place: Neighbourhood) -> FactsPage:
    """Give the page of a neighbourhood outside the programme."""
    domains = {one.domain for one in place.planned} | {one.domain for one in place.activities}
    return FactsPage(
        title=place.name,
        kind=KIND,
        passage=Passage("pages/other_neighbourhood", _facts(pages, place)),
        description=place.description,
        domains=tuple(slug for slug in pages.base.domains if slug in domains),
    )


def _facts(pages: Pages, place: Neighbourhood) -> OtherFacts:
    links = tuple(pages.council_link(slug) for slug in place.councils)
    return OtherFacts(
        name=place.name,
        description=place.description,
        set_out_to=place.set_out_to,
        priorities=place.priorities,
        topics=place.focus_topics,
        planned=tuple(_planned(pages, one) for one in place.planned),
        done=done_in(pages, place),
        tells_when=any(one.year for one in place.activities),
        found=found_in(pages, place),
        indicators=tuple(_indicator(pages, place, one) for one in place.indicators),
        comparison_area=place.comparison_area,
        compared_with=tuple(_of_place(one.name, one.place) for one in place.comparison_areas),
        place=_of_place(place.name, place.place) if place.place else None,
        plan=Link("The plan that the group made", url=f"{PLAN}?{place.plan}") if place.plan else None,
        councils=links or (Text(place.council),),
        where=", ".join(dict.fromkeys(filter(None, (place.district, place.county, place.region)))),
        years=place.active_years,
        local_group=place.local_group,
        population=place.population,
        partners=place.partners,
        place_facts=tuple((one.text, source_in(pages, place, one.source)) for one in place.place_facts),
        cautions=place.provenance.cautions,
        sources=tuple(source_in(pages, place, one) for one in place.sources),
        history=history_of(pages, f"neighbourhoods/{place.slug}", place.name, place.provenance),
    )


def _of_place(name: str, link: str) -> Link:
    return Link(name, url=f"{PLACE}?place={link}")


def _planned(pages: Pages, one: Planned) -> PlannedRow:
    return PlannedRow(
        text=one.text,
        type=pages.type_link(one.type) if one.type else None,
        topics=tuple(pages.type_link(slug) for slug in one.topic),
    )


def _indicator(pages: Pages, place: Neighbourhood, one: Indicator) -> IndicatorRow:
    scale = pages.base.scales[one.scale] if one.scale else None
    return IndicatorRow(
        group=pages.problem_link(one.group),
        measure=one.measure,
        scale=Link(scale.name, url=scale.url) if scale else None,
        source=source_in(pages, place, one.source) if one.source else None,
    )
