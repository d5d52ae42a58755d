"""The draft record of a neighbourhood, made from what a group answered: its own account, the unknown null.

It has the fields of `records/neighbourhood.py` in their order.
Standard library only: this runs in the reader's browser.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from resilience.places.comparison import CannotMatch
from resilience.places.comparison_words import verdict
from resilience.planning.evaluating.measures import ranked
from resilience.planning.given import Given
from resilience.planning.walk import write
from resilience.planning.yaml_text import in_yaml
from resilience.records.english import folded, listing, sentence
from resilience.records.plain import visible

FOLDER = "evidence/neighbourhoods"
FIRST_LINE = "# yaml-language-server: $schema=../schema/neighbourhood.json"
NO_PLACE = "There is no draft of a record, for no place is chosen in step 1, and a record is of a place."
NOT_FOUND = (
    "There is no draft of a record, for the place of the link is not on record. Choose it again in step 1."
)
OWN_ACCOUNT = "The group's own plan; no other source was looked for."
CAUTION = "This is a group's own account, and nobody else has looked at it."
A_YEAR = timedelta(days=365)


class NoDraft(ValueError):
    """Why there is no draft, in a sentence."""


@dataclass(frozen=True)
class _Where:
    """The place of a draft."""

    code: str
    name: str
    council: str
    """Its code."""
    region: str
    nation: str
    neighbourhood: str = ""
    """The slug of the neighbourhood of the programme that it is; empty for another place."""

    @property
    def link(self) -> str:
        return f"{self.council}.{self.code}"


def draft(given: Given, today: date | None = None) -> dict[str, Any]:
    """Give the fields of the record; raises NoDraft with a sentence where there is no place.

    Who does what stays out, also of the link, for a record is public and names are not asked for.
    """
    today = today or date.today()
    where, walk = _where(given), given.walk
    known = given.facts["record"]["councils"].get(where.council, {})
    link = write(replace(walk, who=""))
    compared, areas = _comparison(given)
    return {
        "name": visible(where.name),
        "programme": False,
        "place": where.link,
        "council": _council(given, where),
        "councils": [known["slug"]] if known else [],
        "county": known.get("county"),
        "region": where.region,
        "description": _description(given, where),
        "focus_topics": [],
        "priorities": list(_priorities(given)),
        "set_out_to": visible(walk.aim) or None,
        "partners": [],
        "comparison_area": compared,
        "comparison_areas": areas,
        "indicators": [_indicator(given, group) for group in walk.outcomes],
        "place_facts": [],
        "planned": list(_planned(given)),
        "activities": [],
        "findings": [],
        "plan": link,
        "sources": [],
        "provenance": {
            "seen": [
                {"at": f"book/plan/share?{link}", "mirror": False, "kind": "group", "what": OWN_ACCOUNT}
            ],
            "read": "own-account",
            "by": "person",
            "coders": "single",
            "checked": None,
            "added": today.isoformat(),
            "review_by": (today + A_YEAR).isoformat(),
            "cautions": [CAUTION],
        },
    }


def as_yaml(record: Mapping[str, Any]) -> str:
    """Write a draft as the file of its record."""
    return f"{FIRST_LINE}\n{in_yaml(dict(record))}"


def file_of(given: Given) -> str:
    """Name the file of a draft, from place and council: never one that there is. Raises NoDraft."""
    where, taken = _where(given), given.facts["record"]["taken"]
    council = given.facts["record"]["councils"].get(where.council, {}).get("name", "")
    words = re.findall(r"[a-z0-9]+", folded(f"{where.name} {council}"))
    name = "-".join(dict.fromkeys(words)) or where.code.lower()
    number = 2
    free = name
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    return f"{FOLDER}/{free}.yml"


def _where(given: Given) -> _Where:
    if not given.walk.place:
        raise NoDraft(NO_PLACE)
    own = given.facts["record"]["programme"].get(given.walk.place)
    if own:
        return _Where(**own, neighbourhood=given.walk.place)
    if given.standing is None:
        raise NoDraft(NOT_FOUND)
    file, place = given.standing.file, given.standing.place
    return _Where(place["code"], place["name"], file["code"], file["region"], given.standing.nation)


def _council(given: Given, where: _Where) -> str:
    known = given.facts["record"]["councils"].get(where.council)
    return str(known["name"] if known else given.standing.file["name"] if given.standing else where.council)


def _description(given: Given, where: _Where) -> str:
    table, standing = given.table, given.standing
    kind = "neighbourhood of the programme" if where.neighbourhood else table.place if table else "place"
    council = table.council_names[where.council] if table else standing.file["name"] if standing else ""
    told = ", ".join(filter(None, (council, where.region)))
    return f"{sentence(kind)} in {told}. What stands here is the plan of a group that works there."


def _priorities(given: Given) -> Iterator[str]:
    """Give the problems in the words that the group chose, then groups of outcomes without one."""
    common, walk = given.facts["common"], given.walk
    yield from (common["problem_words"][slug] for slug in walk.problems)
    told = {common["problems"][slug] for slug in walk.problems}
    yield from (common["groups"][slug]["heading"] for slug in walk.outcomes if slug not in told)


def _indicator(given: Given, group: str) -> dict[str, Any]:
    """Suggest the measure that the step on evaluation names first; null where no study used a known one."""
    found = ranked(given.facts["evaluate"]["scales"].get(group, ()), given.walk.activities)
    if not found:
        return {"group": group, "measure": None, "scale": None, "source": None}
    return {
        "group": group,
        "measure": f"Not settled. Suggested: {found[0]['name']}",
        "scale": found[0]["slug"],
        "source": {"url": found[0]["url"]},
    }


def _planned(given: Given) -> Iterator[dict[str, Any]]:
    """Give the chosen activities; an enquiry is taken to be about the other one, which is its topic."""
    types, chosen = given.facts["common"]["types"], given.walk.activities
    for slug in chosen:
        others = [other for other in chosen if other != slug]
        yield {
            "text": types[slug]["label"],
            "type": slug,
            "topic": others if slug == given.facts["record"]["enquiry"] else [],
            "domain": types[slug]["domain"],
        }


def _comparison(given: Given) -> tuple[str | None, list[dict[str, str]]]:
    """Give the places most like it and how good the match is; without a table, those on the page of it."""
    try:
        nearest, compared = given.nearest, given.compared
    except CannotMatch:
        return None, []
    if not nearest:
        return None, []
    figures = "the figures chosen" if compared and given.walk.figures else "the usual figures"
    match = (
        verdict(compared.table, compared.found) if compared else "How good the match is was not looked at."
    )
    names = listing([f"{one.name} ({one.council})" for one in nearest])
    areas = [{"place": one.link, "name": f"{one.name}, {one.council}"} for one in nearest]
    return f"Not settled. Most like it on {figures}: {names}. {match}", areas
