"""The walk of an example: what a neighbourhood of the programme has on record, as answers on the path.

Nothing is guessed: each answer follows from coded fields by the rules here, which the page states in words.
"""

from collections import Counter

from resilience.findings.view import Findings
from resilience.places.initiative import ENQUIRY, GOVERNANCE, main_types
from resilience.planning.walk import MOST_ACTIVITIES, NO, Walk
from resilience.records.neighbourhood import Neighbourhood


def has_example(place: Neighbourhood) -> bool:
    """Say whether a neighbourhood is worked as an example: those of the programme are."""
    return place.programme


def worked_on(findings: Findings, place: Neighbourhood) -> dict[str, int]:
    """Count how many activities are of a type, be it their second, or have it as their topic: most first.

    Types of the domain community governance are how a subject was chosen, so they count only where there is
    no other. Types with as many activities stand in the order of the code frame.
    """
    found = Counter(slug for one in place.activities for slug in one.topic)
    found.update(slug for one in place.activities for slug in findings.joins.typed_of(place.slug, one).types)
    types = findings.base.types
    beyond = [slug for slug in types if found[slug] and types[slug].domain != GOVERNANCE]
    named = beyond or [slug for slug in types if found[slug]]
    return {slug: found[slug] for slug in sorted(named, key=lambda slug: -found[slug])}


def example_outcomes(findings: Findings, place: Neighbourhood) -> tuple[str, ...]:
    """Name the groups of outcomes that the types it worked on are done for first."""
    aims = (findings.base.types[slug].main_outcomes[:1] for slug in worked_on(findings, place))
    return tuple(dict.fromkeys(aim for first in aims for aim in first))


def example_activities(findings: Findings, place: Neighbourhood) -> tuple[str, ...]:
    """Name up to two types: those of its main initiative, or what it mostly enquired into."""
    main = [slug for slug in main_types(findings, place) if slug != ENQUIRY]
    if not main:
        topics = {slug: n for slug, n in worked_on(findings, place).items() if slug != ENQUIRY}
        main = [slug for slug, n in topics.items() if n == max(topics.values())]
    return tuple(main[:MOST_ACTIVITIES])


def example_walk(findings: Findings, place: Neighbourhood) -> Walk:
    """Give the answers of the example: no number and no weight is its own, and areas are the programme's.

    The programme drew nothing by lot: councils picked its areas.
    """
    areas = findings.base.survey.evaluation.areas
    return Walk(
        place=place.slug,
        outcomes=example_outcomes(findings, place),
        activities=example_activities(findings, place),
        aim=". ".join(place.priorities),
        lots=NO,
        numbers={"areas": str(areas.intervention), "comparison_areas": str(areas.comparison)},
    )
