"""`choose-next`: what a neighbourhood could do next, for the outcomes that a group wants.

First a table of what is known, then swing weights, then tiers. Without scripts, table and tiers for one place
and one outcome.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from sphinx.application import Sphinx

from resilience.appraisal import (
    Group,
    Place,
    Places,
    Row,
    Tier,
    matrix,
    options_of,
    places_of,
    rank,
    rules_of,
)
from resilience.appraisal.options import COMMUNITY, NEED, Option, need_of
from resilience.appraisal.ranking import COMMUNITY_TOP, MOST
from resilience.records.english import SPELLED, listing, spelled
from resilience.site.evidence_of import pages_of
from resilience.site.live.browser.choose_handler import choose
from resilience.site.pages.common import Pages
from resilience.site.parts.part import Part


def choosing_data(pages: Pages) -> dict[str, Any]:
    """Give rules, options and places as the browser's Python reads them."""
    options, places = options_of(pages), places_of(pages)
    figures = sorted({name for option in options for name in option.figures})
    return {
        "rules": asdict(rules_of(pages)),
        "options": [asdict(option) for option in options],
        "steps": {step: _label(pages, step) for step in (NEED, *pages.base.outcome_groups, COMMUNITY)},
        "figures": figures,
        "places": {place.slug: [place.percentiles.get(name) for name in figures] for place in places.all},
    }


def _label(pages: Pages, step: str) -> str:
    own = {NEED: "need", COMMUNITY: "your own view"}
    return own[step] if step in own else pages.base.outcome_groups[step].label.lower()


def needs_of(options: Sequence[Option], places: Places) -> dict[str, Any]:
    """Give the need for each activity in each place, in whole points of 100."""
    told = [option for option in options if option.figures]
    return {
        "types": [option.slug for option in told],
        "places": {place.slug: [_need(option, place) for option in told] for place in places.all},
    }


def _need(option: Option, place: Place) -> int | None:
    found = need_of(option, place.percentiles)
    return None if found is None else round(found.span.mid)


def _shown(pages: Pages, _: str) -> Any:
    return choosing_data(pages), matrix(pages), places_of(pages)


def _context(pages: Pages, _: str) -> dict[str, Any]:
    rows, places, rules = matrix(pages), places_of(pages), rules_of(pages)
    options = [row.option for row in rows]
    start, outcome = places.all[0], _example(pages, rows)
    ranking = rank(options, start.percentiles, Group((outcome,)), rules)
    councils: dict[str, list[Place]] = {}
    for ward in places.wards:
        councils.setdefault(ward.council, []).append(ward)
    return {
        "base": pages.base,
        "rows": rows,
        "groups": pages.base.outcome_groups,
        "heights": {one.slug: height for height, one in enumerate(reversed(pages.base.rating.levels))},
        "places": places,
        "councils": councils,
        "start": start,
        "needs": {row.option.slug: _need(row.option, start) for row in rows},
        # In a script element only this sequence could end it.
        "needs_text": json.dumps(needs_of(options, places), separators=(",", ":")).replace("<", "\\u003c"),
        "outcome": outcome,
        "ranking": ranking,
        "tiers": Tier,
        "rules": rules,
        "spelled": spelled,
        "numbers": SPELLED,
        "missing": lambda one: listing([_label(pages, gap) for gap in one.gaps]),
        "need": NEED,
        "community": COMMUNITY,
        "community_top": COMMUNITY_TOP,
        "most": round(MOST),
    }


def _example(pages: Pages, rows: Sequence[Row]) -> str:
    """Choose the outcome that most activities are done for, as an example."""
    return max(pages.base.outcome_groups, key=lambda group: sum(group in row.option.aims for row in rows))


def _choosing(app: Sphinx) -> dict[str, Any]:
    return choosing_data(pages_of(app.env))


CHOOSE = Part(
    name="choose-next",
    template="choose.html",
    data=_shown,
    context=_context,
    style="choose.css",
    scripts=("choose.js",),
    handlers={"choose": choose},
    needs={"choosing": _choosing},
    imports=(
        "resilience.appraisal.options",
        "resilience.appraisal.tries",
        "resilience.appraisal.ranking",
    ),
)
