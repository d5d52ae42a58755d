"""The policies of a neighbourhood's councils that name it, or that are on what it worked on."""

import re
from collections.abc import Iterable

from resilience.findings.view import Findings
from resilience.places.initiative import GOVERNANCE
from resilience.places.profile import wards_of
from resilience.records.neighbourhood import Neighbourhood
from resilience.records.policy import Policy


def policies_naming(findings: Findings, place: Neighbourhood) -> list[Policy]:
    """Give policies of its councils whose words hold its name, or the name of a ward that fits it."""
    names = names_of(findings, place)
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
    return [policy for policy in _own(findings, place) if named.search(" ".join(_words(policy)))]


def policies_on_its_topics(findings: Findings, place: Neighbourhood) -> list[Policy]:
    """Give policies of its councils of a type that it did or worked on.

    Enquiries and partnerships are ways of working, which lead to no policy of a council on a subject.
    """
    about = {
        slug
        for activity in place.activities
        for slug in (*findings.joins.typed_of(place.slug, activity).types, *activity.topic)
    }
    about = {slug for slug in about if findings.base.types[slug].domain != GOVERNANCE}
    return [policy for policy in _own(findings, place) if about & set(findings.joins.types_of(policy))]


def names_of(findings: Findings, place: Neighbourhood) -> tuple[str, ...]:
    """Name the place as a policy might: each part of its name, without the town, and its wards."""
    own = re.split(r" and |, | \(", place.name.rstrip(")"))
    # What stands after a comma is the town, and a policy of the town names it anyway.
    parts = own[:1] if "," in place.name else own
    return tuple(dict.fromkeys([*parts, *(ward.name for ward in wards_of(place.slug, findings.wards))]))


def _own(findings: Findings, place: Neighbourhood) -> list[Policy]:
    return [policy for slug in place.councils for policy in findings.joins.policies_by_council.get(slug, [])]


def _words(policy: Policy) -> Iterable[str]:
    yield from (policy.title, policy.summary, policy.target_population or "")
    yield from (action.text for action in policy.actions)
