"""What a neighbourhood mainly did, told from the types of its activities by one stated rule."""

from collections import Counter
from collections.abc import Sequence

from resilience.findings.view import Findings
from resilience.records.neighbourhood import Activity, Neighbourhood
from resilience.records.vocabulary import SystemProperty

GOVERNANCE = "community-governance"
ENQUIRY = "resident-led-enquiry"
"""How residents come to what they then do: a way of working, of which no effect is asked."""
RULE = (
    "The main initiative is the type that most of its activities have. "
    "Enquiries and partnerships are how it was chosen, "
    "so types of the domain community governance count only where there is no other."
)


def activities_of_type(findings: Findings, place: Neighbourhood) -> dict[str, list[Activity]]:
    """Group the activities whose type is coded or approved, in the order of the code frame.

    An activity with two types stands under both.
    """
    typed = [(findings.joins.typed_of(place.slug, activity).types, activity) for activity in place.activities]
    groups = {slug: [activity for types, activity in typed if slug in types] for slug in findings.base.types}
    return {slug: activities for slug, activities in groups.items() if activities}


def findings_by_property(place: Neighbourhood) -> dict[SystemProperty, int]:
    """Count what was found in a neighbourhood by system property; one without a finding is not there."""
    numbers = Counter(finding.property for finding in place.findings)
    return {one: numbers[one] for one in SystemProperty if numbers[one]}


def main_types(findings: Findings, place: Neighbourhood) -> list[str]:
    """Name the types of the main initiative by RULE: several where they have as many activities."""
    numbers = Counter({slug: len(found) for slug, found in activities_of_type(findings, place).items()})
    beyond = Counter(
        {slug: n for slug, n in numbers.items() if findings.base.types[slug].domain != GOVERNANCE}
    )
    return _most(beyond or numbers)


def _most(numbers: Counter[str]) -> list[str]:
    most = max(numbers.values(), default=0)
    return [slug for slug, n in numbers.items() if n == most]


def types_in_order(findings: Findings, places: Sequence[Neighbourhood]) -> list[str]:
    """Name the types that any of the places has an activity of, in the order of the code frame."""
    found = {slug for place in places for slug in activities_of_type(findings, place)}
    return [slug for slug in findings.base.types if slug in found]
