"""`choose-next`: what a neighbourhood could do next, for the outcomes that a group wants.

First a table of what is known, then swing weights, then tiers. Without scripts, table and tiers for one place
and one outcome.
"""

from collections.abc import Sequence
from typing import Any

from sphinx.application import Sphinx

from resilience.appraisal import (
    Group,
    Place,
    Row,
    Scale,
    Tier,
    matrix,
    needs_of,
    options_of,
    places_of,
    rank,
    rules_of,
)
from resilience.appraisal.choosing import choosing_data, steps_of
from resilience.appraisal.options import COMMUNITY, NEED, Option
from resilience.appraisal.ranking import COMMUNITY_TOP, MOST
from resilience.planning import option_words
from resilience.planning.from_records.common import problem_slug
from resilience.planning.walk import MOST_ACTIVITIES
from resilience.records.english import spelled
from resilience.records.vocabulary import Nation
from resilience.site.evidence_of import pages_of
from resilience.site.live.browser.choose_handler import choose
from resilience.site.pages.common import Pages
from resilience.site.parts.find_place_part import SCRIPT as FIND_SCRIPT
from resilience.site.parts.find_place_part import STYLE as FIND_STYLE
from resilience.site.parts.part import Part, in_script
from resilience.site.parts.path_nav_part import LINK_SCRIPT


def neighbourhood_files(pages: Pages) -> list[dict[str, Any]]:
    """Give the neighbourhoods of each nation in the form of the file of a council."""
    found = []
    for nation in Nation:
        own = [place for place in places_of(pages).neighbourhoods if place.nation is nation]
        if not own:
            continue
        options = options_of(pages, nation)
        figures = list(dict.fromkeys(key for option in options for key in option.figures))
        found.append(
            {
                "nation": nation.value,
                "figures": figures,
                "types": [option.slug for option in options if option.figures],
                "places": [_row(place, options, figures) for place in own],
            }
        )
    return found


def _row(place: Place, options: Sequence[Option], figures: Sequence[str]) -> dict[str, Any]:
    return {
        "code": place.slug,
        "name": place.title,
        "better": [place.percentiles.get(key) for key in figures],
        "needs": list(needs_of(options, place.percentiles).values()),
        "fit": place.fit.says if place.fit else "",
    }


def _shown(pages: Pages, _: str) -> Any:
    return choosing_data(pages), matrix(pages), neighbourhood_files(pages), _scales(pages)


def _scales(pages: Pages) -> dict[str, Scale]:
    places = places_of(pages)
    return {nation.value: places.scale(nation) for nation in Nation}


def _context(pages: Pages, _: str) -> dict[str, Any]:
    rows, places, rules = matrix(pages), places_of(pages), rules_of(pages)
    start, outcome, scales = places.neighbourhoods[0], _example(pages, rows), _scales(pages)
    options = options_of(pages, start.nation)
    ranking, labels = rank(options, start.percentiles, Group((outcome,)), rules), steps_of(pages)
    return {
        "base": pages.base,
        "rows": rows,
        "groups": pages.base.outcome_groups,
        "heights": {one.slug: height for height, one in enumerate(reversed(pages.base.rating.levels))},
        "neighbourhoods": places.neighbourhoods,
        "start": start,
        "scale": scales[start.nation.value],
        "scales": {name: {"among": one.among, "edition": one.edition} for name, one in scales.items()},
        "needs": needs_of(options, start.percentiles),
        "places_text": in_script(neighbourhood_files(pages)),
        "outcome": outcome,
        "ranking": ranking,
        "tiers": Tier,
        "rules": rules,
        "spelled": spelled,
        "told": option_words.WORDS,
        "tier_words": option_words.TIERS,
        "not_for": option_words.NOT_FOR,
        "no_cost": option_words.NO_COST,
        "done_here": option_words.DONE_HERE,
        "need_words": option_words.need_words,
        "how_much": option_words.how_much,
        "more_councils": option_words.more_councils,
        "tries": option_words.tries,
        "score": option_words.score,
        "not_known": lambda one: option_words.not_known(one, labels),
        "stays": option_words.stays(ranking),
        "lead": option_words.lead_of(ranking),
        "weights": option_words.weights_of(ranking, labels),
        "notes": option_words.notes_of(ranking, labels),
        "problem_slug": problem_slug,
        "most_activities": MOST_ACTIVITIES,
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
    scripts=(FIND_STYLE, FIND_SCRIPT, LINK_SCRIPT, "choose-place.js", "choose-taken.js", "choose.js"),
    handlers={"choose": choose},
    needs={"choosing": _choosing},
    imports=(
        "resilience.appraisal.asked",
        "resilience.appraisal.options",
        "resilience.appraisal.tries",
        "resilience.appraisal.ranking",
        "resilience.planning.option_words",
        "resilience.records.english",
    ),
)
