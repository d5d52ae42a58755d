"""`choose-next`: what a neighbourhood could do next, ranked at once by a group's own weights.

Without scripts, the rankings by the published weights.
"""

import json
from typing import Any

from resilience.appraisal import GROUNDS, Place, options_for, places_of, rank
from resilience.appraisal.ranking import COMMUNITY_TOP, default_group, top_shares
from resilience.site.pages.common import Pages
from resilience.site.parts.choose_data import choice_data
from resilience.site.parts.part import Part

SHOWN = 10


def _context(pages: Pages, _: str) -> dict[str, Any]:
    data = choice_data(pages, "")
    places = places_of(pages)
    return {
        "data": data,
        # In a script element only this sequence could end it.
        "data_text": json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
        "grounds": GROUNDS,
        "community_top": COMMUNITY_TOP,
        "rankings": _rankings(pages, places),
        "councils": _by_council(places),
    }


def _rankings(pages: Pages, places: list[Place]) -> list[dict[str, Any]]:
    rules = pages.base.appraisal
    group = default_group(rules.weights)
    found = []
    for place in places:
        if place.is_neighbourhood:
            options = options_for(pages, place)
            shares = top_shares(options, group, rules)
            rows = [
                (one.option, one.score, shares.get(one.option.slug, 0.0))
                for one in rank(options, group, rules).ranked[:SHOWN]
            ]
            found.append({"place": place, "rows": rows})
    return found


def _by_council(places: list[Place]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for place in places:
        if not place.is_neighbourhood:
            found.setdefault(place.council, []).append(place)
    return found


CHOOSE = Part(
    name="choose-next",
    template="choose.html",
    data=choice_data,
    context=_context,
    style="choose.css",
    scripts=("choose-ranking.js", "choose.js"),
)
