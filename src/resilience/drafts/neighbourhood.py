"""What a neighbourhood outside the programme begins with: its place, and that its group speaks."""

from typing import Any

from resilience.appraisal import Place
from resilience.drafts.draft import provenance
from resilience.evidence import EvidenceBase
from resilience.records.vocabulary import Read

OWN_ACCOUNT = "the group's own account"
CAUTION = "This is a group's own account, and nobody else has looked at it."


def values_of_place(base: EvidenceBase, place: Place, name: str | None) -> dict[str, Any]:
    """Give what the tables of places say."""
    council = base.country.councils[place.slug.partition(".")[0]]
    known = base.councils_by_code.get(council.code)
    return {
        "name": name or place.name,
        "programme": False,
        "place": place.slug,
        "council": known.name if known else council.name,
        "councils": [known.slug] if known else [],
        "county": council.county or None,
        "region": council.region,
        "focus_topics": [],
        "partners": [],
        "place_facts": [],
        "activities": [],
        "findings": [],
        "sources": [],
        "provenance": provenance(OWN_ACCOUNT, Read.OWN_ACCOUNT.value, None),
    }
