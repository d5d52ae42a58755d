"""The page of one activity type: what it is, what studies found, who does it, who tried it."""

from collections import Counter

from ...learning.queue import Waiting
from ...records.study import Study
from ...records.taxonomy import ActivityType
from ...records.vocabulary import Direction
from . import words
from .blocks import (
    Block,
    Box,
    Line,
    Link,
    Page,
    Tag,
    Text,
    bullets,
    facts,
    paragraph,
    present,
    section,
    table,
)
from .common import Pages, directions_in_words
from .rating import rating_section
from .status import waiting_row
from .tables import policy_table, study_table

LEAN = (
    "Abstracts tend to leave out results that show nothing, so a count of results leans towards benefit. "
    "It is not a success rate."
)


def activity_page(pages: Pages, type_: ActivityType) -> Page:
    """Lay out the definition, the studies, the policies, the neighbourhoods and the gaps of one type."""
    studies = pages.joins.studies_by_type.get(type_.slug, [])
    blocks: list[Block | None] = [
        paragraph(type_.definition, "lede"),
        _counts(pages, type_, studies),
        section("What belongs here", "scope", [_scope(pages, type_)]),
        section("How good the evidence is", "rating", rating_section(pages, type_)),
        section("What studies found", "evidence", _evidence(pages, studies)),
        section("Which councils do it", "councils", _councils(pages, type_)),
        section("Which neighbourhoods tried it", "neighbourhoods", _places(pages, type_)),
        section("Texts that look like this, not checked", "suggested", _suggested(pages, type_)),
        section("Cautions and gaps", "gaps", _gaps(pages, type_)),
        section("Leads", "leads", _leads(pages, type_)),
    ]
    return Page(
        title=type_.label,
        kind="Activity",
        blocks=present(blocks),
        description=type_.definition,
        domains=(type_.domain,),
    )


def _counts(pages: Pages, type_: ActivityType, studies: list[Study]) -> Block:
    in_uk = sum(study.in_uk for study in studies)
    policies = pages.joins.policies_by_type.get(type_.slug, [])
    tried = pages.joins.activities_by_type.get(type_.slug, [])
    numbers = (
        (len(studies), "study" if len(studies) == 1 else "studies"),
        (in_uk, "of them in the UK"),
        (len(policies), "council policy" if len(policies) == 1 else "council policies"),
        (len({item.neighbourhood.slug for item in tried}), "of the programme's neighbourhoods"),
    )
    return Box(tuple(_stat(value, label) for value, label in numbers), ("stat-row",))


def _stat(value: int, label: str) -> Box:
    return Box((paragraph([Text(words.number(value), strong=True), " " + label]),), ("stat",))


def _scope(pages: Pages, type_: ActivityType) -> Block:
    domain = pages.base.domains[type_.domain]
    origin = (
        "Named in the programme's own description."
        if type_.origin == "programme"
        else "Added for this book, because policies or neighbourhoods needed it."
    )
    return facts(
        [
            ("Domain", Tag(domain.label, ("tag", f"domain-{domain.slug}"))),
            ("For example", ", ".join(type_.includes)),
            ("Belongs elsewhere", [_elsewhere(pages, text) for text in type_.excludes]),
            ("Words that point to it", ", ".join(type_.terms)),
            ("Origin", origin),
        ]
    )


def _elsewhere(pages: Pages, text: str) -> Line:
    """Link the slugs in brackets at the end of a scope note to the types that they name."""
    head, bracket, tail = text.rpartition(" (")
    slugs = tail.removesuffix(")").split(" or ")
    if not bracket or not all(slug in pages.base.types for slug in slugs):
        return text
    parts: list[Line] = [f"{head}: see "]
    for position, slug in enumerate(slugs):
        parts += [" or "] if position else []
        parts.append(pages.type_link(slug))
    return parts


def _evidence(pages: Pages, studies: list[Study]) -> list[Block | None]:
    if not studies:
        return [
            paragraph("No study of this activity is on record. We may not have looked in the right place.")
        ]
    outcomes = [outcome for study in studies for outcome in study.outcomes]
    tally = (
        f"{words.count(len(studies), 'study', 'studies')} with {words.count(len(outcomes), 'result')}: "
        f"{directions_in_words(outcomes)}."
    )
    return [
        paragraph(tally),
        paragraph(LEAN),
        _by_outcome(pages, studies),
        study_table(pages, "Studies of this activity", studies),
    ]


def _by_outcome(pages: Pages, studies: list[Study]) -> Block:
    tally = Counter((outcome.category, outcome.direction) for study in studies for outcome in study.outcomes)
    rows: list[list[Line]] = [
        [pages.outcome_link(slug), *(words.number(tally[slug, direction]) for direction in Direction)]
        for slug in pages.base.outcomes
        if any(tally[slug, direction] for direction in Direction)
    ]
    return table(
        "Results by outcome and by the way they point", ("Outcome", *(d.label for d in Direction)), rows
    )


def _councils(pages: Pages, type_: ActivityType) -> list[Block | None]:
    policies = pages.joins.policies_by_type.get(type_.slug, [])
    if not policies:
        return [paragraph("No policy of this type is on record. That does not mean that no council has one.")]
    return [policy_table(pages, "Council policies with this activity", policies)]


def _suggested(pages: Pages, type_: ActivityType) -> list[Block | None]:
    waiting = pages.suggestions.by_type.get(type_.slug, [])
    if not waiting:
        return []
    rows = [waiting_row(pages, one) for one in waiting]
    found = words.count(len(waiting), "more text looks", "more texts look")
    note = (
        f"{found} like this activity to the matcher. "
        "Nobody has checked that, and no count on this page includes it. "
        f"{_not_listed(pages, type_, waiting)} "
        "A score of 90 means that nine in ten such suggestions are right."
    )
    return [paragraph(note), table("Suggestions of the matcher", ("Text", "Where", "Score"), rows)]


def _not_listed(pages: Pages, type_: ActivityType, waiting: list[Waiting]) -> str:
    """Say how many records would be new on the page if the suggestions hold."""
    listed = {policy.slug for policy in pages.joins.policies_by_type.get(type_.slug, [])}
    listed |= {place.slug for place, _ in pages.joins.activities_by_type.get(type_.slug, [])}
    new = len({one.slug for one in waiting} - listed)
    stand = "stands in a record" if len(waiting) == 1 else "stand in records"
    if not new:
        return f"{'It' if len(waiting) == 1 else 'They'} {stand} listed above."
    return f"{words.count(new, 'record')} with such a text {'is' if new == 1 else 'are'} not listed above."


def _places(pages: Pages, type_: ActivityType) -> list[Block | None]:
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
    return [bullets(lines), bullets(related)]


def _gaps(pages: Pages, type_: ActivityType) -> list[Block | None]:
    return [bullets([gap.text for gap in pages.joins.gaps_about.get(type_.slug, [])])]


def _leads(pages: Pages, type_: ActivityType) -> list[Block | None]:
    leads = pages.joins.leads_by_type.get(type_.slug, [])
    if not leads:
        return []
    note = "Studies that may matter, but of which no result was seen. They count for nothing above."
    return [paragraph(note), bullets([[pages.work_link(lead.key), f": {lead.summary}"] for lead in leads])]
