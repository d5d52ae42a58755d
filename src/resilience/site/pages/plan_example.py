"""The facts of the path from place to plan as it would be walked in one neighbourhood of the programme.

A second page of the neighbourhood's record, which needs no script: the same steps as in the reader's browser,
for answers that follow from the record by a rule, and beside them what people there took on.
"""

from dataclasses import dataclass

from resilience.places.initiative import ENQUIRY
from resilience.planning.from_records.beside import Beside, Reason, beside, last_year
from resilience.planning.from_records.example import example_walk
from resilience.planning.pack import steps_of
from resilience.planning.walk import Walk, write
from resilience.records.english import listing
from resilience.records.neighbourhood import Neighbourhood
from resilience.site.pages.common import Cited, Pages, last_change
from resilience.site.pages.rating import rating_tag
from resilience.site.pages.shown_step import ShownStep, shown_step
from resilience.site.wording.values import FactsPage, Link, Passage, Tag, Text

START = "../book/neighbourhoods/place.html"
EXAMPLE = "Worked example"

Sourced = tuple[str, Link | Text]
"""A statement, and where it comes from."""


@dataclass(frozen=True)
class Answers:
    """The answers of the example."""

    outcomes: tuple[str, ...]
    activities: tuple[Link, ...]
    aim: tuple[str, ...]
    link: Link


@dataclass(frozen=True)
class Fact:
    """A fact that keeps an activity from the first tier, for the template to word by `why`."""

    why: str
    outcomes: str
    level: Tag | None
    need: int | None
    usual: int | None


@dataclass(frozen=True)
class Since:
    """Studies of one year."""

    year: str
    studies: int


@dataclass(frozen=True)
class Taken:
    """An activity as it is on record there, and where the path has it."""

    activity: Link
    did: int
    worked_on: int
    tier: str
    facts: tuple[Fact, ...]
    nearby: tuple[Sourced, ...]
    studies: int
    after: int
    since: tuple[Since, ...]


@dataclass(frozen=True)
class ExampleFacts:
    """What is example and what is record, the steps, and the programme's own choice beside them."""

    name: str
    place: Link
    nation: str
    answers: Answers
    steps: dict[str, ShownStep]
    taken: tuple[Taken, ...]
    first: tuple[Taken, ...]
    """What the path puts first and nobody there took on, on record."""
    last_year: str
    enquiries: tuple[Sourced, ...]
    findings: tuple[Sourced, ...]
    comparison_area: str | None
    cited: Cited


def plan_example_page(pages: Pages, place: Neighbourhood) -> FactsPage:
    """Give the path as an example for a neighbourhood."""
    return FactsPage(
        title=title_of(place),
        kind=EXAMPLE,
        passage=Passage("pages/plan_example", _facts(pages, place)),
        description=(
            f"What each step from place to plan says for {place.name}, from its record: "
            "an example that needs no JavaScript, beside what people there took on."
        ),
    )


def title_of(place: Neighbourhood) -> str:
    """Name the example of a neighbourhood."""
    return f"{place.name}: from place to plan, an example"


def _facts(pages: Pages, place: Neighbourhood) -> ExampleFacts:
    walk = example_walk(pages, place)
    given = pages.plans.of(walk)
    steps = steps_of(given)
    taken, first = beside(pages, place, given)
    return ExampleFacts(
        name=place.name,
        place=pages.place_link(place.slug),
        nation=given.nation,
        answers=_answers(pages, place, walk),
        steps={name: shown_step(step) for name, step in steps.items()},
        taken=tuple(_taken(pages, one) for one in taken),
        first=tuple(_taken(pages, one) for one in first),
        last_year=str(last_year(pages)),
        enquiries=tuple(
            (one.text, pages.source_line(one.source))
            for one in place.activities
            if ENQUIRY in pages.joins.typed_of(place.slug, one).types
        ),
        findings=tuple((one.text, pages.source_line(one.source)) for one in place.findings),
        comparison_area=place.comparison_area,
        cited=Cited(f"neighbourhoods/{place.slug}-plan", title_of(place), last_change([place.provenance])),
    )


def _answers(pages: Pages, place: Neighbourhood, walk: Walk) -> Answers:
    return Answers(
        outcomes=tuple(pages.base.outcome_groups[slug].label for slug in walk.outcomes),
        activities=tuple(pages.type_link(slug) for slug in walk.activities),
        aim=place.priorities,
        link=Link("Open this walk and change it", url=f"{START}?{write(walk)}"),
    )


def _taken(pages: Pages, one: Beside) -> Taken:
    return Taken(
        activity=pages.type_link(one.type),
        did=len(one.did),
        worked_on=len(one.worked_on),
        tier=one.tier.value if one.tier else "",
        facts=tuple(_fact(pages, reason) for reason in one.reasons),
        nearby=tuple((action.text, pages.source_line(action.source)) for action in one.nearby),
        studies=one.until + sum(one.since.values()),
        after=sum(one.since.values()),
        since=tuple(Since(str(year), n) for year, n in one.since.items()),
    )


def _fact(pages: Pages, reason: Reason) -> Fact:
    return Fact(
        why=reason.why.value,
        outcomes=listing([pages.base.outcome_groups[slug].label.lower() for slug in reason.outcomes]),
        level=rating_tag(pages, reason.level) if reason.level else None,
        need=reason.need,
        usual=reason.usual,
    )
