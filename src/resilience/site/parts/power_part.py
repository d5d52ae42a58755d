"""`plan-evaluation`: how small a change an evaluation can see, for the reader's own numbers.

Without scripts, the answer for the programme's own numbers. With them, a place of any nation says how many
live there and how many places there are to compare it with.
"""

from math import fsum
from typing import Any

from resilience.places.design import start_of
from resilience.places.nation import NationTable
from resilience.records.english import listing
from resilience.site.live.browser.power_handler import plan
from resilience.site.pages.common import Pages
from resilience.site.parts.find_place_part import SCRIPT, STYLE
from resilience.site.parts.part import Part
from resilience.site.parts.path_nav_part import LINK_SCRIPT
from resilience.synthesis.power import FEWEST_AREAS


def shown(pages: Pages, _: str) -> dict[str, Any]:
    """Give what the page starts with, and what it says of places in each nation."""
    start = start_of(pages.base.survey.evaluation)
    nations = {one.nation.value: one for one in pages.base.place_figures.nations}
    return {
        "start": start,
        "result": plan(start),
        "fewest": FEWEST_AREAS,
        "nations": {
            table.nation: {
                "places": table.places,
                "count": len(table.codes),
                "weight": nations[table.nation].weight,
            }
            for table in pages.nation_tables.values()
        },
        "neighbourhoods": {
            slug: _neighbourhood(pages, slug, table)
            for table in pages.nation_tables.values()
            for slug in table.neighbourhoods
        },
    }


def _neighbourhood(pages: Pages, slug: str, table: NationTable) -> dict[str, Any]:
    own = table.neighbourhoods[slug]
    councils = {table.councils[table.row[code]] for code in own}
    return {
        "name": pages.base.neighbourhoods[slug].name,
        "nation": table.nation,
        "council": listing([table.council_names[code] for code in sorted(councils)]),
        "in_council": sum(council in councils for council in table.councils),
        "weight": round(fsum(own.values())),
        "alike": [
            (table.name_of(one.code), table.council_of(one.code))
            for one in pages.place_view.like_neighbourhoods[slug].matches
        ],
    }


POWER = Part(
    name="plan-evaluation",
    template="power.html",
    data=shown,
    context=shown,
    style="plan.css",
    scripts=(STYLE, SCRIPT, LINK_SCRIPT, "plan.js"),
    handlers={"plan": plan},
)
