"""Who took part elsewhere, as far as a field of a record says so: hosts, local groups and partners."""

from typing import Any

from resilience.findings.view import Findings
from resilience.records.neighbourhood import Neighbourhood


def tasks_facts(findings: Findings) -> dict[str, Any]:
    """Give neighbourhoods by activity type, and who took part in each.

    No field says who did which activity, and none of a policy says which body led it.
    """
    base = findings.base
    did = {slug: [one.neighbourhood.slug for one in findings.joins.tried(slug).did] for slug in base.types}
    return {
        "places": {slug: list(dict.fromkeys(places)) for slug, places in did.items() if places},
        "took_part": {slug: _took_part(place) for slug, place in base.neighbourhoods.items()},
    }


def _took_part(place: Neighbourhood) -> dict[str, Any]:
    host = place.coren_host.name if place.coren_host else ""
    return {"host": host, "group": place.local_group or "", "partners": list(place.partners)}
