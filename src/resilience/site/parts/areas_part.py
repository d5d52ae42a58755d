"""`comparison-areas`: the places most like a place of any nation, on figures that the reader chooses.

Without scripts, the result for the first neighbourhood on the usual figures. With them, the places most like
each place on these figures stand in the file of its council; everything else is asked of Python.
"""

from dataclasses import dataclass
from typing import Any

from sphinx.application import Sphinx

from resilience.places.comparison import Choice
from resilience.places.nation import Figure, NationTable, apart, as_data, slug_of
from resilience.records.vocabulary import Nation
from resilience.site.evidence_of import pages_of
from resilience.site.live.browser.areas_handler import find_areas, told
from resilience.site.live.served import Data
from resilience.site.pages.common import Pages
from resilience.site.parts.find_place_part import SCRIPT, STYLE
from resilience.site.parts.part import Part, in_script
from resilience.site.parts.path_nav_part import LINK_SCRIPT


@dataclass(frozen=True)
class NationChoice:
    """What can be chosen in a nation."""

    slug: str
    nation: str
    place: str
    places: str
    usual: tuple[Figure, ...]
    more: tuple[Figure, ...]
    sources: tuple[str, ...]
    """What the usual figures are published in."""


def answers_of(pages: Pages) -> dict[str, dict[str, Any]]:
    """Give the answer for each neighbourhood of the programme on the usual figures, by its slug."""
    return {
        slug: told(
            table,
            table.neighbourhoods[slug],
            Choice(apart(table.figures)),
            pages.place_view.like_neighbourhoods[slug],
        )
        for table in pages.nation_tables.values()
        for slug in table.neighbourhoods
    }


def _choice(slug: str, table: NationTable) -> NationChoice:
    keys = apart(table.figures)
    usual = tuple(table.known[key] for key in keys)
    return NationChoice(
        slug=slug,
        nation=table.nation,
        place=table.place,
        places=table.places,
        usual=usual,
        more=tuple(one for one in table.figures if one.key not in keys),
        sources=tuple(dict.fromkeys(one.source for one in usual)),
    )


def _context(pages: Pages, _: str) -> dict[str, Any]:
    answers = answers_of(pages)
    start = next(slug for slug in pages.base.neighbourhoods if slug in answers)
    nations = [_choice(slug, table) for slug, table in pages.nation_tables.items()]
    return {
        "neighbourhoods": {
            slug: (pages.base.neighbourhoods[slug].name, nation)
            for nation, table in pages.nation_tables.items()
            for slug in table.neighbourhoods
        },
        "nations": nations,
        "start": start,
        "start_nation": next(one for one in nations if start in pages.nation_tables[one.slug].neighbourhoods),
        "result": answers[start],
        "answers": in_script(answers),
    }


def _table_of(slug: str) -> Data:
    def table(app: Sphinx) -> dict[str, Any]:
        return as_data(pages_of(app.env).nation_tables[slug])

    return table


AREAS = Part(
    name="comparison-areas",
    template="areas.html",
    data=_context,
    context=_context,
    style="areas.css",
    scripts=(STYLE, SCRIPT, LINK_SCRIPT, "areas.js"),
    handlers={"areas": find_areas},
    on_request={f"nation-{slug_of(nation)}": _table_of(slug_of(nation)) for nation in Nation},
    imports=(
        "resilience.records.english",
        "resilience.places.nation",
        "resilience.places.likeness",
        "resilience.places.comparison",
        "resilience.places.comparison_words",
    ),
)
