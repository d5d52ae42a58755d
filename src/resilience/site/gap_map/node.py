"""The map as a directive and as HTML; every text goes through a template that escapes it."""

from typing import Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from resilience.findings.gap_map import NO_TYPE
from resilience.findings.votes import columns_of
from resilience.records.vocabulary import Direction
from resilience.site.downloads import FOLDER
from resilience.site.downloads.gap_map_table import NAME as TABLE
from resilience.site.evidence_of import pages_of
from resilience.site.gap_map.cells import EXPOSURE, NO_TYPE_LABEL, SHORT, SIGNS, cell_shown
from resilience.site.pages.common import Pages
from resilience.site.shown import PIECES, note_shown
from resilience.site.templates import templates_of

NAME = "gap-map"
TEMPLATES = templates_of("resilience.site.gap_map")


class GapMap(nodes.General, nodes.Element):
    """The map."""


class GapMapDirective(SphinxDirective):
    """Put the map on a page."""

    def run(self) -> list[nodes.Node]:
        """Build the node, and remember what was shown."""
        note_shown(
            self.env, self.env.current_document.docname, NAME, "", PIECES[NAME](pages_of(self.env), "")
        )
        return [GapMap()]


def shown_map(pages: Pages, _: str) -> Any:
    """Give all that the map shows."""
    named = [(pages.base.cited[key], study.population) for key, study in pages.base.studies.items()]
    return pages.gap_map, named


def visit_map(self: HTML5Translator, node: GapMap) -> None:
    """Write the map; its script only narrows it down."""
    pages = pages_of(self.builder.env)
    root = "../" * self.builder.get_target_uri(self.builder.current_docname).count("/") or "./"
    html = TEMPLATES.get_template("map.html").render(
        groups=_groups(pages),
        outcomes=list(columns_of(pages.base).values()),
        tiers=[(tier.slug, SHORT[tier.slug], tier.label) for tier in pages.base.rating.tiers],
        directions=[(one, SIGNS[one]) for one in Direction if one in SIGNS],
        exposure=EXPOSURE,
        address=lambda name: root + self.builder.get_target_uri(name),
        table=f"{root}{FOLDER}/{TABLE}",
    )
    self.body.append(html)


def depart_map(self: HTML5Translator, node: GapMap) -> None:
    """Do nothing: the map has no nodes inside."""


def _groups(pages: Pages) -> list[dict[str, Any]]:
    cells = pages.gap_map
    shown = {slug: [cell_shown(pages, cell) for cell in row] for slug, row in cells.items()}
    groups = [
        {
            "label": domain.label,
            "class": f"domain-{domain.slug}",
            "rows": [
                {"label": type_.label, "page": f"activities/{type_.slug}", "cells": shown[type_.slug]}
                for type_ in pages.base.types.values()
                if type_.domain == domain.slug
            ],
        }
        for domain in pages.base.domains.values()
    ]
    others = {"label": NO_TYPE_LABEL, "page": "", "cells": shown[NO_TYPE]}
    return [*groups, {"label": "Other", "class": "gap-others", "rows": [others]}]
