"""The form as a directive and as HTML, with the result for the first neighbourhood on all figures."""

from dataclasses import asdict
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from resilience.places.measures import COMPARED
from resilience.places.profile import wards_of
from resilience.records.area import Ward
from resilience.site.evidence_of import pages_of
from resilience.site.live.areas.handler import areas
from resilience.site.live.build import LIVE, download_of
from resilience.site.pages.common import Pages
from resilience.site.pages.neighbourhood.like import APART_KM
from resilience.site.shown import PIECES, note_shown
from resilience.site.templates import templates_of

NAME = "comparison-areas"
HANDLER = "areas"
TEMPLATES = templates_of("resilience.site.live.areas")


class AreasForm(nodes.General, nodes.Element):
    """The form."""


class AreasDirective(SphinxDirective):
    """Put the form on a page, and note that the page runs Python in the browser."""

    def run(self) -> list[nodes.Node]:
        """Build the node, and remember what was shown."""
        docname = self.env.current_document.docname
        self.env.metadata[docname][LIVE] = True
        note_shown(self.env, docname, NAME, "", PIECES[NAME](pages_of(self.env), ""))
        return [AreasForm()]


def areas_data(pages: Pages, _: str) -> Any:
    """Give all that the form and its first result rest on."""
    names = {slug: place.name for slug, place in pages.base.neighbourhoods.items()}
    return names, plain_wards(pages.base.wards)


def wards_data(app: Sphinx) -> list[dict[str, Any]]:
    """Give the wards for the browser."""
    return plain_wards(pages_of(app.env).base.wards)


def plain_wards(wards: list[Ward]) -> list[dict[str, Any]]:
    """Give wards as plain data, with the figures that can be compared only."""
    compared = {one.column for one in COMPARED}
    return [
        asdict(ward) | {"figures": {name: ward.figures[name] for name in ward.figures if name in compared}}
        for ward in wards
    ]


def visit_form(self: HTML5Translator, node: AreasForm) -> None:
    """Write the form, with the result for the place and the figures that it starts with."""
    env = self.builder.env
    pages = pages_of(env)
    wards = pages.base.wards
    start = next(slug for slug in pages.base.neighbourhoods if wards_of(slug, wards))
    request = {
        "place": start,
        "indicators": [one.column for one in COMPARED],
        "own_council": False,
        "apart_km": APART_KM,
    }
    councils: dict[str, list[Ward]] = {}
    for ward in sorted(wards, key=lambda ward: (ward.council, ward.name)):
        councils.setdefault(ward.council, []).append(ward)
    html = TEMPLATES.get_template("form.html").render(
        places=pages.base.neighbourhoods.values(),
        councils=councils,
        indicators=COMPARED,
        start=request,
        start_name=pages.base.neighbourhoods[start].name,
        result=areas(wards, request),
        download=download_of(env, HANDLER),
    )
    self.body.append(html)


def depart_form(self: HTML5Translator, node: AreasForm) -> None:
    """Do nothing: the form has no nodes inside."""
