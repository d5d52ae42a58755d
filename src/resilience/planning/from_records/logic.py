"""What a logic model is filled from: findings by system property, and how sure studies are of outcomes."""

from collections.abc import Mapping
from typing import Any

from resilience.findings.ratings import RatedCell
from resilience.findings.view import Findings
from resilience.places.initiative import findings_by_property
from resilience.rating.weigh import reports_of
from resilience.records.vocabulary import Level, SystemProperty

BETWEEN = ("connection", "say")
"""Groups of outcomes that tell how people and organisations work together."""


def logic_facts(findings: Findings) -> dict[str, Any]:
    """Give, by activity type, what its neighbourhoods found and what studies of it measured."""
    return {
        "properties": {one.value: one.label for one in SystemProperty},
        "between": list(BETWEEN),
        "types": {slug: _of_type(findings, slug) for slug in findings.base.types},
    }


def _of_type(findings: Findings, slug: str) -> dict[str, Any]:
    rated = findings.ratings.of(slug)
    return {
        "found": _found(findings, slug),
        "measured": {cell.group.slug: _measured(findings, cell) for cell in rated.studied},
    }


def _found(findings: Findings, slug: str) -> dict[str, list[str]]:
    """Name the neighbourhoods with the activity by the system properties under which they found something."""
    places = {one.neighbourhood.slug: one.neighbourhood for one in findings.joins.tried(slug).did}
    by_place = {name: findings_by_property(place) for name, place in places.items()}
    found = {
        one.value: [name for name, numbers in by_place.items() if one in numbers] for one in SystemProperty
    }
    return {one: names for one, names in found.items() if names}


def _measured(findings: Findings, cell: RatedCell) -> Mapping[str, Any]:
    labels: Mapping[Level, Any] = findings.base.rating.of_level
    return {"label": labels[cell.level].label, "studies": len(set(reports_of(cell.votes)))}
