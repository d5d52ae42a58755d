"""The facts of the page of one Neighbourhood for Learning: what people set out to do, did and found."""

from collections.abc import Iterable
from dataclasses import dataclass

from resilience.findings.joins import Typed
from resilience.matching import Decision
from resilience.places.initiative import ENQUIRY
from resilience.places.policies import policies_naming, policies_on_its_topics
from resilience.planning.from_records.example import has_example
from resilience.records.english import listing
from resilience.records.neighbourhood import Activity, NearbyAction, Neighbourhood
from resilience.records.policy import Policy
from resilience.records.provenance import Source
from resilience.records.slugs import NO_TYPE
from resilience.records.vocabulary import MatchStatus, SystemProperty
from resilience.site.pages import words
from resilience.site.pages.common import History, Pages, Successor, history_of, successor_of
from resilience.site.pages.logic_model import Logic, logic_of
from resilience.site.pages.place_figures import PlaceFigures, figures_of
from resilience.site.pages.rating import aims_in_words
from resilience.site.pages.wards_today import WardToday, wards_today
from resilience.site.wording.slots import joined
from resilience.site.wording.values import FactsPage, Link, Passage, Run, Tag, Text

CHOOSE = "../book/neighbourhoods/choose.html"
NO_TYPE_FITS = "No type fits"
OWN_ACCOUNT = "the group's own account"
LATE = 9999
"""Activities without a year stand after all others."""

Sourced = tuple[str, Link | Text]
"""A statement, and where it comes from."""


@dataclass(frozen=True)
class Short:
    """Who, where and when, as far as it was seen."""

    councils: tuple[Link | Text, ...]
    district: str | None
    where: str
    years: str | None
    local_group: str | None
    oversight_group: str | None
    host: str | None
    is_host_stated: bool
    advisers: str | None
    took_part: int | None
    population: int | None
    comparison_area: str | None
    not_published: str
    """What was looked for on the pages read and not found, in one phrase."""


@dataclass(frozen=True)
class Done:
    """An activity: its type, what it was about, and where that was read."""

    text: str
    when: str | None
    kind: Run
    is_disputed: bool
    is_suggested: bool
    """Whether only the matcher suggests its kind."""
    approved_by: str | None
    topics: tuple[Link, ...]
    source: Link | Text


@dataclass(frozen=True)
class Known:
    """What is known of an activity type elsewhere: its levels of evidence, and who has a policy."""

    activity: Link
    levels: str
    policies: int


@dataclass(frozen=True)
class Found:
    """What was found on one property of the neighbourhood."""

    property: str
    said: tuple[Run, ...]


@dataclass(frozen=True)
class CouncilPolicies:
    """What its councils have on record: policies that name the place, and others on what it worked on."""

    naming: tuple[Link, ...]
    on_topics: tuple[Link, ...]
    councils: tuple[Link, ...]


@dataclass(frozen=True)
class Nearby:
    """Action near the place that was no part of the programme."""

    text: str
    type: Tag
    year: str | None
    source: Link | Text


@dataclass(frozen=True)
class NeighbourhoodFacts:
    """What people set out to do, did and found; then the place, in figures too, and the sources."""

    name: str
    description: str
    short: Short
    today: tuple[Successor, ...]
    topics: tuple[str, ...]
    priorities: tuple[str, ...]
    done: tuple[Done, ...]
    tells_when: bool
    has_topics: bool
    coded: int
    disputed: int
    known: tuple[Known, ...]
    findings: int
    found: tuple[Found, ...]
    properties_without: str
    partners: tuple[str, ...]
    place_facts: tuple[Sourced, ...]
    policies: CouncilPolicies
    nearby: tuple[Nearby, ...]
    choose: Link
    example: Link | None
    """The path from place to plan, worked for a neighbourhood of the programme."""
    figures: PlaceFigures | None
    wards_today: tuple[WardToday, ...]
    logic: Logic | None
    cautions: tuple[str, ...]
    sources: tuple[Link | Text, ...]
    history: History


def neighbourhood_page(pages: Pages, place: Neighbourhood) -> FactsPage:
    """Give the page of a neighbourhood."""
    return FactsPage(
        title=place.name,
        kind="Neighbourhood",
        passage=Passage("pages/neighbourhood", _facts(pages, place)),
        description=place.description,
        domains=tuple(
            slug for slug in pages.base.domains if slug in {item.domain for item in place.activities}
        ),
    )


def _facts(pages: Pages, place: Neighbourhood) -> NeighbourhoodFacts:
    done = place.activities
    disputed = sum(activity.disputed is not None for activity in done)
    gone = (successor_of(pages, slug) for slug in place.councils)
    return NeighbourhoodFacts(
        name=place.name,
        description=place.description,
        short=_short(pages, place),
        today=tuple(one for one in gone if one),
        topics=place.focus_topics,
        priorities=place.priorities,
        done=done_in(pages, place),
        tells_when=any(activity.year for activity in done),
        has_topics=any(activity.topic for activity in done),
        coded=sum(activity.coded is not None for activity in done) + disputed,
        disputed=disputed,
        known=_known(pages, place),
        findings=len(place.findings),
        found=found_in(pages, place),
        properties_without=listing([one.label.lower() for one in SystemProperty if not _on(place, one)]),
        partners=place.partners,
        place_facts=tuple((one.text, pages.source_line(one.source)) for one in place.place_facts),
        policies=_policies(pages, place),
        nearby=tuple(_nearby(pages, item) for item in place.nearby),
        choose=Link("Rank activities for this neighbourhood", url=f"{CHOOSE}?place={place.slug}"),
        example=Link("From place to plan, an example", f"neighbourhoods/{place.slug}-plan")
        if has_example(place)
        else None,
        figures=figures_of(pages, place),
        wards_today=wards_today(pages, place.slug),
        logic=logic_of(pages, place),
        cautions=place.provenance.cautions,
        sources=tuple(map(pages.source_line, place.sources)),
        history=history_of(pages, f"neighbourhoods/{place.slug}", place.name, place.provenance),
    )


def _short(pages: Pages, place: Neighbourhood) -> Short:
    links = tuple(pages.council_link(slug) for slug in place.councils)
    linked = {name for slug in place.councils for name in _names(pages, slug)}
    unlinked = [name for name in place.council.split(" and ") if name not in linked]
    advisers = place.resident_advisers
    return Short(
        councils=(*map(Text, unlinked), *links),
        district=place.district if place.district not in linked else None,
        where=f"{place.county}, {place.region}",
        years=place.active_years,
        local_group=place.local_group,
        oversight_group=place.oversight_group,
        host=place.coren_host.name if place.coren_host else None,
        is_host_stated=bool(place.coren_host and place.coren_host.stated),
        advisers=(advisers.note or words.number(advisers.count)) if advisers else None,
        took_part=place.public_involved,
        population=place.population,
        comparison_area=place.comparison_area,
        not_published=listing([*_missing(place), *place.not_seen]),
    )


def _names(pages: Pages, slug: str) -> tuple[str, ...]:
    council = pages.base.councils[slug]
    return (council.name, *council.also_written)


def _missing(place: Neighbourhood) -> list[str]:
    looked_for = (
        (place.active_years, "the years"),
        (place.coren_host, "who hosted the network of residents"),
        (place.resident_advisers, "the number of resident advisers"),
        (place.public_involved, "how many people took part"),
        (place.population, "the population"),
        (place.comparison_area, "the area it was compared with"),
    )
    return [what for value, what in looked_for if value is None]


def done_in(pages: Pages, place: Neighbourhood) -> tuple[Done, ...]:
    """Give its activities, those without a year last."""
    done = sorted(place.activities, key=lambda activity: activity.year or LATE)
    return tuple(_done(pages, place, activity) for activity in done)


def source_in(pages: Pages, place: Neighbourhood, source: Source) -> Link | Text:
    """Say where a statement comes from; without an address, a group outside the programme tells it."""
    if not place.programme and not (source.url or source.work):
        return Text(OWN_ACCOUNT)
    return pages.source_line(source)


def _done(pages: Pages, place: Neighbourhood, activity: Activity) -> Done:
    typed = pages.joins.typed_of(place.slug, activity)
    match = pages.suggestions.of(activity.text) if typed.status is MatchStatus.UNCODED else None
    suggested = match.type if match and match.decision is not Decision.NONE else None
    year = str(activity.year) if activity.year else None
    return Done(
        text=activity.text,
        when=f"{year} ({activity.year_note})" if activity.year_note else year,
        kind=_kind(pages, typed, suggested),
        is_disputed=typed.status is MatchStatus.DISPUTED,
        is_suggested=suggested is not None,
        approved_by=typed.decision.reviewer if typed.decision else None,
        topics=tuple(pages.type_link(slug) for slug in activity.topic),
        source=source_in(pages, place, activity.source),
    )


def _kind(pages: Pages, typed: Typed, suggested: str | None) -> Run:
    """Name the types, those of both passes where they disagreed, or else what the matcher suggests."""
    both = typed.text.disputed or () if typed.status is MatchStatus.DISPUTED else ()
    slugs = both or typed.types or (suggested or NO_TYPE,)
    return joined(
        (pages.type_link(slug) if slug != NO_TYPE else Text(NO_TYPE_FITS) for slug in slugs),
        " or " if both else "; also: ",
    )


def _known(pages: Pages, place: Neighbourhood) -> tuple[Known, ...]:
    """Give what is known of the types that it did or worked on; an enquiry is a way to them."""
    found = set(_types(pages, place)) - {ENQUIRY}
    return tuple(
        Known(
            pages.type_link(slug), aims_in_words(pages, slug), len(pages.joins.policies_by_type.get(slug, []))
        )
        for slug in pages.base.types
        if slug in found
    )


def _types(pages: Pages, place: Neighbourhood) -> Iterable[str]:
    for activity in place.activities:
        yield from activity.topic
        yield from pages.joins.typed_of(place.slug, activity).types


def _on(place: Neighbourhood, about: SystemProperty) -> list[tuple[str, Source]]:
    return [(one.text, one.source) for one in place.findings if one.property is about]


def found_in(pages: Pages, place: Neighbourhood) -> tuple[Found, ...]:
    """Give its findings by the property that they are of."""
    return tuple(
        Found(
            one.label,
            tuple(Run((text, " Source: ", source_in(pages, place, source), ".")) for text, source in said),
        )
        for one in SystemProperty
        if (said := _on(place, one))
    )


def _policies(pages: Pages, place: Neighbourhood) -> CouncilPolicies:
    naming = policies_naming(pages, place)
    return CouncilPolicies(
        naming=_links(pages, naming),
        on_topics=_links(pages, [one for one in policies_on_its_topics(pages, place) if one not in naming]),
        councils=tuple(
            pages.council_link(slug) for slug in place.councils if pages.joins.policies_by_council.get(slug)
        ),
    )


def _links(pages: Pages, policies: Iterable[Policy]) -> tuple[Link, ...]:
    return tuple(pages.policy_link(policy.slug) for policy in policies)


def _nearby(pages: Pages, item: NearbyAction) -> Nearby:
    year = str(item.year) if item.year else None
    return Nearby(item.text, pages.type_tag(item.type), year, pages.source_line(item.source))
